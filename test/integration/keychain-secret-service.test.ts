import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesktop, type Desktop } from './secret-service.ts';

let desktop: Desktop;
let bare: Desktop;
const child = join(import.meta.dirname, 'keychain-child.ts');
const name = 'certificate/12345678901-01AB';
const secret = 'marked-secret-開通';

beforeAll(async () => {
  desktop = await createDesktop(child);
  bare = await createDesktop(child);
});
afterAll(() => {
  desktop.close();
  bare.close();
});

const question = (steps: readonly (readonly string[])[], scope = 'sandbox') => ({ scope, limit: 8_000, steps });
const ok = (value?: unknown) => (value === undefined ? { ok: true } : { ok: true, value });
const refused = (code: string) => ({ ok: false, problem: { code } });

function filesOf(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

describe('The keychain of a Linux desktop', () => {
  it('keeps a secret over a restart and forgets it when asked', async () => {
    expect(await desktop.ask('unlocked', question([['probe'], ['keep', name, secret], ['read', name]]))).toEqual([ok(), ok(), ok(secret)]);
    expect(
      await desktop.ask(
        'unlocked',
        question([
          ['read', name],
          ['forget', name],
          ['read', name],
          ['forget', name],
        ]),
      ),
    ).toEqual([ok(secret), ok(), ok(null), ok()]);
  });

  it('leaves nothing behind when it is proven', async () => {
    expect(await desktop.ask('unlocked', question([['probe'], ['read', 'probe']]))).toEqual([ok(), ok(null)]);
  });

  it('keeps the secrets of two banks apart', async () => {
    await desktop.ask('unlocked', question([['keep', name, 'of one bank']], 'one'));
    expect(await desktop.ask('unlocked', question([['read', name]], 'two'))).toEqual([ok(null)]);
    expect(await desktop.ask('unlocked', question([['read', name]], 'one'))).toEqual([ok('of one bank')]);
  });

  it('that is locked says so, also to a question, and keeps nothing', async () => {
    await desktop.ask('unlocked', question([['keep', name, secret]]));
    const locked = await desktop.ask('locked', question([['keep', name, 'another'], ['read', name], ['probe']]));
    expect(locked).toEqual([refused('keychain-locked'), refused('keychain-locked'), refused('keychain-locked')]);
    expect(await desktop.ask('unlocked', question([['read', name]]))).toEqual([ok(secret)]);
  });

  it.each(['notSetUp', 'noService', 'noBus'] as const)('that is missing (%s) says so, and nothing is written anywhere instead', async (state) => {
    const outcomes = await bare.ask(state, question([['probe'], ['keep', name, secret], ['read', name]]));
    expect(outcomes).toEqual([refused('keychain-missing'), refused('keychain-missing'), refused('keychain-missing')]);
    expect(filesOf(bare.home).some((content) => content.includes('marked-secret'))).toBe(false);
  });
});
