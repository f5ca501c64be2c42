import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canSign } from '../../main/certificate/trial-signature.ts';
import { compareDesignatedPc, noteDesignatedPc, thisPc } from '../../main/diagnosis/designated-pc.ts';
import { type Examined, examinePc } from '../../main/diagnosis/examination.ts';
import { identifyMachine, type MachineSource, readMachineGuid, readMachineId, readPlatformUuid } from '../../main/diagnosis/machine-id.ts';
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
  note: async () => expect.fail('nothing is noted'),
  condition: async () => success('usable'),
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
    [{ condition: async () => success('browserOnly' as const) }, 'certificate-in-browser-only'],
    [{ condition: async () => success('lost' as const) }, 'certificate-file-unreadable'],
    [{ condition: async () => success('unavailable' as const) }, 'certificate-file-unavailable'],
    [{ standsInStore: async () => success(false) }, 'certificate-absent-on-pc'],
    [{ standsInStore: async () => success(null) }, 'certificate-absent-on-pc'],
    [{ canSign: async () => success(false) }, 'key-cannot-sign'],
    [{ isRemote: () => true }, 'remote-session'],
    [{ expiresSoon: async () => success(true) }, 'certificate-expires-soon'],
    [{ countOlder: async () => success(2) }, 'certificates-piled-up'],
  ])('tells what keeps the certificate from being used: case %#', async (some, code) => expect(await found(some)).toBe(code));

  test('is noted where the note of it is gone, and only by whom its keychain opens the certificate', async () => {
    let noted = 0;
    const note = async () => (noted += 1);
    expect(await found({ comparePc: async () => 'unnoted', note })).toBeNull();
    expect(noted).toBe(1);
    await found({ comparePc: async () => 'unnoted', condition: async () => success('browserOnly'), note });
    await found({ comparePc: async () => 'unknown', note });
    expect(noted).toBe(1);
  });

  test('tells the gravest thing first', async () => {
    expect(await found({ canSign: async () => success(false), isRemote: () => true, countOlder: async () => success(3) })).toBe('key-cannot-sign');
  });

  test('accuses nobody of what could not be looked at', async () => {
    const locked = async () => failure('keychain-locked');
    expect(await found({ comparePc: async () => 'unknown', standsInStore: locked, canSign: locked, expiresSoon: locked, countOlder: locked })).toBeNull();
  });
});

describe('who retrieved the certificate', () => {
  const linux: MachineSource = { platform: 'linux', run: async () => ({ kind: 'missing' }), environment: {} };
  const note = () => join(folder, 'designated-pc.json');

  test('is noted without names, for oneself only, and recognised', async () => {
    const pc = { ...(await thisPc(linux)), machine: 'id:1' };
    expect(await compareDesignatedPc(folder, pc)).toBe('unnoted');
    expect(await noteDesignatedPc(folder, pc)).toEqual({ ok: true, value: undefined });
    expect(await compareDesignatedPc(folder, pc)).toBe('same');
    expect(await compareDesignatedPc(folder, { ...pc, user: 'x' })).toBe('other-user');
    expect(await compareDesignatedPc(folder, { ...pc, machine: 'id:2', user: 'x' })).toBe('other-pc');
    // Where the system's ID cannot be had today, nobody is accused.
    expect(await compareDesignatedPc(folder, { ...pc, machine: 'name:1' })).toBe('unknown');
    expect(statSync(note()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(note(), 'utf8'))).toEqual({ version: 2, machine: 'id:1', user: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    writeFileSync(note(), 'broken');
    expect(await compareDesignatedPc(folder, pc)).toBe('unnoted');
  });

  test('by an earlier version is recognised, and noted as this version does', async () => {
    const pc = await thisPc(linux);
    writeFileSync(note(), JSON.stringify({ version: 1, machine: pc.earlier, user: pc.user }));
    expect(await compareDesignatedPc(folder, pc)).toBe('same');
    expect(JSON.parse(readFileSync(note(), 'utf8'))).toEqual({ version: 2, machine: pc.machine, user: pc.user });
    expect(await compareDesignatedPc(folder, pc)).toBe('same');
  });

  const guid = '4C4C4544-0042-3510-8051-B4C04F4E3132';
  test.each([
    ['Windows, English', `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid    REG_SZ    ${guid.toLowerCase()}\r\n\r\n`, guid],
    [
      'Windows, Japanese (code page 932 read as UTF-8)',
      `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\r\n    MachineGuid\tREG_SZ\t{${guid}}\r\n\r\n\uFFFD\uFFFD\uFFFD: 1 \uFFFD\uFFFD\r\n`,
      guid,
    ],
    ['Windows, without the value', '\r\nエラー: 指定されたレジストリ キーまたは値が見つかりませんでした\r\n', null],
    ['Windows, another value', `    OtherGuid    REG_SZ    ${guid}\r\n`, null],
  ])('%s: the registry is read', (_name, printed, expected) => expect(readMachineGuid(printed)).toBe(expected));

  test.each([
    [
      `+-o J314sAP  <class IOPlatformExpertDevice, id 0x10000024f>\n    {\n      "IOPlatformSerialNumber" = "X"\n      "IOPlatformUUID" = "${guid}"\n    }\n`,
      guid,
    ],
    ['+-o J314sAP\n    {\n      "IOPlatformUUID" = ""\n    }\n', null],
    ['', null],
  ])('macOS: case %# of the hardware is read', (printed, expected) => expect(readPlatformUuid(printed)).toBe(expected));

  test.each([
    ['b08dfa6083e7567a1921a715000001fb\n', 'b08dfa6083e7567a1921a715000001fb'],
    ['uninitialized\n', null],
    ['', null],
    [`${'0'.repeat(32)}\n`, null],
  ])('Linux: machine-id %j is read', (content, expected) => expect(readMachineId(content)).toBe(expected));

  test('is asked for by absolute paths alone, and never kept as it is', async () => {
    const ran: string[] = [];
    const run: MachineSource['run'] = async (command) => {
      ran.push(command);
      return { kind: 'ended', code: 0, stdout: `    MachineGuid    REG_SZ    ${guid}\r\n "IOPlatformUUID" = "${guid}"`, stderr: '' };
    };
    for (const platform of ['win32', 'darwin'] as const) {
      const machine = await identifyMachine({ platform, run, environment: { SystemRoot: 'D:\\Windows' } });
      expect(machine).toMatch(/^id:[0-9a-f]{64}$/u);
    }
    expect(ran).toEqual(['D:\\Windows\\System32\\reg.exe', '/usr/sbin/ioreg']);
    expect(await identifyMachine({ platform: 'win32', run: async () => ({ kind: 'timeout' }), environment: {} })).toMatch(/^name:/u);
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
