import type { DescribedEntries } from '../../preload/contract/full-code/described-window.ts';
import type { RequestEntries } from '../../preload/contract/release-request.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import type { LockedPin, RequestInput } from '../../preload/contract/request-words.ts';
import { requestEntries } from '../help/samples/request.ts';

/** What stands on the paper, in a full code (filled in or not, and what is wrong) and as a sample. */

/** What cannot be, where somebody typed such a thing. */
const wrong: Partial<RequestEntries> = { date: '2026-02-30', accountNumber: '123', contractorId: '4071', contactPhone: '1234' };

const texts = [
  'date',
  'branch',
  'company',
  'representative',
  'accountNumber',
  'contractorId',
  'userName',
  'reasonText',
  'contactName',
  'contactPhone',
] as const;

/** @returns entries that look as described */
export function sampleEntries(described: DescribedEntries): RequestEntries {
  const text = (name: (typeof texts)[number]) => {
    const entry = described[name];
    if (entry === '' || entry === '!') return '';
    return entry === '?' ? (wrong[name] ?? requestEntries[name]) : requestEntries[name];
  };
  const { lockedPins, reason, accountKind } = described;
  return {
    ...noEntries,
    ...Object.fromEntries(texts.map((name) => [name, text(name)])),
    accountKind,
    lockedPins: lockedPins === '!' || lockedPins === '' ? [] : (lockedPins.split('+') as LockedPin[]),
    reason: reason === '!' ? null : (reason as RequestEntries['reason']),
  };
}

/** @returns whether the form was checked, and faults are shown */
export function hasFaults(described: DescribedEntries): boolean {
  return Object.values(described).some((entry) => entry === '!' || entry === '?');
}

/** @param invalid the inputs at which a fault is shown */
export function describeEntries(entries: RequestEntries, invalid: ReadonlySet<RequestInput>): DescribedEntries {
  const entry = (name: (typeof texts)[number]) => {
    const empty = entries[name].trim() === '';
    if (invalid.has(name)) return empty ? '!' : '?';
    return empty ? '' : 'filled';
  };
  const { accountKind, lockedPins, reason } = entries;
  return {
    // Each input has its own entry.
    ...(Object.fromEntries(texts.map((name) => [name, entry(name)])) as Pick<DescribedEntries, (typeof texts)[number]>),
    accountKind,
    lockedPins: invalid.has('lockedPins') ? '!' : lockedPins.join('+'),
    reason: invalid.has('reason') ? '!' : reason,
  };
}
