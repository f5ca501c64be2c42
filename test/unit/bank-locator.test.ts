import { expect, test } from 'vitest';
import { loadBankProfile } from '../../main/bank/load-profile.ts';
import { createBankLocator } from '../../main/bank-locator.ts';

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
