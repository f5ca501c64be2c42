import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppImageUpdater, CancellationToken } from 'electron-updater';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { thumbprintOf } from '../../main/bank-file/signer.ts';
import { openUpdates } from '../../main/update/open-updates.ts';
import { placeInRollOut } from '../../main/update/roll-out.ts';
import { type UpdateList, updateListType } from '../../main/update/signed-list.ts';
import type { UpdateState, Updates } from '../../main/update/updates.ts';
import { signerKeyOf, signText } from '../../tools/bank-file/sign.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { type BadBank, startBadBank } from '../support/bad-bank.ts';
import { NodeExecutor } from '../support/node-executor.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/**
 * electron-updater's own AppImage updater against a real TLS server. Doubles: Node's https for Electron's net (which brings
 * proxy and trust of the system), and nothing is installed, since that replaces the running program.
 */
const authority = createTestAuthority('The updates authority');
const issued = authority.issue({ commonName: '127.0.0.1', names: ['127.0.0.1'] });
const publisher = generateKeyPairSync('ed25519').privateKey;
const stranger = generateKeyPairSync('ed25519').privateKey;
const name = process.arch === 'x64' ? 'latest-linux' : `latest-linux-${process.arch}`;
const installer = randomBytes(3_000_000);
const folder = mkdtempSync(join(tmpdir(), 'kaitsu-updates-'));
afterAll(() => rmSync(folder, { recursive: true }));

function listed(other: Partial<UpdateList> = {}): UpdateList {
  const sha512 = createHash('sha512').update(installer).digest('base64');
  const files = [{ url: 'Kaitsu-1.1.0.AppImage', sha512, size: installer.length }];
  return { format: 1, name, version: '1.1.0', releaseDate: '2026-11-30T00:00:00.000Z', files, ...other };
}
const signed = (other: Partial<UpdateList> = {}, key: KeyObject = publisher): string => signText(listed(other), updateListType, key);

function thumbprint(key: KeyObject): string {
  const publicKey = signerKeyOf(key);
  return publicKey === null ? '' : thumbprintOf(publicKey);
}

let files: Map<string, string | Buffer>;
let slowly: boolean;
let redirectTo: string | null;
let server: BadBank;
let home: string;
let between: boolean;
let states: UpdateState[];

beforeEach(async () => {
  [files, slowly, redirectTo, between, states] = [new Map(), false, null, true, []];
  files.set(`${name}.jws`, `${signed()}\n`).set('Kaitsu-1.1.0.AppImage', installer);
  home = mkdtempSync(join(folder, 'home-'));
  const appImage = join(home, 'Kaitsu-1.0.0.AppImage');
  writeFileSync(appImage, 'the old one');
  vi.stubEnv('APPIMAGE', appImage);
  server = await startBadBank(issued, (request, response) => serve(new URL(request.url ?? '', server.url).pathname, response));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

function serve(path: string, response: ServerResponse): void {
  const content = files.get(path.replace('/kaitsu/', ''));
  if (redirectTo !== null) response.writeHead(302, { location: `${redirectTo}${path}` }).end();
  else if (content === undefined) response.writeHead(404).end();
  else if (slowly && path.endsWith('.AppImage')) response.writeHead(200).write(content.slice(0, 100_000));
  else response.writeHead(200).end(content);
}

type StartOptions = { readonly ca?: string; readonly machine?: string; readonly signer?: KeyObject };
type Started = { readonly updates: Updates; readonly updater: AppImageUpdater; readonly log: ReturnType<typeof createMemoryLog> };

async function start({ ca = authority.certificate, machine = 'this PC', signer = publisher }: StartOptions = {}): Promise<Started> {
  const updater = new AppImageUpdater(null, {
    version: '1.0.0',
    name: 'Kaitsu',
    isPackaged: true,
    appUpdateConfigPath: join(home, 'app-update.yml'),
    userDataPath: join(home, 'data'),
    baseCachePath: join(home, 'cache'),
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  // What electron-builder packs: only the name of the cache is read.
  writeFileSync(join(home, 'app-update.yml'), 'provider: generic\nurl: https://updates.kaitsu.example/\nupdaterCacheDirName: kaitsu-updater\n');
  Reflect.set(updater, 'httpExecutor', new NodeExecutor(ca));
  const log = createMemoryLog();
  // By a server of the bank's, in an AppImage, on a PC at this place of the roll-out.
  const updates = openUpdates({
    prescribed: { updateChannel: null, updateServer: null },
    profile: { updates: `${server.url}/kaitsu/` },
    wanted: true,
    installation: { platform: 'linux', appImage: process.env.APPIMAGE, executable: '/tmp/.mount_Kaitsu/kaitsu', exists: () => false },
    machine: async () => machine,
    signer: thumbprint(signer),
    load: async () => ({ updater, newToken: () => new CancellationToken() }),
    isBetween: () => between,
    changed: (state) => states.push(state),
    log,
  });
  return { updates, updater, log };
}

const asked = () => server.asked.map(({ url }) => url.split('?')[0]);
const fetched = () => {
  const pending = join(home, 'cache', 'kaitsu-updater', 'pending');
  return existsSync(pending) ? readdirSync(pending).filter((file) => file.endsWith('.AppImage')) : [];
};

describe.runIf(process.platform === 'linux')('an update', () => {
  test('is offered, and fetched only when the person asks for it', async () => {
    const { updates } = await start();
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'offered', version: '1.1.0' });
    expect(asked()).toEqual([`/kaitsu/${name}.jws`]);
    await updates.download();
    expect(updates.state()).toEqual({ kind: 'ready', version: '1.1.0' });
    expect(states.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['checking', 'offered', 'downloading', 'ready']));
    const [file = ''] = fetched();
    expect(readFileSync(join(home, 'cache', 'kaitsu-updater', 'pending', file)).equals(installer)).toBe(true);
  });

  test('tells the server nothing by which it could know this PC, and keeps no such thing', async () => {
    const { updates } = await start();
    await updates.check();
    await updates.download();
    for (const { headers } of server.asked) expect([undefined, '00000000-0000-0000-0000-000000000000']).toContain(headers['x-user-staging-id']);
    expect(existsSync(join(home, 'data', '.updaterId'))).toBe(false);
  });

  test.each([
    ['signed by somebody else', () => signed({}, stranger)],
    [
      'changed after it was signed',
      () => signed().replace(/\.[^.]+\./u, `.${Buffer.from(JSON.stringify(listed({ version: '9.9.9' }))).toString('base64url')}.`),
    ],
    ['signed as something else', () => signText(listed(), 'kaitsu-bank', publisher)],
    ['of another channel', () => signed({ name: name.replace('latest', 'preview') })],
    ['of another system', () => signed({ name: 'latest' })],
    ['that leads to another folder', () => signText({ ...listed(), files: [{ ...listed().files[0], url: '../evil.AppImage' }] }, updateListType, publisher)],
    [
      'that leads to another server',
      () => signText({ ...listed(), files: [{ ...listed().files[0], url: 'https://evil.example/a.AppImage' }] }, updateListType, publisher),
    ],
    ['that is not signed at all', () => JSON.stringify(listed())],
    ['without anything in it', () => ''],
  ])('is not offered from a list %s', async (_which, list) => {
    files.set(`${name}.jws`, list());
    const { updates } = await start();
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'failed', why: 'not-signed' });
    await updates.download();
    expect(asked()).toEqual([`/kaitsu/${name}.jws`]);
  });

  test("is not offered from electron-builder's list alone, which nobody signed and nobody asks for", async () => {
    files.delete(`${name}.jws`);
    files.set(`${name}.yml`, 'version: 9.9.9\nfiles: []\n');
    const { updates } = await start();
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'failed', why: 'unreachable' });
    expect(asked()).toEqual([`/kaitsu/${name}.jws`]);
  });

  test('is not taken where the file is not the one that was signed', async () => {
    files.set('Kaitsu-1.1.0.AppImage', Buffer.concat([installer.subarray(1), Buffer.from('x')]));
    const { updates } = await start();
    await updates.check();
    await updates.download();
    expect(updates.state()).toEqual({ kind: 'failed', why: 'not-signed' });
    expect(fetched()).toEqual([]);
  });

  test.each([
    ['1.0.0', 'current'],
    ['0.9.9', 'current'],
    ['1.0.1', 'offered'],
  ] as const)('never goes back: to %s from 1.0.0 is %s', async (version, kind) => {
    files.set(`${name}.jws`, signed({ version }));
    const { updates } = await start();
    await updates.check();
    expect(updates.state().kind).toBe(kind);
  });

  test.each([0, 10, 50, 100])('for %d of a hundred PCs is offered to those whose turn it is', async (stagingPercentage) => {
    files.set(`${name}.jws`, signed({ stagingPercentage }));
    for (const machine of ['one PC', 'another PC', 'a third PC', 'a fourth PC', 'a fifth PC']) {
      const { updates } = await start({ machine });
      await updates.check();
      expect(updates.state().kind).toBe(placeInRollOut(machine, '1.1.0') * 100 < stagingPercentage ? 'offered' : 'current');
    }
  });

  test('is asked of no server that the PC does not trust', async () => {
    const { updates } = await start({ ca: createTestAuthority('Another authority').certificate });
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'failed', why: 'unreachable' });
    expect(server.asked).toEqual([]);
  });

  test('is asked of nobody without TLS, wherever the server sends', async () => {
    let reached = 0;
    const plain = createServer((_request, response) => {
      reached += 1;
      response.end(signed());
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const { updates } = await start();
    await updates.check();
    expect(updates.state().kind).toBe('offered');
    redirectTo = `http://127.0.0.1:${port}`;
    await updates.download();
    expect(updates.state()).toEqual({ kind: 'failed', why: 'unreachable' });
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'failed', why: 'unreachable' });
    expect(reached).toBe(0);
    plain.close();
  });

  test('is not waited for in a list that never ends', async () => {
    files.set(`${name}.jws`, 'a'.repeat(5_000_000));
    const { updates } = await start();
    await updates.check();
    expect(updates.state().kind).toBe('failed');
  });

  test('is neither fetched nor installed in a procedure', async () => {
    const { updates, updater } = await start();
    const installing = vi.spyOn(updater, 'quitAndInstall').mockImplementation(() => undefined);
    await updates.check();
    between = false;
    await updates.download();
    expect(updates.state().kind).toBe('offered');
    expect(asked()).toHaveLength(1);
    between = true;
    await updates.download();
    between = false;
    updates.install();
    expect(installing).not.toHaveBeenCalled();
    between = true;
    updates.install();
    expect(installing).toHaveBeenCalledOnce();
  });

  test('that is being fetched is broken off when a procedure begins, and offered again', async () => {
    slowly = true;
    const { updates } = await start();
    await updates.check();
    const fetching = updates.download();
    await vi.waitFor(() => expect(asked()).toContain('/kaitsu/Kaitsu-1.1.0.AppImage'));
    updates.procedureMoved();
    expect(updates.state().kind).toBe('downloading');
    between = false;
    updates.procedureMoved();
    await fetching;
    expect(updates.state()).toEqual({ kind: 'offered', version: '1.1.0' });
    expect(fetched()).toEqual([]);
  });

  test('leaves a line in the log where it fails', async () => {
    files.set(`${name}.jws`, signed({}, stranger));
    const { updates, log } = await start();
    await updates.check();
    expect(log.raw.map(({ event }) => event)).toContain('update.failed');
    expect(log.lines.join('\n')).toContain(`The list ${name} is not taken for its signer`);
  });
});
