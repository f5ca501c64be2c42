import type { ReactNode } from 'react';
import type { Accepted, ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import { type UnfinishedOffer, useUnfinished } from '../../components/certificate/unfinished.ts';
import { StepButton } from '../../components/form/step-button.tsx';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import { StopCard } from '../../components/problem/stop-card.tsx';
import { formatDate, formatDateTime } from '../../text/dates.ts';
import type { StartWay } from '../../text/ja/start.ts';
import { type CertificateOffer, type HowItStands, standing } from './standing.ts';
import { StartChoice } from './start-choice.tsx';
import './start-screen.css';

/** The ways where nothing is known of a certificate, and those beside one. */
const unknown: readonly StartWay[] = ['lockedOut', 'called', 'certificate', 'newPc'];
const beside: readonly StartWay[] = ['lockedOut', 'called', 'newPc'];

/** Where everybody begins, and comes back to: what brings a person here, and how the certificate of this PC stands. */
export function StartScreen({ offer, notice }: Pick<ProcedureSnapshot, 'offer' | 'notice'>) {
  if (offer === null) return <NothingKnown />;
  return offer.kind === 'logon' ? <CertificateHere offer={offer} notice={notice} /> : <Unfinished offer={offer} />;
}

/** Nothing on this PC speaks of a procedure: the person says where they stand. */
function NothingKnown() {
  const { text } = useWindow();
  const { title, lead } = text.screens.start;
  const request = useRequest();
  return (
    <Frame title={title} lead={lead} request={request}>
      <Ways request={request} ways={unknown} full />
    </Frame>
  );
}

/** The certificate was never fetched, or, where that comes first, the activation never done. */
function Unfinished({ offer }: { readonly offer: UnfinishedOffer }) {
  const { api } = useWindow();
  const request = useRequest();
  const said = useUnfinished(offer);
  const icon = offer.kind === 'retrieval' ? 'certificate' : 'arrow';
  const action = <StepButton request={request} icon={icon} label={said.action} call={() => api.procedure.takeOffer()} />;
  return (
    <Frame title={said.title} lead={said.text} request={request} actions={action}>
      <Others request={request} ways={offer.kind === 'retrieval' ? unknown : beside} />
    </Frame>
  );
}

/** The everyday: a certificate stands on this PC. */
function CertificateHere({ offer, notice }: { readonly offer: CertificateOffer } & Pick<ProcedureSnapshot, 'notice'>) {
  const { language, text } = useWindow();
  const words = text.screens.start;
  const request = useRequest();
  const texts = { words, validity: text.validity };
  const stands = standing(offer, notice, {
    ...texts,
    date: (instant) => formatDate(instant, language),
    moment: (instant) => formatDateTime(instant, language),
  });
  return (
    <Frame
      title={stands.title}
      {...(stands.lead === null ? {} : { lead: stands.lead })}
      place={offer.organization}
      good={stands.good}
      request={request}
      actions={<CertificateActions stands={stands} request={request} />}
    >
      {stands.stop !== null && <StopCard contact="bank" why={stands.stop} />}
      <ReminderLine request={request} />
      <Others request={request} ways={stands.logOn ? ['users', ...beside] : beside} />
    </Frame>
  );
}

/** Whether the system reminds of the end, where it would: the person can have quiet for some days. */
function ReminderLine({ request }: { readonly request: Request }) {
  const { api, language, reminders, text } = useWindow();
  const words = text.screens.start;
  if (!reminders.offered) return null;
  return (
    <div className="start-reminder">
      {reminders.snoozedUntil === null ? (
        <StepButton request={request} kind="quiet" icon="clock" label={words.snooze} call={() => api.reminders.snooze()} />
      ) : (
        <p>
          <Words>{words.snoozed(formatDateTime(reminders.snoozedUntil, language))}</Words>
        </p>
      )}
    </div>
  );
}

/** The logon, and the renewal where it is time for it; what is quieter than both stands behind them. */
function CertificateActions({ stands, request }: { readonly stands: HowItStands; readonly request: Request }) {
  const { api, record, text } = useWindow();
  const kind = stands.logOn ? 'secondary' : 'primary';
  return (
    <>
      {stands.logOn && <StepButton request={request} label={text.screens.certificateReady.action} icon="arrow" call={() => api.procedure.takeOffer()} />}
      {stands.renew && <StepButton request={request} kind={kind} icon="certificate" label={text.validity.renew} call={() => api.procedure.chooseRenewal()} />}
      {record.available && <StepButton request={request} kind="quiet" icon="paper" label={text.record.name} call={() => api.record.open()} />}
    </>
  );
}

type FrameProps = {
  readonly title: string;
  readonly lead?: string;
  readonly place?: string;
  readonly good?: boolean;
  readonly request: Request;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

function Frame({ title, lead, place, good = false, request, actions, children }: FrameProps) {
  const { api, bank, text } = useWindow();
  const words = text.screens.start;
  return (
    <ScreenFrame
      step="start"
      place={place ?? words.place}
      title={title}
      {...(lead === undefined ? {} : { lead })}
      {...(good ? { mark: 'good' as const } : {})}
      {...(actions === undefined ? {} : { actions })}
    >
      <ProblemNotice problem={request.problem} />
      {children}
      <div className="start-foot">
        {bank.practice && (
          <p>
            <Words>{words.practice}</Words>
          </p>
        )}
        <StepButton request={request} kind="quiet" icon="bank" label={text.places.leave} call={() => api.places.leave()} />
      </div>
    </ScreenFrame>
  );
}

type WaysProps = { readonly request: Request; readonly ways: readonly StartWay[]; readonly full?: boolean };

/** The ways besides the one that is most likely wanted. */
function Others(props: WaysProps) {
  const { text } = useWindow();
  return (
    <section className="start-others">
      <h2>
        <Words>{text.screens.start.othersTitle}</Words>
      </h2>
      <Ways {...props} />
    </section>
  );
}

function Ways({ request, ways, full = false }: WaysProps) {
  const { procedure } = useWindow().api;
  const calls: Readonly<Record<StartWay, () => Promise<Accepted>>> = {
    lockedOut: () => procedure.chooseLockedOut(),
    called: () => procedure.reportReleased(),
    certificate: () => procedure.chooseLogon(),
    newPc: () => procedure.chooseNewPc(),
    // Users are seen to by a person who is logged on.
    users: () => procedure.takeOffer(),
  };
  return (
    <ul className="big-choices">
      {ways.map((way) => (
        <StartChoice key={way} request={request} way={way} full={full} call={calls[way]} />
      ))}
    </ul>
  );
}
