import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../main/diagnosis/diagnosis.ts';
import { watchPc } from '../../main/diagnosis/pc-watch.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { contractorId, goodBank, later, procedureWorld, settled, walkTo } from './procedure-world.ts';

/** A procedure with a watch over its PC; found is what the PC has to tell. */
async function watchedWorld(some: Partial<Diagnosis> = {}) {
  const world = await procedureWorld();
  const asked: string[] = [];
  const pc: { found: ProblemCode | null } = { found: null };
  const diagnosis: Diagnosis = {
    bank: goodBank(),
    examine: async (id) => {
      asked.push(`examine ${id}`);
      return pc.found;
    },
    validity: async () => ({ kind: 'notDue', renewableFrom: later, daysLeft: 300 }),
    renew: async () => failure('not-now'),
    noteThisPc: async () => success(void asked.push('note')),
    tidyUp: { count: async () => success(1), tidy: async () => success(1), undo: async () => success(1) },
    ...some,
  };
  const log = createMemoryLog();
  const watch = watchPc({ runner: world.runner, diagnose: async () => success(diagnosis), log });
  return { ...world, world, watch, asked, pc, log, notice: () => world.runner.snapshot().notice };
}

describe('the watch over the PC', () => {
  test('asks nothing before there is a certificate', async () => {
    const { watch, asked, world } = await watchedWorld();
    await walkTo(world, 'certificateRequired');
    await watch.examineNow();
    expect(asked).toEqual([]);
    expect(await watch.handlers.tidyUp(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
  });

  test('notes who retrieved the certificate, and looks at once whether it can be used', async () => {
    const { asked, world } = await watchedWorld();
    await walkTo(world, 'certificateReady');
    await settled();
    expect(asked).toEqual(['note', `examine ${contractorId}`]);
  });

  test('tells what it finds, with its screen code, and takes it back when it is no longer so', async () => {
    const { watch, world, pc, notice } = await watchedWorld();
    await walkTo(world, 'certificateReady');
    await settled();
    pc.found = 'remote-session';
    await watch.examineNow();
    expect(notice()).toMatchObject({ code: 'remote-session', screenCode: '2-8-507' });
    pc.found = null;
    await watch.examineNow();
    expect(notice()).toBeNull();
  });

  test('tells that they were put away, and takes it back when asked', async () => {
    const { watch, world, notice } = await watchedWorld();
    await walkTo(world, 'certificateReady');
    await settled();
    expect(await watch.handlers.tidyUp(undefined)).toEqual({ ok: true });
    expect(notice()).toMatchObject({ code: 'certificates-tidied' });
    expect(await watch.handlers.undoTidyUp(undefined)).toEqual({ ok: true });
    expect(notice()).toMatchObject({ code: 'certificates-piled-up' });
  });

  test('says why nothing could be put away, and leaves the notice alone', async () => {
    const tidyUp = { count: async () => success(1), tidy: async () => failure('certificate-store-refused'), undo: async () => failure('not-now') };
    const { watch, world, notice } = await watchedWorld({ tidyUp });
    await walkTo(world, 'certificateReady');
    await settled();
    expect(await watch.handlers.tidyUp(undefined)).toMatchObject({ ok: false, problem: { code: 'certificate-store-refused' } });
    expect(notice()).toBeNull();
  });

  test('that breaks leaves a line in the log and the procedure alone', async () => {
    const { world, log, notice } = await watchedWorld({ examine: () => Promise.reject(new Error('a bug')) });
    await walkTo(world, 'certificateReady');
    await settled();
    expect(log.raw.map((line) => line.event)).toContain('diagnosis.broke');
    expect(notice()).toBeNull();
  });
});
