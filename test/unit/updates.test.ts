import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import practiceProfile from '../../assets/bank-profiles/practice.json';
import updateSigner from '../../assets/update-signer.json';
import { bankProfileSchema } from '../../main/bank/profile.ts';
import { thumbprintOf } from '../../main/bank-file/signer.ts';
import { readPolicy } from '../../main/policy/read-policy.ts';
import { openUpdates } from '../../main/update/open-updates.ts';
import { placeInRollOut } from '../../main/update/roll-out.ts';
import { readUpdateList } from '../../main/update/signed-list.ts';
import { isManaged, type OffReason, type UpdateWishes, updateSourceOf } from '../../main/update/update-source.ts';
import { signerKeyOf } from '../../tools/bank-file/sign.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { foreignKey, signUpdateLists } from '../../tools/package/update-lists.ts';

const bank = 'https://updates.bank.example/kaitsu/';
const company = 'https://updates.company.example/';

/** As a policy file reads. */
function wishes(policy: Readonly<Record<string, unknown>>, other: Partial<UpdateWishes> = {}): UpdateWishes {
  const entries = Object.entries(policy);
  const found = entries.length === 0 ? ({ kind: 'absent' } as const) : ({ kind: 'entries', entries } as const);
  const { prescribed } = readPolicy(found, { kind: 'file', place: '/etc/kaitsu/policy.json' });
  return { prescribed, profile: { updates: bank }, wanted: true, managed: false, signer: 'a'.repeat(64), ...other };
}

describe('updates are looked for', () => {
  test.each([
    [{}, {}, bank, 'latest'],
    [{ updateChannel: 'stable' }, {}, bank, 'latest'],
    [{ updateChannel: 'preview' }, {}, bank, 'preview'],
    [{ updateServer: company }, {}, company, 'latest'],
    [{ updateServer: company }, { profile: { updates: null } }, company, 'latest'],
    // What a company prescribes, nobody at the PC switches off.
    [{ updateChannel: 'stable' }, { wanted: false }, bank, 'latest'],
  ] as const)('with the policy %j and %j at %s, %s', (policy, other, server, channel) =>
    expect(updateSourceOf(wishes(policy, other))).toEqual({ kind: 'on', server, channel }),
  );

  test.each<[Readonly<Record<string, unknown>>, Partial<UpdateWishes>, OffReason]>([
    [{ updateChannel: 'none' }, {}, 'policy'],
    [{ updateChannel: 'none', updateServer: company }, {}, 'policy'],
    [{ updateChannel: 'nightly' }, {}, 'policy'],
    [{ updateChanel: 'stable' }, {}, 'policy'],
    [{ updateServer: 'http://updates.company.example/' }, {}, 'policy'],
    [{ updateServer: 'https://user:password@updates.company.example/' }, {}, 'policy'],
    [{ updateServer: 'https://updates.company.example/?x' }, {}, 'policy'],
    [{ updateServer: 'https://updates.company.example' }, {}, 'policy'],
    [{ updateServer: 'file:///tmp/' }, {}, 'policy'],
    [{}, { wanted: false }, 'preference'],
    [{}, { managed: true }, 'managed'],
    [{}, { signer: null }, 'no-signer'],
    [{}, { profile: { updates: null } }, 'no-server'],
  ])('not with the policy %j and %j: %s', (policy, other, why) => expect(updateSourceOf(wishes(policy, other))).toEqual({ kind: 'off', why }));

  test('not where the program came by MSI, deb or rpm, which bring the next one too', () => {
    const exists = (path: string) => path === 'C:\\Program Files\\Kaitsu\\Uninstall Kaitsu.exe';
    const at = (executable: string) => isManaged({ platform: 'win32', appImage: undefined, executable, exists });
    expect([at('C:\\Program Files\\Kaitsu\\Kaitsu.exe'), at('D:\\Kaitsu\\Kaitsu.exe')]).toEqual([false, true]);
    const linux = (appImage: string | undefined) => isManaged({ platform: 'linux', appImage, executable: '/opt/Kaitsu/kaitsu', exists });
    expect([linux('/home/a/Kaitsu.AppImage'), linux(undefined)]).toEqual([false, true]);
    expect(isManaged({ platform: 'darwin', appImage: undefined, executable: '/Applications/Kaitsu.app/Contents/MacOS/Kaitsu', exists })).toBe(false);
  });

  test('at no server unless the bank names one', () => expect(bankProfileSchema.parse(practiceProfile).updates).toBeNull());
});

describe('the updates of a program', () => {
  const never = async () => {
    throw new Error('nothing is to be asked');
  };
  const open = (policy: Readonly<Record<string, unknown>>, signer: string | null) =>
    openUpdates({
      ...wishes(policy),
      installation: { platform: 'darwin', appImage: undefined, executable: '/Applications/Kaitsu.app/Contents/MacOS/Kaitsu', exists: () => true },
      machine: never,
      load: never,
      signer,
      isBetween: () => true,
      changed: () => expect.fail('nothing changes'),
      log: createMemoryLog(),
    });

  test.each([
    [{ updateChannel: 'none' }, 'a'.repeat(64), 'policy'],
    [{}, null, 'no-signer'],
  ] as const)('switched off by %j and the signer %s load nothing, and stay off whatever is asked of them', async (policy, signer, why) => {
    const updates = open(policy, signer);
    await updates.check();
    await updates.download();
    updates.install();
    expect(updates.state()).toEqual({ kind: 'off', why });
  });

  test('keep no start waiting: nothing is loaded before they are looked for, and what cannot be loaded is told and tried again', async () => {
    let loads = 0;
    const load = async () => {
      loads += 1;
      throw new Error('broken');
    };
    const installation = { platform: 'darwin', appImage: undefined, executable: '', exists: () => true } as const;
    const told: string[] = [];
    const changed = ({ kind }: { readonly kind: string }) => void told.push(kind);
    const updates = openUpdates({ ...wishes({}), installation, machine: async () => 'a PC', load, isBetween: () => true, changed, log: createMemoryLog() });
    expect([updates.state().kind, loads]).toEqual(['idle', 0]);
    await updates.check();
    await updates.check();
    expect([updates.state(), loads]).toEqual([{ kind: 'failed', why: 'unreachable' }, 2]);
    expect(told).toEqual(['checking', 'failed', 'checking', 'failed']);
  });

  test('are off in a program that names no signer, as this source does', () => {
    const { signer: _signer, ...asShipped } = wishes({});
    const installation = { platform: 'darwin', appImage: undefined, executable: '', exists: () => true } as const;
    const parts = { ...asShipped, installation, machine: never, load: never, isBetween: () => true, changed: () => undefined, log: createMemoryLog() };
    expect(openUpdates(parts).state()).toEqual({ kind: 'off', why: 'no-signer' });
  });
});

test('a roll-out reaches about as many PCs as it says, others with each version, and the same each time', () => {
  const machines = Array.from({ length: 2_000 }, (_, index) => `machine ${index}`);
  const first = (version: string) => machines.filter((machine) => placeInRollOut(machine, version) < 0.1);
  expect(first('1.1.0').length).toBeGreaterThan(140);
  expect(first('1.1.0').length).toBeLessThan(260);
  expect(first('1.1.0')).toEqual(first('1.1.0'));
  expect(first('1.1.0').filter((machine) => first('1.2.0').includes(machine)).length).toBeLessThan(60);
});

describe("the publisher's lists", () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-lists-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = join(folder, 'key.pem');
  const sha512 = createHash('sha512').update('an installer').digest('base64');
  const publicKey = signerKeyOf(privateKey);
  const signer = publicKey === null ? '' : thumbprintOf(publicKey);
  const yml = (version: string) =>
    `version: ${version}\nfiles:\n  - url: Kaitsu-${version}.AppImage\n    sha512: ${sha512}\n    size: 12\n    blockMapSize: 3\npath: Kaitsu-${version}.AppImage\nsha512: ${sha512}\nreleaseDate: '2026-11-30T00:00:00.000Z'\n`;
  beforeAll(() => writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 }));

  const read = (name: string) => readUpdateList(readFileSync(join(folder, `${name}.jws`), 'utf8'), name, signer);

  test('are signed as electron-builder wrote them; a stable version goes to the preview channel as well', async () => {
    writeFileSync(join(folder, 'latest-linux.yml'), yml('1.1.0'));
    writeFileSync(join(folder, 'builder-debug.yml'), 'x64: {}');
    expect(await signUpdateLists(folder, pem)).toEqual(['latest-linux.jws', 'preview-linux.jws']);
    const files = [{ url: 'Kaitsu-1.1.0.AppImage', sha512, size: 12 }];
    const list = { format: 1, name: 'latest-linux', version: '1.1.0', releaseDate: '2026-11-30T00:00:00.000Z', files };
    expect(read('latest-linux')).toEqual({ kind: 'list', list });
    expect(read('preview-linux')).toEqual({ kind: 'list', list: { ...list, name: 'preview-linux' } });
  });

  test('can be signed again for more PCs', async () => {
    await signUpdateLists(folder, pem, 25);
    expect(read('latest-linux')).toMatchObject({ list: { stagingPercentage: 25 } });
  });

  test('are not signed where a program would not take them', async () => {
    writeFileSync(join(folder, 'latest.yml'), yml('1.1.0').replaceAll('Kaitsu-', 'Kaitsu Setup '));
    await expect(signUpdateLists(folder, pem)).rejects.toThrow(/url/u);
  });

  test('are signed by the key that the program names, which is nobody yet', async () => {
    expect(updateSigner.thumbprint).toBeNull();
    expect(await foreignKey(pem)).toContain(signer);
  });
});
