import { tmpdir } from 'node:os';
import { expect, test, vi } from 'vitest';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import { practiceOf } from '../../main/program.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { chunksOfMain, loadedLater, loadedWith } from '../support/main-bundle.ts';
import { noScenarios } from '../support/one-place.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** A program that is set up for a real bank loads nothing of the practice. */

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../main/practice/open-practice.ts', async (original) => {
  loads.count += 1;
  return original();
});

test('the practice is loaded when a practice profile is opened, and not before', async () => {
  const log = createMemoryLog();
  const profile = await loadBankProfile(null, log);
  if (!profile.ok) throw new Error('no profile');
  const parts = { folder: tmpdir(), fork: () => expect.fail('no process is started'), scenarios: noScenarios, clock: systemClock, log };
  const real = { baseUrl: 'https://bank.example', authority: createTestAuthority('Real').certificate };
  await practiceOf({ ...profile.value, ...real, practice: false }, parts);
  await practiceOf({ ...profile.value, ...real }, parts);
  expect(loads.count).toBe(0);
  await practiceOf(profile.value, parts);
  expect(loads.count).toBe(1);
});

test('in the bundle, what starts with the program holds nothing of the practice and of its bank', async () => {
  const chunks = await chunksOfMain();
  const isPractice = (id: string) => /\/main\/practice(-bank)?\//u.test(id);
  const usual = [...chunks.values()].find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/main/open-usual.ts')))?.fileName ?? '';
  const atStart = [...loadedWith(chunks, 'index.cjs'), ...loadedWith(chunks, usual)];
  expect(atStart.some((id) => id.endsWith('/main/program.ts'))).toBe(true);
  expect(atStart.filter(isPractice)).toEqual([]);
  expect(
    loadedLater(chunks, usual)
      .filter(isPractice)
      .some((id) => id.endsWith('/main/practice/decorate.ts')),
  ).toBe(true);
});
