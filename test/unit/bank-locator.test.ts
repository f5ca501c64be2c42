import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createBankLocator } from '../../main/bank/bank-locator.ts';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import { writeSituation } from '../../main/practice-bank/situations/situation-file.ts';
import { situationCodes } from '../../preload/contract/situations.ts';
import { createTestAuthority } from '../support/test-authority.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => 'REF00001' };

test('a practice bank whose process cannot be made is said with a reference, and tried again at the next question', async () => {
  const profile = await loadBankProfile(null, log);
  if (!profile.ok) throw new Error('no profile');
  let tries = 0;
  const fork = () => {
    tries += 1;
    throw new Error('no more processes');
  };
  const bank = createBankLocator({ profile: profile.value, folder: '/nowhere', fork, log });
  expect(await bank.locate()).toEqual({ ok: false, problem: { code: 'internal', reference: 'REF00001' } });
  expect(await bank.practice.readPapers(undefined)).toMatchObject({ ok: false, problem: { code: 'internal' } });
  expect(tries).toBe(2);
});

describe('the faults of the practice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-faults-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const locator = async (changed: { readonly baseUrl?: string; readonly authority?: string; readonly practice?: boolean }) => {
    const profile = await loadBankProfile(null, log);
    if (!profile.ok) throw new Error('no profile');
    return createBankLocator({ profile: { ...profile.value, ...changed }, folder, fork: () => expect.fail('no process is started'), log });
  };
  const real = { baseUrl: 'https://bank.example', authority: createTestAuthority('Real').certificate };

  test.each(situationCodes)('cannot be reached with a real bank, whatever lies in the practice folder (%s)', async (code) => {
    writeSituation(join(folder, 'sandbox-bank'), code);
    expect((await locator({})).fault()).toBe(code);
    expect((await locator(real)).fault()).toBeNull();
    expect((await locator({ ...real, practice: false })).fault()).toBeNull();
    expect((await locator({ practice: false })).fault()).toBeNull();
  });

  test('are told of when one is chosen, and never with a real bank', async () => {
    const told: string[] = [];
    (await locator({})).onSituation(() => told.push('practice'));
    (await locator(real)).onSituation(() => told.push('real'));
    (await locator({ practice: false })).onSituation(() => told.push('not for practice'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    writeSituation(join(folder, 'sandbox-bank'), null);
    await expect.poll(() => told, { timeout: 5_000 }).toEqual(['practice']);
  });

  test('cannot be switched on by the window either', async () => {
    const bank = await locator({ ...real, practice: false });
    expect(await bank.practice.setSituation({ code: 'internal' })).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    expect(await bank.practice.readPapers(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
  });
});
