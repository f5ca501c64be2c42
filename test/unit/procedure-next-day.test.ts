import { describe, expect, test } from 'vitest';
import { watchPc } from '../../main/diagnosis/pc-watch.ts';
import { watchValidity } from '../../main/diagnosis/validity-watch.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { certificate, contractorId, goodBank, goodRetriever, later, marked, memoryJournal, procedureWorld, settled, walkTo } from './procedure-world.ts';

/** The program closed with the certificate on the PC, and opened again the next day. */

async function nextDay(more: Parameters<typeof procedureWorld>[0] = {}) {
  const journal = memoryJournal();
  await walkTo(await procedureWorld({ journal }), 'loggedOn');
  const world = await procedureWorld({ journal, ...more });
  await settled();
  return world;
}

const offered = { kind: 'logon', contractorId, certificate: { serial: certificate.serial } } as const;

describe('the next day', () => {
  test('begins at the start with the certificate, and leads to the logon in one step', async () => {
    const world = await nextDay();
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, interruptedAt: null, offer: offered });
    expect(await world.procedure.takeOffer(undefined)).toEqual({ ok: true });
    await world.procedure.logOn({ logonPin: marked.logonPin });
    expect(world.state().step).toBe('loggedOn');
  });

  test('finds a person who was asking about a lock where they were, and the certificate when they go back', async () => {
    const journal = memoryJournal();
    await walkTo(await procedureWorld({ journal }), 'loggedOn');
    await (await procedureWorld({ journal })).procedure.chooseLockedOut(undefined);
    const world = await procedureWorld({ journal });
    expect(world.state().step).toBe('locked');
    await world.procedure.goBack(undefined);
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, offer: offered });
  });

  test('finds the certificate without a journal, too', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), hasTraces: async () => true } });
    await settled();
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, offer: offered });
  });

  test('keeps what the journal knows of the certificate where it cannot be read just now, also over a new start', async () => {
    const world = await nextDay({ certificate: { ...goodRetriever(), hasTraces: async () => true, find: async () => failure('keychain-locked') } });
    await world.procedure.startOver(undefined);
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, offer: offered });
  });

  test('says at the start how long the certificate is good for, and renews it from there', async () => {
    const world = await nextDay();
    const validity = async () => ({ kind: 'due', daysLeft: 3 }) as const;
    const clock = { now: () => new Date(later), after: () => () => undefined };
    await watchValidity({ ...world, diagnose: async () => success({ validity }), onDue: () => undefined, clock, log: createMemoryLog() }).lookNow();
    expect(world.runner.snapshot().offer).toMatchObject({ validity: { kind: 'due', daysLeft: 3 } });
    expect(await world.procedure.chooseRenewal(undefined)).toEqual({ ok: true });
    await settled();
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: { serial: '0B' } });
  });

  test('tells at the start what would keep the certificate from being used', async () => {
    const world = await nextDay();
    const examine = async (): Promise<ProblemCode | null> => 'certificate-absent-on-pc';
    const diagnosis = {
      bank: goodBank(),
      examine,
      validity: async () => ({ kind: 'revokeFirst' }) as const,
      renew: async () => failure('not-now'),
      noteThisPc: async () => success(undefined),
      tidyUp: { count: async () => success(0), tidy: async () => success(0), undo: async () => success(0) },
    };
    await watchPc({ runner: world.runner, diagnose: async () => success(diagnosis), log: createMemoryLog() }).examineNow();
    expect(world.runner.snapshot().notice).toMatchObject({ code: 'certificate-absent-on-pc', screenCode: expect.stringMatching(/^0-3-/u) });
  });
});
