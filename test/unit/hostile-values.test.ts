import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRetryAt } from '../../main/bank/http-retry.ts';
import type { ProcedureEvent } from '../../main/procedure/events.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import { enrolmentGrantSchema, logonReplySchema, longestSecret, problemDetailsSchema } from '../../main/protocol/protocol.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { createAdministratorSession } from '../../main/users/administrator-session.ts';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { problemOf, problemSchema } from '../../preload/contract/problem.ts';
import { procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { validityOf } from '../../preload/contract/validity.ts';
import { at, certificate, contractorId, goodBank, grant, later, memoryJournal, procedureWorld, settled, walkTo } from './procedure-world.ts';

/** What comes from outside (bank, certificate, clock) may hold anything: no state takes it over unbounded, and no journal is lost by it. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-hostile-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const journal = () => openJournal(programFile(dir, 'journal'));

const huge = 'x'.repeat(2 * 1024 * 1024);
const instants = ['', 'tomorrow', '+012000-01-01T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '2026-13-45T99:99:99Z', huge];
const numbers = [-1, 0.5, 2 ** 31, 2 ** 53, Number.MAX_VALUE, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
const texts = [huge, '\u0000', '\uD800'];
const problem = problemOf({ code: 'bank-closed' }, '2-3-309');

/** Where the person waits, and what may come there with one value that is out of all bounds. */
const hostile: readonly (readonly [Parameters<typeof walkTo>[1], ProcedureEvent, readonly ProcedureEvent[]])[] = [
  [
    'identification',
    { type: 'identificationSent' },
    [
      ...instants.map((expiresAt) => ({ type: 'identified', contractorId, expiresAt }) as const),
      // Past the types, as a bug would bring them.
      ...[...texts, '1', ''].map((who) => ({ type: 'identified', contractorId: who as ContractorId, expiresAt: later }) as const),
      ...instants.map((retryAt) => ({ type: 'refused', problem: { ...problem, retryAt } }) as const),
      ...numbers.map((attemptsLeft) => ({ type: 'refused', problem: { ...problem, attemptsLeft } }) as const),
      { type: 'refused', problem: { ...problem, reference: huge } },
      { type: 'refused', problem: { ...problem, screenCode: huge } },
    ],
  ],
  ['newPins', { type: 'pinsSent' }, numbers.map((row) => ({ type: 'pinsAccepted', position: { row, column: 1 } }) as const)],
  [
    'oneTimePassword',
    { type: 'oneTimePasswordSent' },
    [
      ...instants.map((enrolBefore) => ({ type: 'activated', contractorId, organization: '見本', enrolBefore }) as const),
      { type: 'activated', contractorId, organization: huge, enrolBefore: later },
      ...numbers.map((column) => ({ type: 'sessionFound', next: 'oneTimePassword', contractorId, expiresAt: later, position: { row: 1, column } }) as const),
      ...instants.map((expiresAt) => ({ type: 'sessionFound', next: 'pins', contractorId, expiresAt, installed: null }) as const),
    ],
  ],
  [
    'certificateRequired',
    { type: 'retrievalAsked' },
    [
      ...instants.map((waitingUntil) => ({ type: 'stageReached', stage: 'waiting', waitingUntil }) as const),
      ...instants.map((notAfter) => ({ type: 'certificateInstalled', certificate: { ...certificate, notAfter } }) as const),
      ...instants.map((notBefore) => ({ type: 'certificateInstalled', certificate: { ...certificate, notBefore } }) as const),
      ...(['subject', 'issuer', 'serial'] as const).map((name) => ({ type: 'certificateInstalled', certificate: { ...certificate, [name]: huge } }) as const),
    ],
  ],
  [
    'certificateReady',
    { type: 'logonSent' },
    [
      ...instants.map((loggedOnAt) => ({ type: 'loggedOn', loggedOnAt, lastLogonAt: null }) as const),
      ...instants.map((lastLogonAt) => ({ type: 'loggedOn', loggedOnAt: at, lastLogonAt }) as const),
      ...numbers.map((daysLeft) => ({ type: 'validityKnown', serial: certificate.serial, validity: { kind: 'due', daysLeft } }) as const),
      ...instants.map((renewableUntil) => ({ type: 'validityKnown', serial: certificate.serial, validity: { kind: 'expired', renewableUntil } }) as const),
    ],
  ],
];

describe.each(hostile)('a person who waits at %s', (step, sent, events) => {
  test('keeps the journal and gets the screen back, whatever comes', async () => {
    const memory = memoryJournal();
    const world = await procedureWorld({ journal: memory });
    for (const event of events) {
      await walkTo(world, step);
      await world.runner.dispatch(sent);
      await world.runner.dispatch(event);
      const snapshot = world.runner.snapshot();
      expect(procedureSnapshotSchema.safeParse(snapshot).success, event.type).toBe(true);
      expect(memory.entry?.snapshot, event.type).toEqual(snapshot);
      // Validity only says how long: who waits for the logon waits on.
      if (event.type !== 'validityKnown') expect('phase' in snapshot.state ? snapshot.state.phase : 'done').not.toMatch(/sending|running/u);
      if (snapshot.state.step === step || snapshot.state.step === 'retrieval') {
        const shown = ('problem' in snapshot.state ? snapshot.state.problem : null) ?? snapshot.notice;
        expect(shown?.code, JSON.stringify(event).slice(0, 200)).toMatch(/internal|bank-closed/u);
      }
      // And the way goes on from here.
      await world.procedure.startOver(undefined);
      expect(world.state().step).toBe('start');
    }
  });
});

test('no value from outside makes a journal that cannot be read again', async () => {
  const world = await procedureWorld({ journal: journal() });
  await walkTo(world, 'identification');
  for (const [, , events] of hostile.slice(0, 1))
    for (const event of events) {
      await world.runner.dispatch({ type: 'identificationSent' });
      await world.runner.dispatch(event);
      expect(await journal().read()).toMatchObject({ kind: 'entry' });
    }
});

test('a person who waits gets the screen back, with a reference into the log, where the window cannot be told', async () => {
  const world = await procedureWorld({ bank: goodBank() });
  await walkTo(world, 'identification');
  let broken = 1;
  world.runner.onChange(({ state }) => {
    if (state.step === 'newPins' && broken-- > 0) throw new Error('The window is gone');
  });
  await world.procedure.identify({ contractorId, registrationPin: '7391' });
  await settled();
  expect(world.runner.snapshot()).toMatchObject({ state: { step: 'newPins', phase: 'editing' }, notice: { code: 'internal', reference: 'REF00001' } });
  expect(world.logLines.some((line) => line.includes('procedure.event-broke'))).toBe(true);
});

describe('times from outside', () => {
  const now = new Date('2026-11-22T02:00:00Z');
  test.each([
    '999999999',
    '999999999999999',
    'Fri, 31 Dec 9999 23:59:59 GMT',
    'Sat, 01 Jan 12000 00:00:00 GMT',
    'Sat, 13 Sep 275760 00:00:00 GMT',
    '-5',
    '1e9',
    'Thu, 01 Jan 1970 00:00:00 GMT',
  ])('Retry-After %s is at most a week away, or none', (header) => {
    const retryAt = readRetryAt({ 'retry-after': header }, now);
    expect(problemSchema.safeParse({ ...problem, retryAt }).success).toBe(true);
    expect(retryAt === null ? 0 : Date.parse(retryAt) - now.getTime()).toBeLessThanOrEqual(7 * 24 * 60 * 60_000);
  });

  test.each([...numbers, 8.64e15, -8.64e15, Date.UTC(12000, 0, 1)])('%d milliseconds give an instant that every schema takes', (milliseconds) => {
    expect(problemSchema.safeParse({ ...problem, retryAt: instantAt(milliseconds) }).success).toBe(true);
  });

  test.each(['9999-12-31T23:59:59.000Z', '0001-01-01T00:00:00.000Z', 'no date'])(
    'a certificate that ends at %s has a validity that every schema takes',
    (notAfter) => {
      const rule = { renewalWindowDays: 365, graceDays: 365, renewalClosesAt: '09:00', afterGrace: 'paperForm' } as const;
      for (const clock of [now, new Date('9999-12-31T23:59:59.500Z'), new Date(8.64e15)]) {
        const validity = validityOf(notAfter, clock, rule);
        const snapshot = {
          state: { step: 'certificateReady', phase: 'editing', problem: null, contractorId, organization: '', certificate, validity },
          interruptedAt: null,
          notice: null,
        };
        expect(procedureSnapshotSchema.safeParse(snapshot).success, validity.kind).toBe(true);
      }
    },
  );
});

describe('what the bank answers after the deed', () => {
  const token = 'x'.repeat(43);
  const reply = { contractorId, organization: '見本', role: 'administrator', loggedOnAt: '2026-11-22T02:00:00Z', lastLogonAt: null };

  test.each([
    [1, 60],
    [-5, 60],
    [0, 60],
    [59.6, 60],
    [600, 600],
    [2 ** 31, 86_400],
    [2 ** 53, 86_400],
    [1e308, 86_400],
  ])('a session of %d idle seconds is taken for one of %d, and the logon stands', (sent, taken) => {
    const read = logonReplySchema.parse(JSON.parse(JSON.stringify({ ...reply, session: { token, idleSeconds: sent } })));
    expect(read.session?.idleSeconds).toBe(taken);
    const session = createAdministratorSession({ now: () => new Date('2026-11-22T02:00:00Z'), after: () => () => undefined }, () => undefined);
    session.begin({ contractorId, token: new Redacted(token) }, taken);
    expect(Date.parse(session.expiresAt()) - Date.parse('2026-11-22T02:00:00Z')).toBe(taken * 1000);
  });

  test.each([
    [-1, 0],
    [2 ** 53, 100],
    [2.4, 2],
    [3, 3],
  ])('a refusal that leaves %d attempts is understood as one that leaves %d', (sent, taken) => {
    const details = { type: 'urn:kaitsu:problem:logon-refused', title: '', status: 403, code: 'logon-refused', attemptsLeft: sent };
    expect(problemDetailsSchema.parse(details)).toMatchObject({ code: 'logon-refused', attemptsLeft: taken });
  });

  test.each([
    ['of the greatest length', 'a'.repeat(longestSecret), true],
    ['one letter longer', 'a'.repeat(longestSecret + 1), false],
    ['short in letters but not in bytes', 'あ'.repeat(700), false],
    ['of quotation marks, which JSON doubles', '"'.repeat(1_100), false],
    ['that can be guessed', 'short', false],
  ])('a secret %s is taken or refused before it comes to the keychain', (_name, secret, taken) => {
    expect(enrolmentGrantSchema.safeParse({ ...grant, enrolmentSecret: secret }).success).toBe(taken);
    expect(logonReplySchema.safeParse({ ...reply, session: { token: secret, idleSeconds: 600 } }).success).toBe(taken);
  });
});
