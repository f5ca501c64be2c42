import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canSign } from '../../main/certificate/trial-signature.ts';
import { compareDesignatedPc, noteDesignatedPc, thisPc } from '../../main/diagnosis/designated-pc.ts';
import { type Examined, examinePc } from '../../main/diagnosis/examination.ts';
import { isRemoteSession } from '../../main/diagnosis/remote-session.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createTestAuthority } from '../support/test-authority.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-pc-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const healthy: Examined = {
  comparePc: async () => 'same',
  standsInStore: async () => success(true),
  canSign: async () => success(true),
  isRemote: () => false,
  expiresSoon: async () => success(false),
  countOlder: async () => success(0),
};
const found = (some: Partial<Examined>) => examinePc({ ...healthy, ...some }, AbortSignal.timeout(1000));

describe('the PC of the certificate', () => {
  test('on which all is well gives nothing to tell', async () => expect(await found({})).toBeNull());

  test.each([
    [{ comparePc: async () => 'other-user' as const }, 'other-os-user'],
    [{ comparePc: async () => 'other-pc' as const }, 'certificate-absent-on-pc'],
    [{ standsInStore: async () => success(false) }, 'certificate-absent-on-pc'],
    [{ standsInStore: async () => success(null) }, 'certificate-absent-on-pc'],
    [{ canSign: async () => success(false) }, 'key-cannot-sign'],
    [{ isRemote: () => true }, 'remote-session'],
    [{ expiresSoon: async () => success(true) }, 'certificate-expires-soon'],
    [{ countOlder: async () => success(2) }, 'certificates-piled-up'],
  ])('tells what keeps the certificate from being used: case %#', async (some, code) => expect(await found(some)).toBe(code));

  test('tells the gravest thing first', async () => {
    expect(await found({ canSign: async () => success(false), isRemote: () => true, countOlder: async () => success(3) })).toBe('key-cannot-sign');
  });

  test('accuses nobody of what could not be looked at', async () => {
    const locked = async () => failure('keychain-locked');
    expect(await found({ comparePc: async () => 'unknown', standsInStore: locked, canSign: locked, expiresSoon: locked, countOlder: locked })).toBeNull();
  });
});

describe('who retrieved the certificate', () => {
  test('is noted without names, for oneself only, and recognised', async () => {
    expect(await compareDesignatedPc(folder, thisPc())).toBe('unknown');
    expect(await noteDesignatedPc(folder, thisPc())).toEqual({ ok: true, value: undefined });
    expect(await compareDesignatedPc(folder, thisPc())).toBe('same');
    expect(await compareDesignatedPc(folder, { ...thisPc(), user: 'x' })).toBe('other-user');
    expect(await compareDesignatedPc(folder, { machine: 'y', user: 'x' })).toBe('other-pc');
    const note = join(folder, 'designated-pc.json');
    expect(statSync(note).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({
      version: 1,
      machine: expect.stringMatching(/^[0-9a-f]{64}$/u),
      user: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    writeFileSync(note, 'broken');
    expect(await compareDesignatedPc(folder, thisPc())).toBe('unknown');
  });
});

describe('a session from afar', () => {
  test.each([
    [{ SESSIONNAME: 'RDP-Tcp#3' }, true],
    [{ SESSIONNAME: 'ICA-CGP#1' }, true],
    [{ XRDP_SESSION: '1' }, true],
    [{ SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22' }, true],
    [{ SESSIONNAME: 'Console' }, false],
    [{ SSH_CONNECTION: '' }, false],
    [{}, false],
  ])('is known by %j: %s', (environment, remote) => expect(isRemoteSession(environment)).toBe(remote));
});

describe('a trial signature', () => {
  test('shows whether the key is still the one of the certificate', () => {
    const issued = createTestAuthority('Trial').issue({ commonName: '12345678901' });
    const key = createPrivateKey(issued.key);
    const leaf = new X509Certificate(issued.certificate);
    expect(canSign({ key, leaf }, randomBytes(32))).toBe(true);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(canSign({ key: other, leaf }, randomBytes(32))).toBe(false);
    expect(canSign({ key: generateKeyPairSync('x25519').privateKey, leaf }, randomBytes(32))).toBe(false);
  });
});
