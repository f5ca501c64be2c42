import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';

const lostCodes: ReadonlySet<ProblemCode> = new Set(['bank-unreachable', 'bank-timeout', 'bank-answer-invalid', 'bank-failure']);

/** @returns whether after this problem nobody here knows if the bank did what it was asked */
export function isAnswerLost(code: ProblemCode): boolean {
  return lostCodes.has(code);
}
