import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { type Failure, failure, type Outcome, type Problem, problemOf, success } from '../../preload/contract/problem.ts';
import type { StepName } from '../../preload/contract/procedure.ts';
import type { PaperOutcome, ReleaseRequest, RequestEntries } from '../../preload/contract/release-request.ts';
import { findEntryErrors } from '../../preload/contract/request-rules.ts';
import type { PreparedThing } from '../../preload/contract/request-words.ts';
import type { Clock } from '../support/ports.ts';
import { calendarFile } from './calendar.ts';
import { dayInJapan, fileNameFor } from './file-names.ts';
import { createFormOnScreen, type FormOnScreen, type FormOnScreenParts } from './form-on-screen.ts';
import { type SaveFileParts, saveFile } from './save-file.ts';

export type ReleaseRequestParts = FormOnScreenParts &
  SaveFileParts & {
    /** Where the procedure stands: the form for a release has its place only before the branch's call. */
    readonly step: () => StepName;
    /** The contract that the procedure is about; null while it is not known. */
    readonly contractorId: () => ContractorId | null;
    readonly newId: () => string;
    /** Whether a reminder outside of the window may be made. */
    readonly remindersAllowed: boolean;
    readonly clock: Clock;
  };

export type ReleaseRequestService = {
  readonly handlers: RequestHandlers['releaseRequest'];
  current(): ReleaseRequest;
  /** Resolves once all that was to be kept is on the disk. */
  settled(): Promise<void>;
  /** Told of every step that the procedure reaches. */
  stepReached(step: StepName, before: StepName): void;
};

type Refused = { readonly ok: false; readonly problem: Problem };
const accepted = (outcome: Outcome<unknown>): { readonly ok: true } | Refused => (outcome.ok ? { ok: true } : refused(outcome));
const paper = (outcome: Outcome<PaperOutcome>): { readonly ok: true; readonly value: PaperOutcome } | Refused => (outcome.ok ? outcome : refused(outcome));
const refused = ({ problem }: Failure): Refused => ({ ok: false, problem: problemOf(problem) });
const notNow = failure('not-now');

/** The request form, its paper, and what to do until the branch calls. @param parts see ReleaseRequestParts */
export function createReleaseRequest(parts: ReleaseRequestParts): ReleaseRequestService {
  const { store, documentOutput, clock } = parts;
  const form = createFormOnScreen(parts);
  const today = () => dayInJapan(clock.now());

  const handlers: ReleaseRequestService['handlers'] = {
    async open() {
      const step = parts.step();
      if (step !== 'locked' && step !== 'awaitingRelease') return refused(notNow);
      const { entries } = store.current();
      return accepted(await form.show('release', { ...entries, date: dateToOpenWith(entries.date, step, today()) }));
    },
    async openReissue() {
      if (parts.reissueLayout === null) return refused(notNow);
      const { entries } = store.current();
      return accepted(await form.show('reissue', { ...entries, contractorId: parts.contractorId() ?? entries.contractorId, date: today() }));
    },
    async close() {
      form.close();
      return { ok: true };
    },
    keep: async (entries) => accepted(await form.keep({ entries })),
    print: async (entries) => paper(await withPaper(form, entries, async () => success({ kind: await documentOutput.print() }))),
    saveAsPdf: async (entries) => {
      const savePdf = () => saveFile(parts, fileNameFor(form.layout().title, entries.date, 'pdf'), 'pdf', () => documentOutput.makePdf(), form.saved);
      return paper(await withPaper(form, entries, savePdf));
    },
    async showSaved() {
      const path = form.savedPath();
      if (path === null) return refused(notNow);
      documentOutput.showInFolder(path);
      return { ok: true };
    },
    setPrepared: async ({ thing, ready }) => accepted(await form.keep({ prepared: withThing(store.current().prepared, thing, ready) })),
    async saveReminder(reminder) {
      if (!parts.remindersAllowed) return refused(failure('prescribed-by-policy'));
      // The window asks for a later one before it comes to this.
      if (Date.parse(reminder.at) <= clock.now().getTime()) return refused(failure('input-invalid'));
      const content = calendarFile(reminder, `${parts.newId()}@kaitsu.invalid`, clock.now());
      return paper(await saveFile(parts, fileNameFor(reminder.title, dayInJapan(new Date(reminder.at)), 'ics'), 'ics', async () => content));
    },
  };
  return { handlers, current: form.current, settled: store.settled, stepReached: form.stepReached };
}

/** A request that is still to be handed in is handed in today; one that was keeps the day that stands on the paper. */
function dateToOpenWith(kept: string, step: 'locked' | 'awaitingRelease', today: string): string {
  return kept === '' || (step === 'locked' && kept < today) ? today : kept;
}

/** Prints or saves only what is complete; what was typed is kept either way. */
async function withPaper(form: FormOnScreen, entries: RequestEntries, make: () => Promise<Outcome<PaperOutcome>>): Promise<Outcome<PaperOutcome>> {
  if (!form.isOpen()) return notNow;
  await form.keep({ entries });
  const [error] = findEntryErrors(entries, form.layout());
  return error === undefined ? make() : success({ kind: 'incomplete', ...error });
}

function withThing(prepared: readonly PreparedThing[], thing: PreparedThing, ready: boolean): readonly PreparedThing[] {
  const others = prepared.filter((each) => each !== thing);
  return ready ? [...others, thing] : others;
}
