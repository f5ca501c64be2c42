import { describe, expect, test } from 'vitest';
import { failure, success } from '../../preload/contract/problem.ts';
import { contractorId, goodBank, grant, memoryJournal, memoryKeychain, procedureWorld, settled, type World, walkTo } from './procedure-world.ts';

describe('a crash', () => {
  test('after the one-time password loses nothing: the retrieval goes on after the restart', async () => {
    const first = await procedureWorld();
    await walkTo(first, 'certificateRequired');
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets });
    expect(second.runner.snapshot()).toMatchObject({ state: { step: 'certificateRequired' }, interruptedAt: expect.any(String) });
    await second.procedure.resume(undefined);
    await walkTo(second, 'loggedOn');
    expect(second.state().step).toBe('loggedOn');
  });

  test('between the bank answer to the one-time password and the journal is healed by asking the bank', async () => {
    const first = await procedureWorld();
    await walkTo(first, 'oneTimePassword');
    const bank = { ...goodBank(), readSession: async () => success({ next: 'certificate' as const, contractorId, expiresAt: grant.enrolBefore, grant }) };
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets, bank });
    await second.procedure.resume(undefined);
    expect(second.state()).toMatchObject({ step: 'certificateRequired', contractorId });
  });

  test('in a session that has expired meanwhile leads to the identification', async () => {
    const first = await procedureWorld();
    await walkTo(first, 'newPins');
    const bank = { ...goodBank(), readSession: async () => failure('session-expired') };
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets, bank });
    await second.procedure.resume(undefined);
    expect(second.state()).toMatchObject({ step: 'identification', problem: { code: 'session-expired' } });
  });

  test('that leaves an unreadable journal is told, and the way begins again', async () => {
    const world = await procedureWorld({ journal: { ...memoryJournal(), read: async () => ({ kind: 'damaged' }) } });
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'start' }, notice: { code: 'journal-unreadable' } });
  });

  test('of the disk does not stop the person, who is told', async () => {
    const world = await procedureWorld({ journal: { ...memoryJournal(), write: async () => failure('disk-full') } });
    await walkTo(world, 'logonMenu');
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'logonMenu' }, notice: { code: 'disk-full' } });
  });

  describe('while the disk refuses the journal', () => {
    /** A disk that is full from the moment at which the certificate is installed, until it has room again. */
    async function installedOnFullDisk() {
      const journal = memoryJournal();
      const disk = { isFull: true };
      const write: typeof journal.write = (entry) =>
        disk.isFull && entry.snapshot.state.step === 'certificateReady' ? Promise.resolve(failure('disk-full')) : journal.write(entry);
      const secrets = memoryKeychain();
      const world = await procedureWorld({ journal: { ...journal, write }, secrets });
      await walkTo(world, 'certificateReady');
      return { world, journal, disk, secrets };
    }
    const ring = async ({ alarms }: Pick<World, 'alarms'>) => {
      for (const alarm of alarms.splice(0)) alarm.run();
      await settled();
    };

    test('after the certificate was installed leaves its right in the keychain, and the next start goes on', async () => {
      const { world, journal, secrets } = await installedOnFullDisk();
      expect(world.runner.snapshot()).toMatchObject({ state: { step: 'certificateReady' }, notice: { code: 'disk-full' } });
      expect(journal.entry?.snapshot.state.step).toBe('retrieval');
      const second = await procedureWorld({ journal, secrets });
      await second.procedure.resume(undefined);
      await walkTo(second, 'loggedOn');
      expect(second.state().step).toBe('loggedOn');
      expect([...secrets.held.keys()]).toEqual([]);
    });

    test('is over as soon as it has room: the journal is written, the person is no longer told, and the right is forgotten', async () => {
      const { world, disk, secrets } = await installedOnFullDisk();
      await ring(world);
      expect(secrets.held.has('enrolment-grant')).toBe(true);
      disk.isFull = false;
      await ring(world);
      expect(world.runner.snapshot()).toMatchObject({ state: { step: 'certificateReady' }, notice: null });
      expect([...secrets.held.keys()]).toEqual([]);
      expect(world.alarms.map(({ at }) => at)).not.toContain(5_000);
    });

    test('takes nothing from who has started over since', async () => {
      const { world, disk, secrets } = await installedOnFullDisk();
      await world.procedure.startOver(undefined);
      disk.isFull = false;
      await walkTo(world, 'newPins');
      await ring(world);
      expect([...secrets.held.keys()]).toContain('activation-session');
    });
  });
});
