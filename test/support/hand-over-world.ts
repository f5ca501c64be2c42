import { readFileSync } from 'node:fs';
import { type BankProfile, bankProfileSchema } from '../../main/bank/profile.ts';
import { checkChain } from '../../main/hand-over/chain.ts';
import { type Link, lineOf, type NewEntry, noLink } from '../../main/hand-over/line.ts';
import { checkFile, closedFile } from '../../main/hand-over/record-file.ts';
import type { HandOverStep } from '../../preload/contract/hand-over.ts';

/** Records to look at, as the program writes them. */

export function practiceProfile(): BankProfile {
  return bankProfileSchema.parse(JSON.parse(readFileSync('assets/bank-profiles/practice.json', 'utf8')));
}

const steps: readonly HandOverStep[] = [
  { what: 'begun', why: 'new', setAside: null, old: null },
  { what: 'requested' },
  { what: 'released' },
  { what: 'activated' },
  { what: 'loggedOff', how: 'asked' },
];

export const newEntry = (step: HandOverStep, at = '2026-11-22T01:12:00.000Z', user = '港 花子'): NewEntry => ({
  at,
  by: { user, pc: 'MINATO-PC01', version: '1.2.3' },
  lastFour: '0036',
  step,
});

/** @returns so many lines, each bound to the one before */
export function chainOf(length: number, user?: string): readonly string[] {
  const lines: string[] = [];
  let last: Link = noLink;
  for (let index = 0; index < length; index += 1) {
    const at = new Date(Date.UTC(2026, 10, 22, 1, index)).toISOString();
    const line = lineOf(newEntry(steps[index % steps.length] ?? { what: 'released' }, at, user), last);
    last = { n: index + 1, hash: line.slice(-66, -2) };
    lines.push(line);
  }
  return lines;
}

/** The same as the file that leaves the PC. @returns its lines, the closing one last */
export function exportedLines(length: number, user?: string): readonly string[] {
  const lines = chainOf(length, user);
  return closedFile(lines, checkChain(lines, null).last, '2026-12-01T00:00:00.000Z').trimEnd().split('\n');
}

export const check = (lines: readonly string[]) => checkFile(Buffer.from(lines.map((line) => `${line}\n`).join('')));
