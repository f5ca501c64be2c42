import type { PublishedBank } from '../bank.ts';
import { profileMarks } from './described-window.ts';

/**
 * What tells bank profiles apart in a full code: a number out of few, which says nothing of the bank by itself. Whoever
 * reads the code looks among the profiles that they know.
 */

/** FNV-1a (Fowler, Noll, Vo), 32 bits, by characters in place of octets, over the rules that the window draws. @returns 0 to profileMarks - 1 */
export function profileMark({
  name,
  practice,
  pinRule,
  oneTimePasswordLength,
  cardGrid,
  stepOrder,
  wrongAttemptLimit,
  certificate,
  users,
}: PublishedBank): number {
  const rules = JSON.stringify([name.ja, practice, pinRule, oneTimePasswordLength, cardGrid, stepOrder, wrongAttemptLimit, certificate, users]);
  let hash = 0x811c9dc5;
  for (const unit of rules) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) % profileMarks;
}
