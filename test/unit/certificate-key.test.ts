import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyAhead, generateKey, keyBitsFor, openKey, sealKey } from '../../main/certificate/key.ts';

describe('The key is made while the administrator still types', () => {
  it('once, however often it is asked for', async () => {
    let made = 0;
    const ahead = createKeyAhead(2048, (bits) => {
      made += 1;
      return generateKey(bits);
    });
    ahead.prepare();
    ahead.prepare();
    await ahead.take();
    expect(made).toBe(1);
  });

  it('and is handed out once: the next certificate has another', async () => {
    const ahead = createKeyAhead(2048);
    ahead.prepare();
    const [first, second] = [await ahead.take(), await ahead.take()];
    expect(first.equals(second)).toBe(false);
  });

  it('and made again when that failed', async () => {
    let calls = 0;
    const ahead = createKeyAhead(2048, async (bits) => {
      calls += 1;
      if (calls === 1) throw new Error('no entropy');
      return generateKey(bits);
    });
    ahead.prepare();
    expect((await ahead.take()).asymmetricKeyType).toBe('rsa');
    expect(calls).toBe(2);
  });

  it('off the main thread: it does other work meanwhile', async () => {
    const order: string[] = [];
    const making = generateKey(3072).then(() => order.push('key'));
    setImmediate(() => order.push('other work'));
    await making;
    expect(order).toEqual(['other work', 'key']);
  });
});

describe('A bank that wants another size than its profile says (RFC 7030 section 4.5)', () => {
  it.each([
    [2048, 0, 2048],
    [2048, 1024, 2048],
    [2048, 2048, 2048],
    [2048, 2049, 3072],
    [2048, 3072, 3072],
    [3072, 2048, 3072],
    [2048, 4096, 4096],
    [4096, 2048, 4096],
    [2048, 4097, 2048],
    [3072, 65_536, 3072],
    [2048, Number.NaN, 2048],
    [2048, -1, 2048],
  ] as const)('with a profile of %i bits and a wish for %i has a key of %i: never a smaller one, none beyond 4,096', (usual, least, bits) => {
    expect(keyBitsFor(usual, least)).toBe(bits);
  });

  it('gets a larger key, and the one made ahead waits for the next certificate', async () => {
    const { privateKey: quick } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const made: number[] = [];
    const ahead = createKeyAhead(2048, async (bits) => {
      made.push(bits);
      return quick;
    });
    ahead.prepare();
    await ahead.take(3072);
    await ahead.take(2048);
    expect(made).toEqual([2048, 3072]);
    await ahead.take();
    expect(made).toEqual([2048, 3072, 2048]);
  });
});

describe('A key that must outlive a crash', () => {
  it('comes back with its passphrase only', async () => {
    const key = await generateKey(2048);
    const sealed = sealKey(key, 'p'.repeat(64));
    expect(sealed).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect(openKey(sealed, 'p'.repeat(64))?.equals(key)).toBe(true);
    expect(openKey(sealed, 'wrong')).toBeNull();
    expect(openKey(sealed.slice(0, 300), 'p'.repeat(64))).toBeNull();
  });
});
