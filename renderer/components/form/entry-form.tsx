import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { FieldName, Problem } from '../../../preload/contract/problem.ts';
import { problemFacts } from '../../../preload/contract/problem-facts.ts';
import type { Accepted, StepName } from '../../../preload/contract/procedure.ts';
import { ScreenFrame } from '../frame/screen-frame.tsx';
import { StartOver } from '../frame/start-over.tsx';
import { useIdle } from '../frame/use-idle.ts';
import { useWindow } from '../frame/window-context.tsx';
import { ProblemNotice } from '../problem/problem-notice.tsx';
import { Button } from './button.tsx';
import { BackButton } from './step-button.tsx';
import { type FieldPlan, type Fields, useFields } from './use-fields.ts';
import { type Request, useRequest } from './use-request.ts';
import './entry-form.css';

type Props = {
  readonly step: StepName;
  /** Where one is, if it is not a stop of the procedure. */
  readonly place?: string;
  readonly title: string;
  readonly lead: ReactNode;
  readonly action: string;
  /** Where something else comes first. */
  readonly quietAction?: boolean;
  readonly plans: readonly FieldPlan[];
  readonly phase: 'editing' | 'sending';
  readonly problem: Problem | null;
  /** Hands the entries over. What it read is held nowhere afterwards. */
  readonly send: (read: (name: FieldName) => string) => Promise<Accepted>;
  readonly canGoBack?: boolean;
  /** What leads back, if not the procedure. */
  readonly back?: () => Promise<Accepted>;
  readonly mark?: 'good';
  readonly children: (fields: Fields, busy: boolean) => ReactNode;
};

/** A screen with fields: checks them, sends them once, and takes the secrets off the screen. */
export function EntryForm(props: Props) {
  const { step, title, lead, plans, problem } = props;
  const { text } = useWindow();
  const request = useRequest();
  const busy = request.pending || props.phase === 'sending';
  const shown = problem ?? request.problem;
  const blocked = shown !== null && problemFacts[shown.code].severity === 'blocking';
  const fields = useFields(plans, blocked ? null : shown, busy);
  const form = useRef<HTMLFormElement>(null);
  useLedToTitle(form, blocked && !busy ? shown : null);
  const [idleCleared, setIdleCleared] = useState(false);
  useIdle(() => fields.clearSecrets() && setIdleCleared(true));
  /** How many fields kept the last try from being sent: announced, while the focus goes to the first of them. */
  const [refusedHere, setRefusedHere] = useState(0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIdleCleared(false);
    if (busy) return;
    const invalid = fields.checkAll();
    setRefusedHere(invalid);
    if (invalid > 0) return;
    void request.send(() => {
      const reply = props.send(fields.read);
      fields.clearSecrets();
      return reply;
    });
  };
  const locked = [problem, request.problem].some((each) => each?.code === 'pin-locked');
  return (
    <form ref={form} className="entry-form" noValidate autoComplete="off" onSubmit={submit}>
      <ScreenFrame
        step={step}
        title={title}
        {...(props.place === undefined ? {} : { place: props.place })}
        {...(props.mark === undefined ? {} : { mark: props.mark })}
        // What went wrong says what to do now; the way in would only push the fields down.
        {...(shown === null ? { lead } : {})}
        actions={<EntryActions form={props} request={request} busy={busy} blocked={blocked} locked={locked} />}
      >
        <ProblemNotice problem={problem} reply={request.problem} />
        <p role="status" className={idleCleared ? 'entry-status' : 'visually-hidden'}>
          {busy ? text.common.sending : idleCleared ? text.input.idleCleared : ''}
        </p>
        <p role="alert" className="visually-hidden">
          {Object.keys(fields.errors).length > 0 && refusedHere > 0 ? text.input.errorCount(refusedHere) : ''}
        </p>
        {!locked && props.children(fields, busy)}
      </ScreenFrame>
    </form>
  );
}

type ActionsProps = { readonly form: Props; readonly request: Request; readonly busy: boolean; readonly blocked: boolean; readonly locked: boolean };

/** What leads on and back; after a lock, to the release request alone. */
function EntryActions({ form: { action, quietAction = false, canGoBack = true, back }, request, busy, blocked, locked }: ActionsProps) {
  const { text } = useWindow();
  if (locked) return <StartOver kind="primary" label={text.problem.backToRelease} />;
  return (
    <>
      <Button type="submit" kind={blocked || quietAction ? 'secondary' : 'primary'} busy={busy}>
        {action}
      </Button>
      {canGoBack && <BackButton request={request} busy={busy} {...(back === undefined ? {} : { call: back })} />}
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
