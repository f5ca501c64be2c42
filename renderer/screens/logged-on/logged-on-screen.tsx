import { CertificateFacts } from '../../components/certificate/certificate-facts.tsx';
import { CertificateValidity } from '../../components/certificate/certificate-validity.tsx';
import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { StartOver } from '../../components/frame/start-over.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import { formatDate, formatDateTime } from '../../text/dates.ts';
import './logged-on-screen.css';

/** The end: logged on, and what is left to do (manual, section 3 among it). */
export function LoggedOnScreen({ state }: { readonly state: StateOf<'loggedOn'> }) {
  const { api, language, text } = useWindow();
  const request = useRequest();
  const words = text.screens.loggedOn;
  return (
    <ScreenFrame step={state.step} title={words.title} lead={words.lead} mark="good">
      <p className="plain">
        <strong>
          <Words>{state.organization}</Words>
        </strong>
        <br />
        <Words>{words.loggedOnAt(formatDateTime(state.loggedOnAt, language))}</Words>
        {state.lastLogonAt !== null && (
          <>
            <br />
            <Words>{words.lastLogonAt(formatDateTime(state.lastLogonAt, language))}</Words>
          </>
        )}
      </p>
      <section>
        <h2>
          <Words>{words.usersTitle}</Words>
        </h2>
        <ProblemNotice problem={request.problem} />
        <MenuChoice request={request} label={text.users.menu.title} note={words.users} call={() => api.users.open()} />
      </section>
      <CertificateFacts certificate={state.certificate} />
      <CertificateValidity state={state} />
      <section>
        <h2>
          <Words>{words.nextTitle}</Words>
        </h2>
        <ul className="next-things">
          <li>
            <Words>{words.expiry(formatDate(state.certificate.notAfter, language))}</Words>
          </li>
          <li>
            <Words>{words.keep}</Words>
          </li>
          <li>
            <Words>{words.pc}</Words>
          </li>
        </ul>
      </section>
      <div>
        <StartOver kind="secondary" label={words.again} />
      </div>
    </ScreenFrame>
  );
}
