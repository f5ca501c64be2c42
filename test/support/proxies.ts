import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The proxies that companies run, as Debian ships them. A computer without one of them leaves its tests out. */

const programs = { squid: '/usr/sbin/squid', tinyproxy: '/usr/bin/tinyproxy', microsocks: '/usr/bin/microsocks' } as const;
export type ProxyProgram = keyof typeof programs;

/** @returns whether the tests with this proxy can run; where not, it is said */
export function hasProxy(program: ProxyProgram): boolean {
  const there = existsSync(programs[program]);
  if (!there) console.warn(`${program} is not installed: its tests are left out.`);
  return there;
}

export type RunningProxy = {
  readonly port: number;
  /** What it has written down of what it was asked. */
  readonly log: () => string;
  stop(): Promise<void>;
};

export const account = { name: 'taro', password: 'pass:word "x"' };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

async function run(program: ProxyProgram, port: number, args: readonly string[], folder: string, address = '127.0.0.1'): Promise<RunningProxy> {
  const child: ChildProcess = spawn(programs[program], args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!(await answers(port, address))) await setTimeout(20);
  const file = join(folder, 'access.log');
  return {
    port,
    log: () => (existsSync(file) ? readFileSync(file, 'utf8') : ''),
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Squid gives up its rights where root starts it: its folder is open to all. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-proxy-'));
  chmodSync(folder, 0o777);
  return folder;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function basicLines(folder: string): readonly string[] {
  const file = join(folder, 'passwords');
  const sealed = execFileSync('openssl', ['passwd', '-apr1', '-stdin'], { input: account.password, encoding: 'utf8' }).trim();
  writeFileSync(file, `${account.name}:${sealed}\n`, { mode: 0o644 });
  return [`auth_param basic program /usr/lib/squid/basic_ncsa_auth ${file}`, 'auth_param basic realm Company "A", Tokyo'];
}

function digestLines(folder: string): readonly string[] {
  const file = join(folder, 'digests');
  writeFileSync(file, `${account.name}:Company:${md5(`${account.name}:Company:${account.password}`)}\n`, { mode: 0o644 });
  return [`auth_param digest program /usr/lib/squid/digest_file_auth -c ${file}`, 'auth_param digest realm Company'];
}

/** @param signIn what it accepts; both: as many companies have it, the stronger beside the weaker */
/** @param address of this computer's on which it listens */
export async function startSquid(signIn: 'none' | 'basic' | 'digest' | 'both' | 'forbids', address = '127.0.0.1'): Promise<RunningProxy> {
  const folder = openFolder();
  const port = await freePort();
  const digest = signIn === 'digest' || signIn === 'both' ? digestLines(folder) : [];
  const basic = signIn === 'basic' || signIn === 'both' ? basicLines(folder) : [];
  const access = { none: ['http_access allow all'], forbids: ['http_access deny all'] };
  const known = ['acl known proxy_auth REQUIRED', 'http_access allow known', 'http_access deny all'];
  const lines = [
    `http_port ${address}:${port}`,
    'pid_filename none',
    `cache_log ${join(folder, 'cache.log')}`,
    `access_log stdio:${join(folder, 'access.log')}`,
    'cache deny all',
    `coredump_dir ${folder}`,
    'shutdown_lifetime 0 seconds',
    'visible_hostname proxy.company.example',
    ...digest,
    ...basic,
    ...(signIn === 'none' || signIn === 'forbids' ? access[signIn] : known),
  ];
  const file = join(folder, 'squid.conf');
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o644 });
  return run('squid', port, ['-N', '-f', file], folder, address);
}

export async function startTinyproxy(): Promise<RunningProxy> {
  const folder = openFolder();
  const port = await freePort();
  const file = join(folder, 'tinyproxy.conf');
  const lines = [`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 60', 'MaxClients 20', `LogFile "${join(folder, 'access.log')}"`, 'LogLevel Connect'];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return run('tinyproxy', port, ['-d', '-c', file], folder);
}

export async function startMicrosocks(): Promise<RunningProxy> {
  const port = await freePort();
  return run('microsocks', port, ['-i', '127.0.0.1', '-p', String(port)], openFolder());
}

/**
 * Squid notes a request once its connection has ended: one's own question, noted after all others, says that none is missing.
 * @param marker a host's name that nobody else asks for @returns how many lines its log has then
 */
export async function linesOf({ port, log }: RunningProxy, marker: string): Promise<number> {
  const socket = connect(port, '127.0.0.1', () => socket.end(`CONNECT ${marker}:443 HTTP/1.1\r\nHost: ${marker}\r\nConnection: close\r\n\r\n`));
  socket.resume().on('error', () => undefined);
  while (!log().includes(marker)) await setTimeout(20);
  return log().split('\n').length;
}
