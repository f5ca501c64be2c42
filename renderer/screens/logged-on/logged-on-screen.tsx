import { CertificateFacts } from '../../components/certificate-facts.tsx';
import { MenuChoice } from '../../components/menu-choice.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { StartOver } from '../../components/start-over.tsx';
import { useRequest } from '../../components/use-request.ts';
import { useWindow } from '../../components/window-context.tsx';
import { formatDate, formatDateTime } from '../../text/dates.ts';
import type { StateOf } from '../screen-of.ts';
import './logged-on-screen.css';

/** The end: logged on, and what is left to do (manual, section 3 among it). */
export function LoggedOnScreen({ state }: { readonly state: StateOf<'loggedOn'> }) {
  const { api, language, text } = useWindow();
  const request = useRequest();
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
        </ul>
      </section>
      <section>
        <h2>{words.usersTitle}</h2>
        <ProblemNotice problem={request.problem} />
        <MenuChoice request={request} label={text.users.menu.title} note={words.users} call={() => api.users.open()} />
      </section>
      <div>
        <StartOver kind="secondary" label={words.again} />
      </div>
    </ScreenFrame>
  );
}
