import { describe, expect, it } from 'vitest';
import { createKeyAhead, generateKey, openKey, sealKey } from '../../main/certificate/key.ts';

describe('The key is made while the administrator still types', () => {
  it('once, however often it is asked for', async () => {
    let made = 0;
    const ahead = createKeyAhead(() => {
      made += 1;
      return generateKey(2048);
    });
    ahead.prepare();
    ahead.prepare();
    await ahead.take();
    expect(made).toBe(1);
  });

  it('and is handed out once: the next certificate has another', async () => {
    const ahead = createKeyAhead(() => generateKey(2048));
    ahead.prepare();
    const [first, second] = [await ahead.take(), await ahead.take()];
    expect(first.equals(second)).toBe(false);
  });

  it('and made again when that failed', async () => {
    let calls = 0;
    const ahead = createKeyAhead(async () => {
      calls += 1;
      if (calls === 1) throw new Error('no entropy');
      return generateKey(2048);
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
