import { expect, it } from 'vitest';
import { watchApproval } from '../../main/diagnosis/approval-watch.ts';
import type { Journal } from '../../main/procedure/journal.ts';
import { emptyRecord } from '../../main/procedure/record.ts';
import { startRunner } from '../../main/procedure/runner.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, problemOf, success } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

const contract = { contractorId: contractorIdSchema.parse('12345678901'), organization: '株式会社開通商事', enrolBefore: '2031-01-01T00:00:00.000Z' };
const start = Date.parse('2030-01-01T00:00:00.000Z');

/** A program whose journal says that the bank is approving until the given time; time passes when it is told to. */
async function programAt(retryAt: string) {
  let now = start;
  const alarms: { at: number; run: () => void }[] = [];
  const clock = {
    now: () => new Date(now),
    after(milliseconds: number, run: () => void) {
      const alarm = { at: now + milliseconds, run };
      alarms.push(alarm);
      return () => void alarms.splice(alarms.indexOf(alarm), 1);
    },
  };
  const problem = problemOf(failure('enrolment-pending', { retryAt }).problem);
  const state = { step: 'retrieval', ...contract, phase: 'failed', stage: 'waiting', waitingUntil: null, problem } as const;
  const snapshot: ProcedureSnapshot = { state, interruptedAt: null, notice: null, offer: null };
  const journal: Journal = {
    path: 'procedure.json',
    read: async () => ({ kind: 'entry', entry: { savedAt: new Date(start).toISOString(), snapshot, record: emptyRecord } }),
    write: async () => success(undefined),
    setAside: async () => success(undefined),
  };
  const runner = await startRunner({ journal, stepOrder: 'activationFirst', clock, log: createMemoryLog() });
  watchApproval({ runner, clock });
  const pass = async (milliseconds: number) => {
    now += milliseconds;
    for (const alarm of alarms.filter(({ at }) => at <= now)) {
      alarms.splice(alarms.indexOf(alarm), 1);
      alarm.run();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { runner, pass, alarms };
}

it('reminds when the time has come', async () => {
  const { runner, pass } = await programAt('2030-01-01T01:00:00.000Z');
  await pass(59 * 60_000);
  expect(runner.snapshot().notice).toBeNull();
  await pass(60_000);
  expect(runner.snapshot().notice).toMatchObject({ code: 'enrolment-due' });
});

it('reminds at once where the time came while the program was closed', async () => {
  const { runner, pass } = await programAt('2029-12-31T23:00:00.000Z');
  await pass(0);
  expect(runner.snapshot().notice).toMatchObject({ code: 'enrolment-due' });
});

it('says no more once the person goes on', async () => {
  const { runner, pass, alarms } = await programAt('2029-12-31T23:00:00.000Z');
  await pass(0);
  await runner.dispatch({ type: 'resumed' });
  await runner.dispatch({ type: 'retrievalAsked' });
  expect(runner.snapshot()).toMatchObject({ notice: null, state: { step: 'retrieval', phase: 'running' } });
  expect(alarms).toEqual([]);
});
