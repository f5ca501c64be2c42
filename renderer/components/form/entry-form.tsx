import { type FormEvent, lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import type { FieldName, Problem } from '../../../preload/contract/problem.ts';
import { type Contact, needsProof, problemFacts } from '../../../preload/contract/problem-facts.ts';
import type { Accepted, StepName } from '../../../preload/contract/procedure.ts';
import { type ReviewedForm, toReview } from '../../state/review.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import { ScreenFrame } from '../frame/screen-frame.tsx';
import { StartOver } from '../frame/start-over.tsx';
import { useIdle } from '../frame/use-idle.ts';
import { useWindow } from '../frame/window-context.tsx';
import { CheckAgain } from '../problem/preflight-line.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { StopCard } from '../problem/stop-card.tsx';
import { useProvenSince } from '../problem/use-proof.ts';
import { Button } from './button.tsx';
import { useEntryNote } from './entry-note.ts';
import type { ComparedEntry } from './review-dialog.tsx';
import { BackButton } from './step-button.tsx';
import { type FieldPlan, type Fields, useFields } from './use-fields.ts';
import { type Request, useRequest } from './use-request.ts';
import './entry-form.css';

const ReviewDialog = lazy(() => import('./review-dialog.tsx').then((module) => ({ default: module.ReviewDialog })));

type Props = {
  /** What is compared before one of the last attempts depends on it. */
  readonly form: ReviewedForm;
  /** What an entry is compared with, where this state knows it better than the texts. */
  readonly where?: Partial<Record<FieldName, string>>;
  readonly step: StepName;
  /** Where one is, if it is not a stop of the procedure. */
  readonly place?: string;
  readonly title: string;
  readonly lead: ReactNode;
  readonly action: string;
  readonly plans: readonly FieldPlan[];
  readonly phase: 'editing' | 'sending';
  readonly problem: Problem | null;
  /** Whom to call where nothing can be entered for another reason than the problem; nobody: what stands above leads on. */
  readonly stop?: Contact | null;
  /** What stands above the fields, and stays where there are none. */
  readonly above?: ReactNode;
  /** Hands the entries over. What it read is held nowhere afterwards. */
  readonly send: (read: (name: FieldName) => string) => Promise<Accepted>;
  readonly canGoBack?: boolean;
  /** Whether the way back leads to the start. */
  readonly toStart?: boolean;
  /** What leads back, if not the procedure. */
  readonly back?: () => Promise<Accepted>;
  readonly mark?: 'good';
  /** What else can be done here, between the way back and the way on. */
  readonly beside?: ReactNode;
  readonly children: (fields: Fields, busy: boolean) => ReactNode;
};

/** A screen with fields: checks them, sends them once, and takes the secrets off the screen. Where there is no way on, it has none. */
export function EntryForm(props: Props) {
  const { step, title, lead, problem } = props;
  const request = useRequest();
  const busy = request.pending || props.phase === 'sending';
  const shown = problem ?? request.problem;
  const stop = useStop(shown, props.stop ?? null);
  const form = useRef<HTMLFormElement>(null);
  const entry = useEntry(props, { request, busy, problem: stop.contact === null && !stop.proven ? shown : null });
  useEntryNote(form, useWindow().api);
  useLedToTitle(form, stop.contact !== null && !busy ? shown : null);
  const locked = [problem, request.problem].some((each) => each?.code === 'pin-locked');
  return (
    <form ref={form} className="entry-form" noValidate autoComplete="off" onSubmit={entry.submit}>
      <ScreenFrame
        step={step}
        title={title}
        {...(props.place === undefined ? {} : { place: props.place })}
        {...(props.mark === undefined ? {} : { mark: props.mark })}
        // What went wrong says what to do now; the way in would only push the fields down.
        {...(shown === null ? { lead } : {})}
        actions={<EntryActions form={props} request={request} busy={busy} stop={stop} locked={locked} />}
      >
        {!stop.proven && <ProblemNotice brief={stop.contact === null} problem={problem} reply={request.problem} />}
        <EntryStatus busy={busy} proven={stop.proven} entry={entry} />
        {props.above}
        <EntryReview form={props} entry={entry} />
        {stop.contact === null ? props.children(entry.fields, busy) : stop.contact !== 'nobody' && <StopCard contact={stop.contact} {...stop.why} />}
      </ScreenFrame>
    </form>
  );
}

/** contact: whom to call, null where there is a way on; proven: the way on has opened again. */
type Stop = { readonly contact: Contact | null; readonly byProof: boolean; readonly proven: boolean; readonly why: { readonly why?: string } };

/** Whether there is no way on from here, and who can help. */
function useStop(problem: Problem | null, other: Contact | null): Stop {
  const { text } = useWindow();
  const byProof = problem !== null && needsProof(problem.code);
  const proven = useProvenSince(byProof ? problem : null);
  const facts = problem === null ? null : problemFacts[problem.code];
  const blocked = facts?.severity === 'blocking' && !proven;
  return { contact: blocked ? facts.contact : other, byProof, proven, why: byProof ? { why: text.stop.untilProven } : {} };
}

type Sending = { readonly request: Request; readonly busy: boolean; readonly problem: Problem | null };
type Entry = ReturnType<typeof useEntry>;

/** The fields, and what is done with them. @param sending the request under way, and the problem that the fields heed */
function useEntry({ form, plans, send }: Props, { request, busy, problem }: Sending) {
  const fields = useFields(plans, problem, busy);
  const [idleCleared, setIdleCleared] = useState(false);
  useIdle(() => fields.clearSecrets() && setIdleCleared(true));
  /** How many fields kept the last try from being sent: announced, while the focus goes to the first of them. */
  const [refusedHere, setRefusedHere] = useState(0);
  const [reviewing, setReviewing] = useState(false);
  const compared = toReview(form, problem?.attemptsLeft ?? null);
  const isReady = () => {
    setIdleCleared(false);
    const invalid = busy ? 0 : fields.checkAll();
    setRefusedHere(invalid);
    return !busy && invalid === 0;
  };
  const sendNow = () => {
    setReviewing(false);
    if (!isReady()) return;
    void request.send(() => {
      const reply = send(fields.read);
      fields.clearSecrets();
      return reply;
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (compared.length === 0) sendNow();
    else setReviewing(isReady());
  };
  const mend = () => setReviewing(false);
  return { fields, submit, sendNow, mend, reviewing, compared, idleCleared, refusedHere };
}

/** The dialog before one of the last attempts. It leads back to the entry that is worth another look. */
function EntryReview({ form, entry }: { readonly form: Props; readonly entry: Entry }) {
  const { text } = useWindow();
  const { fields, reviewing, compared } = entry;
  const back = useRef(false);
  const wrong = fields.attempts?.name ?? null;
  useEffect(() => {
    if (reviewing || !back.current || wrong === null) return;
    back.current = false;
    fields.inputOf(wrong)?.focus();
  });
  if (!reviewing) return null;
  const mend = () => {
    back.current = true;
    entry.mend();
  };
  return (
    <Suspense>
      <ReviewDialog
        entries={compared.map((name) => comparedEntry(name, form, text))}
        attemptsLeft={fields.attempts?.count ?? 0}
        read={fields.read}
        onMend={mend}
        onSend={entry.sendNow}
      />
    </Suspense>
  );
}

function comparedEntry(name: FieldName, { form, plans, where }: Props, text: Catalogue): ComparedEntry {
  const { label } = form === 'newPins' && name === 'registrationPin' ? text.registeredPin : text.fields[name];
  const secret = plans.some((plan) => plan.name === name && plan.secret);
  return { name, label, where: where?.[name] ?? text.review.where[name] ?? '', secret };
}

/** What is said of the entries as a whole. */
function EntryStatus({
  busy,
  proven,
  entry: { fields, idleCleared, refusedHere },
}: {
  readonly busy: boolean;
  readonly proven: boolean;
  readonly entry: Entry;
}) {
  const { text } = useWindow();
  const said = busy ? text.common.sending : idleCleared ? text.input.idleCleared : proven ? text.stop.proven : '';
  return (
    <>
      <p role="status" className={said === '' ? 'visually-hidden' : 'entry-status'}>
        {said}
      </p>
      <p role="alert" className="visually-hidden">
        {Object.keys(fields.errors).length > 0 && refusedHere > 0 ? text.input.errorCount(refusedHere) : ''}
      </p>
    </>
  );
}

type ActionsProps = { readonly form: Props; readonly request: Request; readonly busy: boolean; readonly stop: Stop; readonly locked: boolean };

/** What leads on and back; after a lock, to the release request alone; without a proven bank, nowhere but to another look. */
function EntryActions({ form: { action, canGoBack = true, toStart = false, back, beside }, request, busy, stop, locked }: ActionsProps) {
  const { api, text } = useWindow();
  if (locked) return <StartOver kind="primary" label={text.problem.backToRelease} then={() => api.procedure.chooseLockedOut()} />;
  return (
    <>
      {stop.contact === null && (
        <Button type="submit" kind="primary" busy={busy}>
          {action}
        </Button>
      )}
      {stop.contact !== null && stop.byProof && <CheckAgain kind="primary" />}
      {beside}
      {canGoBack && <BackButton request={request} busy={busy} toStart={toStart} {...(back === undefined ? {} : { call: back })} />}
    </>
  );
}

/**
 * Where there is no way on, nobody is led to a field: the focus goes to the heading, above what went wrong.
 * @param problem what blocks the way; null where nothing does
 */
function useLedToTitle(form: RefObject<HTMLFormElement | null>, problem: Problem | null): void {
  const first = useRef(true);
  const blocking = problem === null ? null : `${problem.code}/${problem.reference}`;
  useEffect(() => {
    // As a screen begins, its frame decides where the focus goes.
    if (!first.current && blocking !== null) form.current?.querySelector<HTMLElement>('h1')?.focus();
    first.current = false;
  }, [form, blocking]);
}
