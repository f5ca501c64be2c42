import { type RecordedStep, type RecordPaper, recordLimits } from '../../preload/contract/record.ts';
import type { ProcedureRecord, RecordEntry } from '../procedure/record.ts';

type EntryOf<W extends RecordEntry['what']> = Extract<RecordEntry, { what: W }>;
type Refusal = RecordPaper['refusals']['shown'][number];

/**
 * What stands on the page. What is too much for one page is counted, so that the page is true whatever happened.
 * @param record what the journal noted
 * @param place who makes it, and where
 * @param now ISO 8601
 */
export function paperOf({ contract, entries, beyond }: ProcedureRecord, place: RecordPaper['place'], now: string): RecordPaper {
  const done = entries.flatMap(stepOf);
  const withCertificate = done.flatMap((step) => ('serial' in step ? [step] : [])).at(-1);
  return {
    madeAt: now,
    contract: contract === null ? null : { ...contract, organization: contract.organization === null ? null : cut(contract.organization, 40) },
    place: { user: cut(place.user, 24), pc: cut(place.pc, 24), version: cut(place.version, 24) },
    certificate: withCertificate === undefined ? null : { serial: withCertificate.serial, notAfter: withCertificate.notAfter },
    done: { shown: done.slice(-recordLimits.done), more: Math.max(0, done.length - recordLimits.done) + beyond.others },
    users: usersOf(entries.filter(isOf('userPins')), beyond.userPins),
    refusals: refusalsOf(entries.filter(isOf('refused')), beyond.refused),
  };
}

const isOf =
  <W extends RecordEntry['what']>(what: W) =>
  (entry: RecordEntry): entry is EntryOf<W> =>
    entry.what === what;

function stepOf(entry: RecordEntry): RecordedStep[] {
  switch (entry.what) {
    case 'requested':
    case 'released':
    case 'activated':
    case 'certificate':
    case 'renewal':
    case 'loggedOn':
      return [entry];
    case 'userPins':
    case 'refused':
    case 'closed':
      return [];
    default:
      return entry satisfies never;
  }
}

/** A user whose PINs were given anew twice is named once. */
function usersOf(changes: readonly EntryOf<'userPins'>[], beyond: number): RecordPaper['users'] {
  const [first] = changes;
  if (first === undefined) return null;
  const named = [...new Set(changes.flatMap(({ userId }) => (userId === undefined ? [] : [userId])))];
  const shown = named.slice(0, recordLimits.users);
  return {
    named: shown.map((userId) => cut(userId, 20)),
    more: named.length - shown.length,
    unnamed: changes.filter(({ userId }) => userId === undefined).length + beyond,
    firstAt: first.at,
    lastAt: changes.at(-1)?.at ?? first.at,
  };
}

/** One line a screen code, in the order in which they were first met. */
function refusalsOf(refusals: readonly EntryOf<'refused'>[], beyond: number): RecordPaper['refusals'] {
  const byCode = new Map<string, Refusal>();
  for (const { screenCode, code, at } of refusals) {
    const key = cut(screenCode, 12);
    byCode.set(key, { screenCode: key, code, times: (byCode.get(key)?.times ?? 0) + 1, lastAt: at });
  }
  const shown = [...byCode.values()].slice(0, recordLimits.refusals);
  return { shown, more: refusals.length - shown.reduce((sum, { times }) => sum + times, 0) + beyond };
}

/** @returns the text, at most so many UTF-16 units; that something was cut off is marked */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length >= longest) break;
    kept += character;
  }
  return `${kept}…`;
}
