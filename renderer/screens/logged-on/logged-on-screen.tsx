import { CertificateFacts } from '../../components/certificate-facts.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { StartOver } from '../../components/start-over.tsx';
import { useWindow } from '../../components/window-context.tsx';
import { formatDate, formatDateTime } from '../../text/dates.ts';
import type { StateOf } from '../screen-of.ts';
import './logged-on-screen.css';

/** The end: logged on, and what is left to do (manual, section 3 among it). */
export function LoggedOnScreen({ state }: { readonly state: StateOf<'loggedOn'> }) {
  const { language, text } = useWindow();
  const words = text.screens.loggedOn;
  return (
    <ScreenFrame step={state.step} title={words.title} lead={words.lead} mark="good">
      <p className="plain">
        <strong>{state.organization}</strong>
        <br />
        {words.loggedOnAt(formatDateTime(state.loggedOnAt, language))}
        {state.lastLogonAt !== null && (
          <>
            <br />
            {words.lastLogonAt(formatDateTime(state.lastLogonAt, language))}
          </>
        )}
      </p>
      <CertificateFacts certificate={state.certificate} />
      <section>
        <h2>{words.nextTitle}</h2>
        <ul className="next-things">
          <li>{words.expiry(formatDate(state.certificate.notAfter, language))}</li>
          <li>{words.keep}</li>
          <li>{words.pc}</li>
          <li>
            {words.users}
            <br />
            {words.usersPath}
          </li>
        </ul>
      </section>
      <div>
        <StartOver kind="secondary" label={words.again} />
      </div>
    </ScreenFrame>
  );
}
