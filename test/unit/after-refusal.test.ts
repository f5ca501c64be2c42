import { expect, test } from 'vitest';
import { type AfterRefusal, afterRefusal, endsSession } from '../../main/procedure/after-refusal.ts';
import { type ProblemCode, problemCodes } from '../../preload/contract/problem-numbers.ts';

/** Every code at both steps of the session: what is not in this table leaves the person where they are. */
const both = (after: AfterRefusal) => ({ newPins: after, oneTimePassword: after });
const table: Partial<Record<ProblemCode, { readonly newPins: AfterRefusal; readonly oneTimePassword: AfterRefusal }>> = {
  'session-expired': both('loseSession'),
  'pin-locked': both('loseSession'),
  'activation-not-released': both('loseSession'),
  'activation-already-done': both('loseSession'),
  'step-out-of-order': { newPins: 'loseSession', oneTimePassword: 'askTheBank' },
  'bank-unreachable': both('goOnIfTheBankDid'),
  'bank-timeout': both('goOnIfTheBankDid'),
  'bank-answer-invalid': both('goOnIfTheBankDid'),
  'bank-failure': both('goOnIfTheBankDid'),
};

test.each(problemCodes)('%s means the same for the way wherever it comes from', (code) => {
  const { newPins, oneTimePassword } = table[code] ?? both('stay');
  expect(afterRefusal(code, 'newPins')).toBe(newPins);
  expect(afterRefusal(code, 'oneTimePassword')).toBe(oneTimePassword);
});

test('a session is over with whatever loses it at its last step', () => {
  expect(problemCodes.filter(endsSession)).toEqual(problemCodes.filter((code) => afterRefusal(code, 'oneTimePassword') === 'loseSession'));
});
