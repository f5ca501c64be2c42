import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openHandOver } from '../../main/hand-over/hand-over.ts';
import { seeRecord } from '../../main/hand-over/seen-record.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { type Disk, systemDisk } from '../../main/support/whole-file.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { by, handOverFolder, patience } from '../support/hand-over-folder.ts';
import { practiceProfile } from '../support/hand-over-world.ts';
import { manualClock } from '../support/manual-clock.ts';
import { refusingDisk } from '../support/refusing-disk.ts';
import { at, contractorId, marked, memoryJournal, pins, procedureWorld, settled, walkTo } from './procedure-world.ts';

/** The record of who did which step when on this PC, on a real disk. */

const { placeFolder, start, seen, path, texts, write, lay } = handOverFolder(at);

describe('the hand-over record of a whole procedure', () => {
  test('says who did what when on which PC, in order, and holds together', async () => {
    const { handOver } = await start();
    const world = await procedureWorld({ happened: handOver.happened });
    await walkTo(world, 'loggedOn');
    await world.procedure.logOff(undefined);
    await handOver.settled();
    const { what, fault, chain } = await seen();
    expect([fault, what]).toEqual([null, ['begun', 'bankInUse', 'requested', 'released', 'activated', 'certificateRetrieved', 'loggedOn', 'loggedOff']]);
    expect(chain.entries.at(-1)).toMatchObject({ n: 8, by: by(), lastFour: contractorId.slice(-4), step: { how: 'asked' } });
    expect(chain.entries[5]?.step).toMatchObject({ serial: expect.stringMatching(/^[0-9A-F]+$/u), notAfter: expect.any(String) });
  });

  test('holds no secret and no whole contractor ID, and is for its owner alone', async () => {
    const { handOver } = await start();
    const world = await procedureWorld({ happened: handOver.happened });
    await walkTo(world, 'loggedOn');
    await handOver.settled();
    // A hash holds any four digits sooner or later.
    const content = (readFileSync(path(), 'utf8') + readFileSync(path('handOverEnd'), 'utf8')).replaceAll(/[0-9a-f]{64}/gu, '');
    for (const secret of [contractorId, ...Object.values(marked), ...Object.values(pins)].filter((each) => each.length > 2))
      expect(content).not.toContain(secret);
    if (process.platform !== 'win32') for (const name of ['handOver', 'handOverEnd'] as const) expect(statSync(path(name)).mode & 0o777).toBe(0o600);
  });

  test('is not begun before something was done', async () => {
    const { handOver } = await start();
    handOver.bringInOrder();
    await procedureWorld({ happened: handOver.happened });
    await handOver.settled();
    expect(readdirSync(placeFolder())).toEqual([]);
    expect(await seeRecord(placeFolder())).toEqual({ kind: 'absent' });
  });

  test('begins on a PC of an earlier version with a line that says that of what was before there is none', async () => {
    writeFileSync(programFile(placeFolder(), 'journal'), '{}');
    await lay('requested');
    expect((await seen()).chain.entries[0]?.step).toEqual({ what: 'begun', why: 'withoutRecord', setAside: null, old: null });
    rmSync(placeFolder(), { recursive: true });
    mkdirSync(placeFolder());
    await lay('requested');
    expect((await seen()).chain.entries[0]?.step).toMatchObject({ why: 'new' });
  });

  test('begins as a new one while the folder of the place is just being made', async () => {
    const folder = join(placeFolder(), 'practice');
    let looks = 0;
    const disk: Disk = {
      ...systemDisk,
      async lstat(path) {
        looks += 1;
        // Another part of the program makes it meanwhile.
        return systemDisk.lstat(path).finally(() => mkdirSync(folder, { recursive: true }));
      },
    };
    const handOver = await openHandOver({
      placeFolder: folder,
      profile: practiceProfile(),
      by,
      clock: manualClock(new Date(at)),
      log: createMemoryLog(),
      disk,
      patience,
    });
    handOver.bringInOrder();
    await handOver.settled();
    handOver.note({ what: 'requested' });
    await handOver.settled();
    const record = await seeRecord(folder);
    if (record.kind !== 'record') throw new Error(record.kind);
    expect(looks).toBeGreaterThan(0);
    expect(record.chain.entries.map(({ step }) => step)).toMatchObject([{ why: 'new' }, { what: 'bankInUse' }, { what: 'requested' }]);
  });

  test('names the bank again when its rules have changed, and not before', async () => {
    await lay('requested');
    await lay('released');
    const handOver = await openHandOver({
      placeFolder: placeFolder(),
      profile: { ...practiceProfile(), wrongAttemptLimit: 3 },
      by,
      clock: manualClock(),
      log: createMemoryLog(),
    });
    handOver.note({ what: 'activated' });
    await handOver.settled();
    expect((await seen()).what).toEqual(['begun', 'bankInUse', 'requested', 'released', 'bankInUse', 'activated']);
  });

  test('is completed from the journal where a crash came between the two, marked as noted afterwards', async () => {
    await loseLastLine();
    const { chain, fault } = await seen();
    expect([fault, chain.entries.at(-1)]).toMatchObject([null, { late: true, step: { what: 'released' } }]);
    expect(chain.entries.filter(({ step }) => step.what === 'requested')).toHaveLength(1);
  });

  test('is completed by the journal’s order, not by its times: a clock that was set back meanwhile loses no step', async () => {
    await loseLastLine('2026-11-10T01:00:00.000Z');
    const { chain, fault } = await seen();
    expect([fault, chain.entries.at(-1)]).toMatchObject([null, { late: true, step: { what: 'released' } }]);
    expect(Date.parse(chain.entries.at(-1)?.at ?? '')).toBeLessThan(Date.parse(chain.entries[0]?.at ?? ''));
  });

  /** The branch has called, and as the power fails the disk has not had that line; the program starts again. */
  async function loseLastLine(calledAt = at): Promise<void> {
    const journal = memoryJournal();
    const first = await start();
    let now = at;
    const world = await procedureWorld({ journal, happened: first.handOver.happened, now: () => new Date(now) });
    await walkTo(world, 'awaitingRelease');
    now = calledAt;
    await first.handOver.settled();
    const kept = texts();
    const end = readFileSync(path('handOverEnd'));
    await world.procedure.reportReleased(undefined);
    await first.handOver.settled();
    write(kept);
    writeFileSync(path('handOverEnd'), end);
    const next = await start();
    await procedureWorld({ journal, happened: next.handOver.happened });
    next.handOver.bringInOrder();
    await next.handOver.settled();
  }
});

/** A disk of a PC that loses its power at one of the writing calls: of what is appended, so much is there. */
function dyingDisk(at: number, share: number): Disk {
  let calls = 0;
  const die = () => Promise.reject(Object.assign(new Error('power'), { code: 'EIO' }));
  const count = () => {
    calls += 1;
    return calls;
  };
  return {
    ...systemDisk,
    async replace(to, content) {
      const now = count();
      if (now < at || (now === at && share >= 1)) await systemDisk.replace(to, content);
      if (now >= at) return die();
    },
    async append(to, content) {
      const now = count();
      const bytes = Buffer.from(content);
      if (now < at) return systemDisk.append(to, content);
      if (now === at) await systemDisk.append(to, bytes.subarray(0, Math.floor(bytes.length * share)));
      return die();
    },
    rename: (from, to) => (calls >= at ? die() : systemDisk.rename(from, to)),
  };
}

describe('a crash', () => {
  const steps = ['requested', 'released', 'activated'] as const;
  /** Begun, the bank, and three steps: each written in three calls. */
  const calls = Array.from({ length: 15 }, (_, index) => index + 1);

  it.each(calls.flatMap((call) => [0, 0.003, 0.4, 0.999, 1].map((share) => [call, share] as const)))(
    'at writing call %i, with %f of it done, loses no line that was begun, doubles none, and is said in the record',
    async (call, share) => {
      const dying = await start(dyingDisk(call, share));
      for (const what of steps) dying.handOver.note({ what });
      await dying.handOver.settled();
      const left = await seeRecord(placeFolder(), { patience });
      // Whoever looks before the next start is not told of a damage.
      if (left.kind === 'record') expect(left.fault).toBeNull();
      const { handOver } = await start();
      handOver.note({ what: 'startedOver' });
      await handOver.settled();
      const { what, fault, chain } = await seen();
      expect(fault).toBeNull();
      expect(what.at(-1)).toBe('startedOver');
      for (const each of ['begun', 'bankInUse', ...steps]) expect(what.filter((one) => one === each).length).toBeLessThanOrEqual(1);
      // Announced and not written, or not to its end.
      const isCut = (call % 3 === 1 && share === 1) || (call % 3 === 2 && share < 1);
      expect(chain.entries.some(({ step }) => step.what === 'repaired')).toBe(isCut);
      // What had been announced on the disk is there, whole.
      expect(what.filter((one) => one !== 'repaired' && one !== 'startedOver').length).toBeGreaterThanOrEqual(
        Math.min(5, Math.ceil((call - 1 + (share === 1 ? 1 : 0)) / 3)),
      );
    },
  );
});

describe('a disk that refuses', () => {
  test('never stops the procedure; the person is told once, and every line is there when it takes them again, once', async () => {
    const { disk, bite, heal } = refusingDisk();
    const { handOver, told, clock } = await start(disk);
    const world = await procedureWorld({ happened: handOver.happened });
    bite('write', 'ENOSPC');
    await walkTo(world, 'loggedOn');
    await handOver.settled();
    expect([world.state().step, told, handOver.waiting()]).toEqual(['loggedOn', ['disk-full'], 6]);
    heal();
    clock.pass(5_000);
    await handOver.settled();
    await settled();
    const { what, fault } = await seen();
    expect([fault, what, handOver.waiting()]).toEqual([
      null,
      ['begun', 'bankInUse', 'requested', 'released', 'activated', 'certificateRetrieved', 'loggedOn'],
      0,
    ]);
  });

  test('in the middle of a line leaves it once', async () => {
    await lay('requested');
    let isFull = true;
    const disk: Disk = {
      ...systemDisk,
      async append(to, content) {
        if (!isFull) return systemDisk.append(to, content);
        await systemDisk.append(to, Buffer.from(content).subarray(0, 20));
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const { handOver, told } = await start(disk);
    handOver.note({ what: 'released' });
    await handOver.settled();
    isFull = false;
    handOver.note({ what: 'activated' });
    await handOver.settled();
    expect([told.length > 0, (await seen()).fault, (await seen()).what.slice(3)]).toEqual([true, null, ['released', 'repaired', 'activated']]);
  });
});

test('who looks while lines are written sees a record that holds together, each time', async () => {
  const { handOver } = await start();
  handOver.note({ what: 'requested' });
  await handOver.settled();
  let isWriting = true;
  for (let index = 0; index < 40; index += 1) handOver.note({ what: 'startedOver' });
  const written = handOver.settled().finally(() => {
    isWriting = false;
  });
  let looks = 0;
  do {
    expect((await seen()).fault).toBeNull();
    looks += 1;
  } while (isWriting);
  await written;
  expect([(await seen()).chain.last.n, looks > 0]).toEqual([43, true]);
});
