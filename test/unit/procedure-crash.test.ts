import { describe, expect, test } from 'vitest';
import { failure, success } from '../../preload/contract/problem.ts';
import { contractorId, goodBank, grant, memoryJournal, procedureWorld, walkTo } from './procedure-world.ts';

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
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'locked' }, notice: { code: 'journal-unreadable' } });
  });

  test('of the disk does not stop the person, who is told', async () => {
    const world = await procedureWorld({ journal: { ...memoryJournal(), write: async () => failure('disk-full') } });
    await walkTo(world, 'logonMenu');
    expect(world.runner.snapshot()).toMatchObject({ state: { step: 'logonMenu' }, notice: { code: 'disk-full' } });
  });
});
