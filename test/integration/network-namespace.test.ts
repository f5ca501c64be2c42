import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type SecondBank, startSecondBank } from '../e2e/second-bank.ts';
import { hasProxy, type RunningProxy, startSquid } from '../support/proxies.ts';

/** A network without any way out but the company's proxy: a namespace of its own, joined to this computer by one cable. */

const run = promisify(execFile);
const ip = '/usr/sbin/ip';
const canJoin = process.platform === 'linux' && process.getuid?.() === 0 && existsSync(ip) && mayMakeNetworks();
if (!canJoin) console.warn('No network namespace can be made here: its tests are left out.');

const name = `kaitsu${process.pid % 10_000}`;
const [here, there] = ['10.203.77.1', '10.203.77.2'];
const command = resolve('out', 'app', 'main', 'kaitsu.cjs');

let bank: SecondBank;
let proxy: RunningProxy;
let folder: string;

function mayMakeNetworks(): boolean {
  try {
    execFileSync(ip, ['netns', 'add', 'kaitsu-probe'], { stdio: 'ignore' });
    execFileSync(ip, ['netns', 'delete', 'kaitsu-probe'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const network = (...words: readonly string[]) => execFileSync(ip, words);

const suite = canJoin && hasProxy('squid');
beforeAll(async () => {
  if (!suite) return;
  network('netns', 'add', name);
  network('link', 'add', `${name}a`, 'type', 'veth', 'peer', 'name', `${name}b`, 'netns', name);
  network('address', 'add', `${here}/24`, 'dev', `${name}a`);
  network('link', 'set', `${name}a`, 'up');
  network('-n', name, 'address', 'add', `${there}/24`, 'dev', `${name}b`);
  network('-n', name, 'link', 'set', `${name}b`, 'up');
  network('-n', name, 'link', 'set', 'lo', 'up');
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-namespace-'));
  [bank, proxy] = await Promise.all([startSecondBank('90000000019', '0.0.0.0'), startSquid('none', here)]);
  await run(process.execPath, [command, 'bank', 'add', bank.file, '--fingerprint', bank.fingerprint, '--data', folder]);
});
afterAll(async () => {
  await proxy?.stop();
  bank?.stop();
  if (suite) network('netns', 'delete', name);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const answer = z.object({ results: z.array(z.object({ check: z.string(), finding: z.string().nullable() })) });

/** What the eight checks find inside that network. */
async function preflight(environment: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string | null>>> {
  const words = ['netns', 'exec', name, process.execPath, command, 'preflight', '--json', '--data', folder];
  // It ends with 1 where something is to be seen to.
  const { stdout } = await run(ip, words, { env: { PATH: process.env.PATH, HOME: folder, ...environment } }).catch((error: { stdout: string }) => error);
  return Object.fromEntries(answer.parse(JSON.parse(stdout)).results.map(({ check, finding }) => [check, finding]));
}

describe.runIf(suite)('in a network with no way out but the proxy', () => {
  test('the bank is not reached directly, and the preflight says so', async () => {
    const found = await preflight({});
    expect(found.bankTls).not.toBe('tls-trusted');
    expect(found.network).not.toBe('network-good');
  });

  test('the bank is reached and proven through the proxy', async () => {
    const found = await preflight({ https_proxy: `http://${here}:${proxy.port}` });
    expect(found).toMatchObject({ bankTls: 'tls-trusted', clock: 'clock-right' });
    expect(proxy.log()).toMatch(/CONNECT 0\.0\.0\.0:\d+/u);
  });
});
