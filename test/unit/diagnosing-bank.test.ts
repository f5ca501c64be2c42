import { describe, expect, test } from 'vitest';
import { type Circumstances, diagnosingBank } from '../../main/diagnosis/diagnosing-bank.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { contractorId, goodBank } from './procedure-world.ts';

const day = 24 * 60 * 60_000;
const expiry = new Date('2026-10-01T00:00:00.000Z');
const own = { contractorId, notAfter: expiry };
const neighbour = { contractorId: contractorIdSchema.parse('99999999999'), notAfter: expiry };
const rule = { renewalWindowDays: 30, graceDays: 80, renewalClosesAt: null, afterGrace: 'paperForm' } as const;
const signal = new AbortController().signal;

/** What the person is told at the logon when the bank says `said`, under these circumstances. */
async function toldAtLogon(said: ProblemCode, some: Partial<Circumstances> = {}): Promise<unknown> {
  const circumstances: Circumstances = {
    certificates: async () => [own],
    bankTime: async () => expiry,
    renewalRule: () => rule,
    ...some,
  };
  const bank = diagnosingBank({ ...goodBank(), logOn: async () => failure(said, { attemptsLeft: 3 }) }, circumstances);
  const answer = await bank.logOn({ contractorId, logonPin: new Redacted('x') }, signal);
  return answer.ok ? null : [answer.problem.code, answer.problem.attemptsLeft];
}

async function toldAtIdentification(certificates: Circumstances['certificates']): Promise<unknown> {
  const circumstances: Circumstances = { certificates, bankTime: async () => null, renewalRule: () => rule };
  const bank = diagnosingBank({ ...goodBank(), identify: async () => failure('activation-already-done') }, circumstances);
  const answer = await bank.identify({ contractorId, registrationPin: new Redacted('1234') }, signal);
  return answer.ok ? null : answer.problem.code;
}

const daysLater = (days: number) => ({ bankTime: async () => new Date(expiry.getTime() + days * day) });

describe('an expired certificate', () => {
  test('can be renewed within the days of grace, by the time of the bank', async () => {
    expect(await toldAtLogon('certificate-expired', daysLater(79))).toEqual(['certificate-expired', 3]);
  });

  test('needs the paper form after them, where the bank says so', async () => {
    expect(await toldAtLogon('certificate-expired', daysLater(80))).toEqual(['certificate-expired-paper-form', 3]);
  });

  test('an expired certificate of a bank without grace has to be revoked first', async () => {
    const noGrace = { ...rule, graceDays: 0, afterGrace: 'revokeFirst' } as const;
    expect(await toldAtLogon('certificate-expired', { ...daysLater(1), renewalRule: () => noGrace })).toEqual(['certificate-expired-revoke-first', 3]);
  });

  test('is only said to be expired while the time of the bank is not known', async () => {
    expect(await toldAtLogon('certificate-expired', { bankTime: async () => null })).toEqual(['certificate-expired', 3]);
  });
});

describe('a certificate that the bank does not take', () => {
  test('and that it never saw, though it was presented, was lost on the way', async () => {
    expect(await toldAtLogon('certificate-required')).toEqual(['certificate-not-offered', 3]);
  });

  test('and that is not on this PC is on another one', async () => {
    expect(await toldAtLogon('certificate-required', { certificates: async () => [neighbour] })).toEqual(['certificate-absent-on-pc', 3]);
  });

  test('and another certificate on this PC was chosen', async () => {
    expect(await toldAtLogon('certificate-wrong-contract', { certificates: async () => [own, neighbour] })).toEqual(['certificate-wrong-chosen', 3]);
    expect(await toldAtLogon('certificate-wrong-contract')).toEqual(['certificate-wrong-contract', 3]);
  });
});

describe('a white page after the PIN', () => {
  test.each(['bank-unreachable', 'bank-timeout', 'bank-answer-invalid'] as const)('is told from %s by asking the bank something else', async (said) => {
    expect(await toldAtLogon(said)).toEqual(['answer-stopped-after-pin', 3]);
    expect(await toldAtLogon(said, { bankTime: async () => null })).toEqual([said, 3]);
  });

  test('is not what a wrong PIN is taken for', async () => expect(await toldAtLogon('logon-refused')).toEqual(['logon-refused', 3]));
});

describe('an activation that was done before', () => {
  test('leaves the sole administrator stuck where this PC has no certificate', async () => {
    expect(await toldAtIdentification(async () => [neighbour])).toBe('sole-administrator-stuck');
  });

  test('leads to the logon where it has one, and is not guessed at where that cannot be told', async () => {
    expect(await toldAtIdentification(async () => [own])).toBe('activation-already-done');
    expect(await toldAtIdentification(async () => null)).toBe('activation-already-done');
  });
});
