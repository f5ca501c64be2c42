import type { ReactNode } from 'react';
import { CertificateFacts } from '../../components/certificate/certificate-facts.tsx';
import { CertificateValidity } from '../../components/certificate/certificate-validity.tsx';
import { MenuChoice } from '../../components/form/menu-choice.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { StateOf } from '../../state/screen-of.ts';
import { formatDate, formatDateTime } from '../../text/dates.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { RecordOrders } from '../record/record-orders.tsx';
import { ExpiryReminder } from './expiry-reminder.tsx';
import { WebsiteButton } from './website-button.tsx';
import './logged-on-screen.css';

type Props = { readonly state: StateOf<'loggedOn'> };

/** The end: what is left to do where anything is (manual, section 3), what to keep, and the way out. */
export function LoggedOnScreen({ state }: Props) {
  const { lockedUsers, record, text } = useWindow();
  const words = text.screens.loggedOn;
  const isLeft = lockedUsers !== null && lockedUsers > 0;
  const users = <Users lockedUsers={lockedUsers} />;
  return (
    <ScreenFrame step={state.step} title={words.title} lead={leadOf(lockedUsers, words)} mark="good" actions={<Actions isLeft={isLeft} />}>
      {isLeft && users}
      <Expiry state={state} />
      {record.available && (
        <Part title={text.record.name}>
          <p className="plain">
            <Words>{text.record.lead}</Words>
          </p>
          <RecordOrders saveLabel={text.record.saveRecord} kind="secondary" />
        </Part>
      )}
      {!isLeft && users}
      <Part title={words.nextTitle}>
        <ul className="next-things">
          <li>
            <Words>{words.keep}</Words>
          </li>
          <li>
            <Words>{words.pc}</Words>
          </li>
        </ul>
      </Part>
      <Details state={state} />
    </ScreenFrame>
  );
}

/** Nothing says that all is done while somebody is still locked out. */
function leadOf(lockedUsers: number | null, words: Catalogue['screens']['loggedOn']): string {
  if (lockedUsers === null) return words.lead;
  return lockedUsers === 0 ? words.leadAllDone : words.leadLocked(lockedUsers);
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="end-part">
      <h2>
        <Words>{title}</Words>
      </h2>
      {children}
    </section>
  );
}

/** Who is locked, and the way to them. */
function Users({ lockedUsers }: { readonly lockedUsers: number | null }) {
  const { api, text } = useWindow();
  const words = text.screens.loggedOn;
  const request = useRequest();
  const isLeft = lockedUsers !== null && lockedUsers > 0;
  return (
    <section className={isLeft ? 'end-part end-left' : 'end-part'}>
      <h2>
        <Words>{isLeft ? words.lockedTitle(lockedUsers) : words.usersTitle}</Words>
      </h2>
      <ProblemNotice problem={request.problem} />
      <MenuChoice quiet={!isLeft} request={request} label={text.users.menu.title} note={isLeft ? words.locked : words.users} call={() => api.users.open()} />
    </section>
  );
}

function Expiry({ state }: Props) {
  const { language, text } = useWindow();
  const words = text.screens.loggedOn;
  const { certificate, validity } = state;
  return (
    <Part title={words.expiryTitle}>
      <p className="end-expiry">
        <strong>{formatDate(certificate.notAfter, language)}</strong>
      </p>
      {validity?.kind === 'notDue' ? (
        <div className="end-calendar">
          <p className="plain">
            <Words>{words.renewableFrom(formatDate(validity.renewableFrom, language))}</Words>
          </p>
          <ExpiryReminder notAfter={certificate.notAfter} renewableFrom={validity.renewableFrom} />
        </div>
      ) : (
        <CertificateValidity state={state} />
      )}
    </Part>
  );
}

function Details({ state }: Props) {
  const { language, text } = useWindow();
  const words = text.screens.loggedOn;
  return (
    <details className="end-details">
      <summary>
        <Words>{words.details}</Words>
      </summary>
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
      <CertificateFacts certificate={state.certificate} />
    </details>
  );
}

/** The way out: the program logs off as it ends. What is left to do comes first. */
function Actions({ isLeft }: { readonly isLeft: boolean }) {
  const { api, text } = useWindow();
  const request = useRequest();
  return (
    <>
      <WebsiteButton kind={isLeft ? 'secondary' : 'primary'} />
      <StepButton request={request} kind="quiet" label={text.screens.loggedOn.logOffAndEnd} call={() => api.window.end()} />
    </>
  );
}
