import { z } from 'zod';
import { serialSchema } from '../../preload/contract/identities.ts';
import { type Problem, problemSchema } from '../../preload/contract/problem.ts';
import { problemFacts } from '../../preload/contract/problem-facts.ts';
import type { ProcedureState } from '../../preload/contract/procedure.ts';
import type { StepOrder } from '../../preload/contract/step-order.ts';
import type { ProcedureEvent } from './events.ts';

/**
 * What was done, and when: the journal's list of events, of which the record for the company's files is made. It is of
 * one procedure, the last: the next one begins with a new release request, or, after a logon, with the branch's call, an
 * activation, or what is done after starting over or asking for a renewal. Entries are added and never changed; beyond the bounds they are counted.
 */

const at = z.iso.datetime();
const certificate = { serial: serialSchema.max(200), notAfter: at };
const entrySchema = z.discriminatedUnion('what', [
  z.object({ what: z.enum(['requested', 'released', 'activated']), at }),
  z.object({ what: z.enum(['certificate', 'renewal', 'loggedOn']), at, ...certificate }),
  /** Whose they are is not written: user IDs are kept nowhere on this PC. */
  z.object({ what: z.literal('userPins'), at }),
  z.object({ what: z.literal('refused'), at, code: problemSchema.shape.code, screenCode: z.string().max(100) }),
  /** The next entry begins another procedure's record. */
  z.object({ what: z.literal('closed'), at }),
]);
const count = z.int().min(0);

export const keptRecordSchema = z.object({
  contract: z.object({ lastFour: z.string().regex(/^[0-9]{4}$/u), organization: z.string().max(1_000).nullable() }).nullable(),
  entries: z.array(entrySchema).max(400),
  /** What was not taken up any more, by kind. */
  beyond: z.object({ refused: count, userPins: count, others: count }),
});
type KeptRecord = z.infer<typeof keptRecordSchema>;
type KeptEntry = KeptRecord['entries'][number];

/** userId: as long as the program runs that did it, and never on the disk. */
export type RecordEntry = Exclude<KeptEntry, { what: 'userPins' }> | { readonly what: 'userPins'; readonly at: string; readonly userId?: string };
export type ProcedureRecord = Readonly<Pick<KeptRecord, 'contract' | 'beyond'>> & { readonly entries: readonly RecordEntry[] };

/** What the users' administration adds. */
export type RecordNote = { readonly what: 'userPins'; readonly userId: string } | { readonly what: 'refused'; readonly problem: Problem };

export const emptyRecord: ProcedureRecord = { contract: null, entries: [], beyond: { refused: 0, userPins: 0, others: 0 } };

const most = { refused: 100, userPins: 200, others: 60 } as const;
const kindOf = ({ what }: RecordEntry): keyof typeof most => (what === 'refused' || what === 'userPins' ? what : 'others');

/** before, after: where the procedure stood and stands; now: ISO 8601. */
type Circumstances = { readonly before: ProcedureState; readonly after: ProcedureState; readonly order: StepOrder; readonly now: string };

/**
 * @param record so far
 * @param event what happened, and had its place
 * @returns the record with what is worth noting of it
 */
export function recordAfter(record: ProcedureRecord, event: ProcedureEvent, { before, after, order, now }: Circumstances): ProcedureRecord {
  const current = begun(record);
  const isOver = isComplete(current);
  const add = (entry: RecordEntry, to = current) => added({ ...to, contract: contractOf(after) ?? contractOf(before) ?? to.contract }, entry);
  // With the release and the activation another procedure begins, too: not every one has a request that was reported here.
  const upTo = isOver ? emptyRecord : current;
  switch (event.type) {
    case 'journalSetAside':
      return emptyRecord;
    case 'releaseRequested':
      return add({ what: 'requested', at: event.at }, emptyRecord);
    case 'released':
      return add({ what: 'released', at: now }, upTo);
    // The activation is done with whichever of the two comes last: before that, nothing is noted.
    case 'pinsAccepted':
      return order.at(-1) === 'newPins' ? add({ what: 'activated', at: now }, upTo) : record;
    case 'activated':
      return order.at(-1) === 'newPins' ? upTo : add({ what: 'activated', at: now }, upTo);
    case 'certificateInstalled': {
      const { serial, notAfter } = event.certificate;
      return add({ what: before.step === 'renewal' ? 'renewal' : 'certificate', at: now, serial, notAfter });
    }
    case 'loggedOn':
      // Who logs on again later is past the end of the procedure.
      return after.step !== 'loggedOn' || isOver
        ? record
        : add({ what: 'loggedOn', at: now, serial: after.certificate.serial, notAfter: after.certificate.notAfter });
    case 'startedOver':
    case 'renewalAsked':
      return isOver ? added(record, { what: 'closed', at: now }) : record;
    case 'refused':
    case 'sessionLost':
    case 'retrievalFailed':
      return isOver ? record : refused(record, event.problem, add, now);
    case 'loggedOff':
      // Who logged off was refused nothing.
      return event.problem === null ? record : refused(record, event.problem, add, now);
    default:
      return record;
  }
}

/** @returns the record with what the users' administration did */
export function recordWith(record: ProcedureRecord, note: RecordNote, now: string): ProcedureRecord {
  const add = (entry: RecordEntry) => added(begun(record), entry);
  return note.what === 'refused' ? refused(record, note.problem, add, now) : add({ ...note, at: now });
}

/** @returns what may lie on the disk of it */
export function keptRecord({ entries, ...record }: ProcedureRecord): KeptRecord {
  return { ...record, entries: entries.map((entry) => (entry.what === 'userPins' ? { what: entry.what, at: entry.at } : entry)) };
}

/** The record that the next entry belongs to. */
function begun(record: ProcedureRecord): ProcedureRecord {
  return record.entries.at(-1)?.what === 'closed' ? emptyRecord : record;
}

/** Logged on, with which the procedure is at its end. */
function isComplete({ entries }: ProcedureRecord): boolean {
  return entries.some(({ what }) => what === 'loggedOn');
}

/** What merely informs (the session's time was over, the bank takes its time) refuses nothing. */
function refused(record: ProcedureRecord, { code, screenCode }: Problem, add: (entry: RecordEntry) => ProcedureRecord, now: string): ProcedureRecord {
  return problemFacts[code].severity === 'information' ? record : add({ what: 'refused', at: now, code, screenCode });
}

function added(record: ProcedureRecord, entry: RecordEntry): ProcedureRecord {
  const kind = kindOf(entry);
  const isFull = record.entries.filter((each) => kindOf(each) === kind).length >= most[kind];
  // By these two the end is known; there is one of each at most.
  const isEnd = entry.what === 'loggedOn' || entry.what === 'closed';
  if (isFull && !isEnd) return { ...record, beyond: { ...record.beyond, [kind]: record.beyond[kind] + 1 } };
  return { ...record, entries: [...record.entries, entry] };
}

function contractOf(state: ProcedureState): ProcedureRecord['contract'] {
  if (!('contractorId' in state)) return null;
  return { lastFour: state.contractorId.slice(-4), organization: 'organization' in state ? state.organization : null };
}
