import { afterEach, describe, expect, test } from 'vitest';
import { days } from '../../main/practice-bank/clock.ts';
import { enrolmentGrantSchema, logonCheckSchema, paths, setPinsReplySchema } from '../../main/protocol/protocol.ts';
import { type ExampleName, exampleBank } from '../support/example-banks.ts';
import {
  certificatesOf,
  enrol,
  type Identity,
  identify,
  makeRequest,
  openSession,
  problemOf,
  sendOneTimePassword,
  sendPins,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

/** The practice bank refuses what a bank of that profile would refuse, rule by rule. */

let bank: TestBank;
afterEach(() => bank.end());

async function startExample(name: ExampleName): Promise<void> {
  bank = await startTestBank({ profile: exampleBank(name), demoUsers: 0 });
  bank.bank.releaseLock(bank.contractorId);
}

test.each([
  ['first', 7],
  ['second', 5],
  ['third', 10],
] as const)('the %s bank locks with the %ith wrong entry, and not before', async (name, limit) => {
  await startExample(name);
  const wrong = { registrationPin: bank.registrationPin === '0000' ? '0001' : '0000' };
  for (let left = limit - 1; left > 0; left -= 1)
    expect(problemOf(await identify(bank, wrong))).toMatchObject({ code: 'identification-refused', attemptsLeft: left });
  expect(problemOf(await identify(bank, wrong))).toMatchObject({ code: 'pin-locked', attemptsLeft: 0 });
  expect(problemOf(await identify(bank))).toMatchObject({ code: 'pin-locked' });
});

test.each([
  ['first', 'Sakura-2024', 'pin-rule-violated'],
  ['first', 'Sakura2024', null],
  ['second', 'Sakura-2024', null],
  ['second', 'Sakura+2024', 'pin-rule-violated'],
  ['second', 'Sak-024', 'pin-rule-violated'],
] as const)('the %s bank, asked for the PIN %s, says %s', async (name, logonPin, refusal) => {
  await startExample(name);
  const answer = await sendPins(bank, await openSession(bank), { logonPin, confirmationPin: 'Momiji9x' });
  if (refusal === null) expect(answer.status).toBe(200);
  else expect(problemOf(answer)).toMatchObject({ code: refusal, field: 'logonPin' });
});

test.each([
  ['first', 2, true],
  ['second', 6, false],
  ['third', 4, true],
] as const)('the %s bank wants %i digits of its card, by position: %s', async (name, length, byPosition) => {
  await startExample(name);
  const token = await openSession(bank);
  const { position } = setPinsReplySchema.parse((await sendPins(bank, token)).json());
  expect(position !== null).toBe(byPosition);
  const right = bank.cell(position?.row ?? 1, position?.column ?? 1);
  expect(right).toMatch(new RegExp(`^[0-9]{${length}}$`, 'u'));
  expect(problemOf(await sendOneTimePassword(bank, token, right.slice(1)))).toMatchObject({ code: 'one-time-password-refused' });
  expect((await sendOneTimePassword(bank, token, right)).status).toBe(200);
});

/** A certificate of this bank, got as its customers get it. */
async function obtainCertificate(): Promise<Identity & { readonly end: number }> {
  const token = await openSession(bank);
  const { position } = setPinsReplySchema.parse((await sendPins(bank, token)).json());
  const given = await sendOneTimePassword(bank, token, bank.cell(position?.row ?? 1, position?.column ?? 1));
  const { enrolmentSecret } = enrolmentGrantSchema.parse(given.json());
  const request = makeRequest(bank.contractorId);
  const [cert = ''] = certificatesOf(await enrol(bank, enrolmentSecret, request.base64));
  const identity = { key: request.key, cert };
  const checked = await bank.call('GET', `${paths.logon}?contractorId=${bank.contractorId}`, { identity });
  return { ...identity, end: Date.parse(logonCheckSchema.parse(checked.json()).certificateNotAfter) };
}

/** Nine in the morning, in Japan, of the day on which a certificate ends. */
const nineOf = (end: number) => Math.floor((end + 9 * 3_600_000) / days) * days;

describe('a renewal', () => {
  /** How long before the instant, in milliseconds, a request is sent. */
  const aMoment = 60_000;
  const organization = '株式会社サンプル商事';

  test.each<[ExampleName, string, (end: number) => number, string | null]>([
    ['first', 'too early', (end) => end - 30 * days - aMoment, 'certificate-request-refused'],
    ['first', '30 days before', (end) => end - 30 * days + aMoment, null],
    ['first', 'before nine on the last day', (end) => Math.min(nineOf(end), end) - aMoment, null],
    ['first', 'at nine on the last day', (end) => Math.min(nineOf(end), end), 'certificate-expired'],
    ['first', 'after the expiry', (end) => end + aMoment, 'certificate-expired'],
    ['second', 'too early', (end) => end - 40 * days - aMoment, 'certificate-request-refused'],
    ['second', '40 days before', (end) => end - 40 * days + aMoment, null],
    ['second', 'on the last of 90 days', (end) => end + 90 * days - aMoment, null],
    ['second', 'after 90 days', (end) => end + 90 * days + aMoment, 'certificate-expired'],
    ['third', 'too early', (end) => end - 28 * days - aMoment, 'certificate-request-refused'],
    ['third', '28 days before', (end) => end - 28 * days + aMoment, null],
    ['third', 'on the last of 180 days', (end) => end + 180 * days - aMoment, null],
    ['third', 'after 180 days', (end) => end + 180 * days + aMoment, 'certificate-expired'],
  ])('at the %s bank, %s', async (name, _when, instantOf, refusal) => {
    await startExample(name);
    const { end, ...identity } = await obtainCertificate();
    bank.clock.advance(instantOf(end) - bank.clock.now().getTime());
    const headers = { 'content-type': 'application/pkcs10' };
    const { base64 } = makeRequest(bank.contractorId, { organization });
    const answer = await bank.call('POST', paths.simpleReenroll, { headers, body: base64, identity, key: null });
    if (refusal === null) expect(certificatesOf(answer)).toHaveLength(1);
    else expect(problemOf(answer).code).toBe(refusal);
  });
});
