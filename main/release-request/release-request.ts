import { basename, join } from 'node:path';
import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { failure, type Outcome, type ProblemCause, problemOf } from '../../preload/contract/problem.ts';
import type { Accepted, StepName } from '../../preload/contract/procedure.ts';
import type { PaperOutcome, ReleaseRequest, RequestEntries, RequestLayout } from '../../preload/contract/release-request.ts';
import { findFaults } from '../../preload/contract/request-rules.ts';
import type { PreparedThing, RequestForm } from '../../preload/contract/request-words.ts';
import type { Clock, Log } from '../support/ports.ts';
import { calendarFile } from './calendar.ts';
import { dayInJapan, fileNameFor } from './file-names.ts';
import type { KeptRequest, RequestStore } from './request-store.ts';

/** What a printing can come to; the window's own words for it. */
export type Printed = Exclude<PaperOutcome['kind'], 'incomplete'>;

/** The window and the desktop, as the release request needs them. */
export type DocumentOutput = {
  /** Prints the paper that the window shows; null where there is no window. */
  print(): Promise<Printed>;
  /** The same paper as a PDF. */
  makePdf(): Promise<Uint8Array>;
  /** Asks where to save. @returns the path, or null when the person thought better of it */
  askWhere(proposed: string, kind: 'pdf' | 'ics'): Promise<string | null>;
  write(path: string, content: Uint8Array | string): Promise<Outcome<void>>;
  showInFolder(path: string): void;
};

export type ReleaseRequestParts = {
  readonly layout: RequestLayout;
  /** Of the paper for a new certificate; null where the bank hands out its own. */
  readonly reissueLayout: RequestLayout | null;
  readonly store: RequestStore;
  readonly documentOutput: DocumentOutput;
  /** Where papers are proposed to be saved; asked each time. */
  readonly documents: () => string;
  /** Where the procedure stands: the form for a release has its place only before the branch's call. */
  readonly step: () => StepName;
  /** The contract that the procedure is about; null while it is not known. */
  readonly contractorId: () => ContractorId | null;
  readonly publish: (value: ReleaseRequest) => void;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly log: Log;
};

type Handlers = RequestHandlers['releaseRequest'];
type PaperReply = { readonly ok: true; readonly value: PaperOutcome } | { readonly ok: false; readonly problem: ReturnType<typeof problemOf> };

export type ReleaseRequestService = {
  readonly handlers: Handlers;
  current(): ReleaseRequest;
  /** Resolves once all that was to be kept is on the disk. */
  settled(): Promise<void>;
  /** Told of every step that the procedure reaches. */
  stepReached(step: StepName, before: StepName): void;
};

const accepted: Accepted = { ok: true };
const refused = (cause: ProblemCause): { readonly ok: false; readonly problem: ReturnType<typeof problemOf> } => ({ ok: false, problem: problemOf(cause) });
const paper = (value: PaperOutcome): PaperReply => ({ ok: true, value });

/** The request form, its paper, and what to do until the branch calls. @param parts see ReleaseRequestParts */
export function createReleaseRequest(parts: ReleaseRequestParts): ReleaseRequestService {
  const { store, publish } = parts;
  let open: RequestForm | null = null;
  let last: RequestForm = 'release';
  const layout = () => (last === 'reissue' ? (parts.reissueLayout ?? parts.layout) : parts.layout);
  let savedPath: string | null = null;

  const current = (): ReleaseRequest => {
    const { entries, prepared } = store.current();
    const savedAs = savedPath === null ? null : basename(savedPath);
    return {
      open: open !== null,
      form: last,
      offersReissue: parts.reissueLayout !== null,
      layout: layout(),
      entries,
      prepared: [...prepared],
      unavailable: store.isUnavailable(),
      savedAs,
    };
  };
  const keep = async (some: Partial<KeptRequest>): Promise<Accepted> => {
    const changing = store.change(some);
    publish(current());
    const changed = await changing;
    return changed.ok ? accepted : refused(changed.problem);
  };
  // The form takes over what is read late.
  store.onRecovered(() => publish(current()));
  /** Prints or saves only what is complete; what was typed is kept either way. */
  const withPaper = async (entries: RequestEntries, make: () => Promise<PaperReply>): Promise<PaperReply> => {
    if (open === null) return refused({ code: 'not-now' });
    await keep({ entries });
    const [fault] = findFaults(entries, layout());
    return fault === undefined ? make() : paper({ kind: 'incomplete', ...fault });
  };
  const show = async (form: RequestForm, entries: RequestEntries): Promise<Accepted> => {
    // A paper that was saved is not the other one.
    if (form !== last) savedPath = null;
    open = form;
    last = form;
    const opened = await keep({ entries });
    // It is open all the same; that what was kept cannot be read now stands in a notice.
    return opened.ok || opened.problem.code !== 'file-unavailable' ? opened : accepted;
  };
  const saved = (path: string): void => {
    savedPath = path;
    publish(current());
  };

  const handlers: Handlers = {
    async open() {
      const step = parts.step();
      if (step !== 'locked' && step !== 'awaitingRelease') return refused({ code: 'not-now' });
      const { entries } = store.current();
      return show('release', { ...entries, date: dateToOpenWith(entries.date, step, dayInJapan(parts.clock.now())) });
    },
    async openReissue() {
      if (parts.reissueLayout === null) return refused({ code: 'not-now' });
      const { entries } = store.current();
      return show('reissue', { ...entries, contractorId: parts.contractorId() ?? entries.contractorId, date: dayInJapan(parts.clock.now()) });
    },
    async close() {
      open = null;
      publish(current());
      return accepted;
    },
    keep: (entries) => keep({ entries }),
    print: (entries) => withPaper(entries, async () => paper({ kind: await parts.documentOutput.print() })),
    saveAsPdf: (entries) => withPaper(entries, () => savePdf(parts, layout().title, entries, saved)),
    async showSaved() {
      if (savedPath === null) return refused({ code: 'not-now' });
      parts.documentOutput.showInFolder(savedPath);
      return accepted;
    },
    setPrepared: ({ thing, ready }) => keep({ prepared: withThing(store.current().prepared, thing, ready) }),
    async saveReminder(reminder) {
      // The window asks for a later one before it comes to this.
      if (Date.parse(reminder.at) <= parts.clock.now().getTime()) return refused({ code: 'input-invalid' });
      const content = calendarFile(reminder, `${parts.newId()}@kaitsu.invalid`, parts.clock.now());
      return saveFile(parts, fileNameFor(reminder.title, dayInJapan(new Date(reminder.at)), 'ics'), 'ics', async () => content);
    },
  };
  return { handlers, current, settled: store.settled, stepReached };

  function stepReached(step: StepName, before: StepName): void {
    if (step === before) return;
    const wasOpen = open !== null;
    open = null;
    // What lay ready for an earlier lock says nothing of this one.
    if (step === 'awaitingRelease' && before === 'locked') void keep({ prepared: [] });
    else if (wasOpen) publish(current());
  }
}

/** A request that is still to be handed in is handed in today; one that was keeps the day that stands on the paper. */
function dateToOpenWith(kept: string, step: 'locked' | 'awaitingRelease', today: string): string {
  return kept === '' || (step === 'locked' && kept < today) ? today : kept;
}

function savePdf(parts: ReleaseRequestParts, title: string, entries: RequestEntries, saved: (path: string) => void): Promise<PaperReply> {
  return saveFile(parts, fileNameFor(title, entries.date, 'pdf'), 'pdf', () => parts.documentOutput.makePdf(), saved);
}

async function saveFile(
  { documentOutput, documents, log }: ReleaseRequestParts,
  name: string,
  kind: 'pdf' | 'ics',
  make: () => Promise<Uint8Array | string>,
  saved: (path: string) => void = () => undefined,
): Promise<PaperReply> {
  // Made before the dialog stands in front of the page.
  const content = await make();
  const path = await documentOutput.askWhere(join(documents(), name), kind);
  if (path === null) return paper({ kind: 'cancelled' });
  const written = await documentOutput.write(path, content);
  if (!written.ok)
    return refused(failure(written.problem.code, { reference: log.error('release-request.not-saved', { kind, code: written.problem.code }) }).problem);
  saved(path);
  return paper({ kind: 'done' });
}

function withThing(prepared: readonly PreparedThing[], thing: PreparedThing, ready: boolean): readonly PreparedThing[] {
  const others = prepared.filter((each) => each !== thing);
  return ready ? [...others, thing] : others;
}
