import { X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { days } from '../../main/practice-bank/clock.ts';
import { enrolmentGrantSchema, logonCheckSchema, paths, sessionStatusSchema, setPinsReplySchema } from '../../main/protocol/protocol.ts';
import { serialSchema } from '../../preload/contract/identities.ts';
import { type ExampleName, exampleBank } from '../support/example-banks.ts';
import {
  certificatesOf,
  confirmationPin,
  enrol,
  type Identity,
  identify,
  logOn,
  logonPin,
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

describe('the bank that issues the certificate before the activation', () => {
  const status = async (token: string) => sessionStatusSchema.parse((await bank.call('GET', paths.activationSession, { token })).json());
  const takePins = (token: string, identity?: Identity) =>
    bank.call('PUT', paths.activationPins, { token, identity, body: { registrationPin: bank.registrationPin, logonPin, confirmationPin } });

  /** The first half of the way: the certificate, by the one-time password. */
  async function obtainFirst(): Promise<Identity> {
    const token = await openSession(bank);
    expect(await status(token)).toMatchObject({ next: 'oneTimePassword', position: null });
    const given = enrolmentGrantSchema.parse((await sendOneTimePassword(bank, token, bank.cell(1, 1))).json());
    expect(await status(token)).toMatchObject({ next: 'certificate', grant: given });
    const request = makeRequest(bank.contractorId);
    const [cert = ''] = certificatesOf(await enrol(bank, given.enrolmentSecret, request.base64));
    expect(problemOf(await bank.call('GET', paths.activationSession, { token })).code).toBe('session-expired');
    return { key: request.key, cert };
  }

  beforeEach(() => startExample('fourth'));

  test('goes from the one-time password over the certificate to the PINs, and lets nobody log on before', async () => {
    const identity = await obtainFirst();
    expect(problemOf(await logOn(bank, identity)).code).toBe('step-out-of-order');
    const token = await openSession(bank);
    expect(await status(token)).toMatchObject({ next: 'pins' });
    expect((await takePins(token, identity)).json()).toEqual({ position: null });
    expect(await status(token)).toMatchObject({ next: 'logon' });
    expect((await logOn(bank, identity)).status).toBe(200);
    expect(problemOf(await identify(bank)).code).toBe('activation-already-done');
  });

  test('takes no PINs before the certificate, and no certificate without the one-time password', async () => {
    const token = await openSession(bank);
    expect(problemOf(await takePins(token)).code).toBe('step-out-of-order');
    expect(problemOf(await enrol(bank, 'x'.repeat(40), makeRequest(bank.contractorId).base64)).code).toBe('enrolment-refused');
  });

  test('takes PINs from the holder of a certificate in force alone, and still counts a wrong registration PIN', async () => {
    const identity = await obtainFirst();
    const token = await openSession(bank);
    expect(problemOf(await takePins(token)).code).toBe('certificate-required');
    const serial = serialSchema.parse(new X509Certificate(identity.cert).serialNumber);
    const wrong = { registrationPin: bank.registrationPin === '0000' ? '0001' : '0000', logonPin, confirmationPin };
    expect(problemOf(await bank.call('PUT', paths.activationPins, { token, identity, body: wrong }))).toMatchObject({
      code: 'registration-pin-refused',
      attemptsLeft: 6,
    });
    bank.bank.revokeCertificate(serial);
    expect(problemOf(await takePins(token, identity)).code).toBe('certificate-revoked');
    expect(problemOf(await logOn(bank, identity)).code).toBe('certificate-revoked');
  });

  test('begins again with the one-time password when the branch releases the contract once more', async () => {
    const identity = await obtainFirst();
    bank.bank.lockAgain(bank.contractorId);
    expect(problemOf(await identify(bank)).code).toBe('activation-not-released');
    bank.bank.releaseLock(bank.contractorId);
    const token = await openSession(bank);
    expect(await status(token)).toMatchObject({ next: 'oneTimePassword' });
    expect(problemOf(await takePins(token, identity)).code).toBe('step-out-of-order');
  });
});

test('the other banks take PINs without a certificate, and issue none before them', async () => {
  await startExample('first');
  const token = await openSession(bank);
  expect(sessionStatusSchema.parse((await bank.call('GET', paths.activationSession, { token })).json())).toMatchObject({ next: 'pins' });
  expect(problemOf(await sendOneTimePassword(bank, token, bank.cell(1, 1))).code).toBe('step-out-of-order');
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
