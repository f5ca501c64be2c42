import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Journal, openJournal } from '../../main/procedure/journal.ts';
import { tellUnavailable } from '../../main/procedure/kept-notice.ts';
import { programFile } from '../../main/support/kept-files.ts';
import type { KeptValue } from '../../main/support/kept-value.ts';
import { type Disk, systemDisk } from '../../main/support/whole-file.ts';
import { memoryKeychain, procedureWorld, settled, walkTo } from './procedure-world.ts';

/** Where the procedure stands cannot be read now (a virus scanner, rights, a share that is away), on a real disk. */

let dir: string;
let held: boolean;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kaitsu-journal-'));
  held = false;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const path = () => programFile(dir, 'journal');
/** A disk on which another program may hold the journal. */
const disk: Disk = {
  ...systemDisk,
  open: async (file, ...more) => {
    if (held && file === path()) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    return systemDisk.open(file, ...more);
  },
};
const journal = (on: Disk = disk): Journal => openJournal(path(), { disk: on, patience: { tries: 2, pauseMs: 1 } });

/** A world whose journal stands at the certificate and cannot be read. */
async function unavailableWorld(on: Disk = disk) {
  const secrets = memoryKeychain();
  const before = await procedureWorld({ journal: journal(), secrets });
  await walkTo(before, 'certificateRequired');
  const text = readFileSync(path(), 'utf8');
  held = true;
  const world = await procedureWorld({ journal: journal(on), secrets });
  return { world, secrets, text, unchanged: () => expect([readFileSync(path(), 'utf8'), readdirSync(dir)]).toEqual([text, ['procedure.json']]) };
}

describe('a journal that cannot be read now', () => {
  test('is said on a screen of its own, and nothing that happens writes over it', async () => {
    const { world, secrets, unchanged } = await unavailableWorld();
    expect(world.runner.snapshot()).toMatchObject({
      state: { step: 'journalUnavailable', problem: { code: 'journal-unavailable', screenCode: '0-1-525' } },
      interruptedAt: null,
    });
    const { procedure } = world;
    for (const request of [procedure.reportReleaseRequested, procedure.chooseAdministratorLogon, procedure.startOver, procedure.resume, procedure.goBack])
      expect(await request(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    await procedure.dismissNotice(undefined);
    await world.runner.dispatch({ type: 'noticed', problem: world.runner.problem({ code: 'internal' }) });
    expect(world.state().step).toBe('journalUnavailable');
    expect(secrets.held.size).toBeGreaterThan(0);
    unchanged();
  });

  test('is tried again, and the procedure goes on where it stopped', async () => {
    const { world, unchanged } = await unavailableWorld();
    expect(await world.procedure.readJournalAgain(undefined)).toEqual({ ok: true });
    expect(world.state().step).toBe('journalUnavailable');
    unchanged();
    held = false;
    expect(await world.procedure.readJournalAgain(undefined)).toEqual({ ok: true });
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'certificateRequired' }, interruptedAt: expect.any(String), notice: null });
    await world.procedure.resume(undefined);
    await walkTo(world, 'loggedOn');
    expect(world.state().step).toBe('loggedOn');
  });

  test('is shown in its folder, and only then', async () => {
    const { world } = await unavailableWorld();
    expect(await world.procedure.showJournal(undefined)).toEqual({ ok: true });
    expect(world.shown).toEqual([path()]);
    held = false;
    await world.procedure.readJournalAgain(undefined);
    for (const request of [world.procedure.showJournal, world.procedure.readJournalAgain, world.procedure.setJournalAside])
      expect(await request(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(world.state().step).toBe('certificateRequired');
  });

  test('is kept under another name where the person begins without it, and what lies in the keychain stays', async () => {
    const { world, secrets, text } = await unavailableWorld();
    const before = new Map(secrets.held);
    expect(await world.procedure.setJournalAside(undefined)).toEqual({ ok: true });
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, notice: null });
    expect(readFileSync(`${path()}.unreadable`, 'utf8')).toBe(text);
    expect(secrets.held).toEqual(before);
    await world.procedure.chooseLockedOut(undefined);
    await world.procedure.reportReleaseRequested(undefined);
    held = false;
    expect((await procedureWorld({ journal: journal() })).state().step).toBe('awaitingRelease');
  });

  test('stays where the move cannot be proven, and the person is told and can go on trying', async () => {
    for (const rename of [async () => undefined, async () => Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))]) {
      held = false;
      const { world, unchanged } = await unavailableWorld({ ...disk, rename });
      expect(await world.procedure.setJournalAside(undefined)).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
      expect(world.state().step).toBe('journalUnavailable');
      unchanged();
      rmSync(path());
    }
  });

  test('that is gone or damaged when it is tried again leads to the first screen, with the reason where there is one', async () => {
    const gone = await unavailableWorld();
    renameSync(path(), join(dir, 'elsewhere'));
    await gone.world.procedure.readJournalAgain(undefined);
    expect(gone.world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, notice: null });

    held = false;
    const damaged = await unavailableWorld();
    writeFileSync(path(), 'half');
    held = false;
    await damaged.world.procedure.readJournalAgain(undefined);
    expect(damaged.world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, notice: { code: 'journal-unreadable' } });
    expect(readFileSync(`${path()}.unreadable`, 'utf8')).toBe('half');
  });
});

test('a journal in whose place a folder lies is set aside, not met for ever', async () => {
  mkdirSync(path());
  const world = await procedureWorld({ journal: journal() });
  expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, notice: { code: 'journal-unreadable' } });
  await world.procedure.chooseLockedOut(undefined);
  await world.procedure.reportReleaseRequested(undefined);
  expect((await procedureWorld({ journal: journal() })).state().step).toBe('awaitingRelease');
});

test('that something kept cannot be read is told until all of it is back', async () => {
  const world = await procedureWorld();
  const kept = [1, 2].map(() => {
    const recovered: (() => void)[] = [];
    let missing = true;
    const value: Pick<KeptValue<unknown>, 'isUnavailable' | 'onRecovered'> = {
      isUnavailable: () => missing,
      onRecovered: (listener) => void recovered.push(listener),
    };
    const recover = () => {
      missing = false;
      for (const listener of recovered) listener();
    };
    return { value, recover };
  });
  const notice = () => world.runner.snapshot().notice?.code ?? null;
  void tellUnavailable(
    world.runner,
    kept.map(({ value }) => value),
  );
  await settled();
  expect(notice()).toBe('file-unavailable');
  kept[0]?.recover();
  await settled();
  expect(notice()).toBe('file-unavailable');
  kept[1]?.recover();
  await settled();
  expect(notice()).toBeNull();
});
