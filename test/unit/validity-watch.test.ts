import { describe, expect, test } from 'vitest';
import { watchValidity } from '../../main/diagnosis/validity-watch.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { later, procedureWorld, settled, walkTo } from './procedure-world.ts';

const notDue: Validity = { kind: 'notDue', renewableFrom: later, daysLeft: 300 };

/** A procedure whose certificate is watched; bank.says is what comes out of the bank's time. */
async function watchedWorld() {
  const world = await procedureWorld();
  const bank: { says: Validity | null; asked: number; bug: boolean } = { says: notDue, asked: 0, bug: false };
  const alarms: { at: number; run: () => void }[] = [];
  let dues = 0;
  const log = createMemoryLog();
  const watch = watchValidity({
    runner: world.runner,
    diagnose: async () =>
      bank.says === null
        ? failure('bank-unreachable')
        : success({
            validity: async () => {
              bank.asked += 1;
              if (bank.bug) throw new Error('a bug');
              return bank.says ?? notDue;
            },
          }),
    onDue: () => {
      dues += 1;
    },
    clock: {
      now: () => new Date(later),
      after(at, run) {
        const alarm = { at, run };
        alarms.push(alarm);
        return () => void alarms.splice(alarms.indexOf(alarm), 1);
      },
    },
    log,
  });
  const validity = () => {
    const state = world.state();
    return 'validity' in state ? state.validity : undefined;
  };
  const anHourPasses = async () => {
    alarms.shift()?.run();
    await settled();
  };
  return { world, watch, bank, alarms, log, validity, anHourPasses, dues: () => dues };
}

describe('how long the certificate is good for', () => {
  test('is not asked before there is one', async () => {
    const { world, watch, bank } = await watchedWorld();
    await walkTo(world, 'certificateRequired');
    await watch.lookNow();
    expect(bank.asked).toBe(0);
  });

  test('is published as soon as there is one, and stays through the logon', async () => {
    const { world, validity } = await watchedWorld();
    await walkTo(world, 'certificateReady');
    await settled();
    expect(validity()).toEqual(notDue);
    await walkTo(world, 'loggedOn');
    expect(validity()).toEqual(notDue);
  });

  test('is looked at again every hour; the day on which it is to be renewed is told once, and what has not changed is not published', async () => {
    const { world, bank, alarms, validity, anHourPasses, dues } = await watchedWorld();
    await walkTo(world, 'certificateReady');
    await settled();
    expect(alarms.map(({ at }) => at)).toEqual([3_600_000]);
    const published = world.snapshots.length;
    await anHourPasses();
    expect(world.snapshots).toHaveLength(published);
    for (const daysLeft of [30, 29]) {
      bank.says = { kind: 'due', daysLeft };
      await anHourPasses();
      expect(validity()).toEqual({ kind: 'due', daysLeft });
    }
    expect(dues()).toBe(1);
    expect(alarms).toHaveLength(1);
  });

  test('is asked again when the bank has refused the certificate as expired, and when a new one has come', async () => {
    const { world, bank, validity } = await watchedWorld();
    await walkTo(world, 'certificateReady');
    await settled();
    bank.says = { kind: 'expired', renewableUntil: later };
    Object.assign(world.bank, { logOn: async () => failure('certificate-expired') });
    await world.procedure.logOn({ logonPin: 'x' });
    await settled();
    expect(validity()).toEqual(bank.says);
    bank.says = notDue;
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: { serial: '0B' }, validity: notDue });
  });

  test('is not known while the bank cannot be found, and is looked for again', async () => {
    const { world, bank, validity, anHourPasses } = await watchedWorld();
    bank.says = null;
    await walkTo(world, 'certificateReady');
    await settled();
    expect(validity()).toBeNull();
    bank.says = notDue;
    await anHourPasses();
    expect(validity()).toEqual(notDue);
  });

  test('breaks nothing by a bug of ours, which is logged', async () => {
    const { world, bank, log, validity, anHourPasses } = await watchedWorld();
    bank.bug = true;
    await walkTo(world, 'certificateReady');
    await settled();
    expect(log.raw.map((line) => line.event)).toContain('diagnosis.validity-broke');
    bank.bug = false;
    await anHourPasses();
    expect(validity()).toEqual(notDue);
  });
});
