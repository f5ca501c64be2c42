import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Outcome } from '../../preload/contract/problem.ts';
import type { BankAddress } from '../bank/connection.ts';
import type { HttpAnswer, SendHttp } from '../bank/http.ts';
import { bankInfoSchema, paths } from '../bank/protocol.ts';
import type { Clock } from '../procedure/ports.ts';
import type { Found, Looks } from './preflight.ts';

/** The way to the bank: clock, network, proxy and TLS. One question to the bank serves all four. */
export type LineParts = {
  readonly locate: () => Promise<Outcome<BankAddress>>;
  /** Opens the way to the bank for one question, with the profile's authority as the only root. */
  readonly open: (address: BankAddress) => { readonly send: SendHttp; close(): Promise<void> };
  /** What the system would use for this address: "DIRECT", or a list such as "PROXY host:8080; DIRECT". */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
};

/** Beyond this, certificates and one-time sessions begin to look too old or too new. */
export const clockTolerance = 120;

type Asked = { readonly answer: Outcome<HttpAnswer>; readonly sentAt: number; readonly receivedAt: number };

/**
 * The question is one for clock and connection: whichever check's time is up first ends it, and then both
 * were without an answer, whatever a millisecond between their limits would make of it.
 * @returns the four checks of one run
 */
export function lineChecks(parts: LineParts): Pick<Looks, 'clock' | 'network' | 'proxy' | 'bankTls'> {
  let asking: Promise<Asked> | null = null;
  const ask = (signal: AbortSignal) => {
    asking ??= askBank(parts, signal);
    return asking;
  };
  let reaching: Promise<Found> | null = null;
  const reach = (signal: AbortSignal) => {
    reaching ??= reachBank(parts, signal);
    return reaching;
  };
  return {
    clock: async (signal) => compareClocks(await ask(signal)),
    network: reach,
    proxy: async (signal) => lookForProxy(parts, await reach(signal)),
    bankTls: async (signal) => judgeTls(await ask(signal)),
  };
}

async function askBank({ locate, open, clock }: LineParts, signal: AbortSignal): Promise<Asked> {
  const address = await locate();
  const sentAt = clock.now().getTime();
  if (!address.ok) return { answer: address, sentAt, receivedAt: sentAt };
  const line = open(address.value);
  try {
    const answer = await line.send({ method: 'GET', path: paths.bank, headers: { accept: 'application/json' }, signal, repeatable: false });
    return { answer, sentAt, receivedAt: clock.now().getTime() };
  } finally {
    await line.close();
  }
}

/** The bank's time is that of the moment half-way between question and answer. */
function compareClocks({ answer, sentAt, receivedAt }: Asked): Found {
  if (!answer.ok && answer.problem.code === 'cancelled') return { finding: 'clock-no-answer' };
  const time = answer.ok ? readBankTime(answer.value) : null;
  if (time === null) return { finding: 'clock-not-compared' };
  const ahead = ((sentAt + receivedAt) / 2 - time) / 1000;
  return { finding: Math.abs(ahead) <= clockTolerance ? 'clock-right' : 'clock-wrong', amount: ahead };
}

function readBankTime({ status, body }: HttpAnswer): number | null {
  if (status !== 200) return null;
  try {
    return Date.parse(bankInfoSchema.parse(JSON.parse(Buffer.from(body).toString('utf8'))).time);
  } catch {
    return null;
  }
}

function judgeTls({ answer }: Asked): Found {
  // Any answer at all came over a connection that was trusted.
  if (answer.ok || answer.problem.code === 'bank-answer-invalid') return { finding: 'tls-trusted' };
  if (answer.problem.code === 'cancelled') return { finding: 'tls-no-answer' };
  return { finding: answer.problem.code === 'bank-untrusted' || answer.problem.code === 'bank-profile-invalid' ? 'tls-untrusted' : 'tls-not-reached' };
}

async function reachBank({ locate }: LineParts, signal: AbortSignal): Promise<Found> {
  const address = await locate();
  if (!address.ok) return { finding: 'network-bank-not-reached' };
  const { host, port } = hostOf(address.value.baseUrl);
  const local = isLoopback(host);
  const connected = Object.values(networkInterfaces()).some((addresses) => addresses?.some((each) => !each.internal));
  if (!local && !connected) return { finding: 'network-down' };
  const resolved = await lookup(host).then(
    () => true,
    () => false,
  );
  if (!resolved) return { finding: 'network-name-unknown' };
  if (!(await canConnect(host, port, signal))) return { finding: 'network-bank-not-reached' };
  return { finding: local ? 'network-not-needed' : 'network-up' };
}

/** Shorter than the limit of a check, so that "not reached" is said rather than "no answer". */
const connectLimit = 6_000;

function canConnect(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal });
    const end = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.setTimeout(connectLimit, () => end(false));
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Kaitsu goes straight to the bank. A proxy matters only where nothing else is let through. */
async function lookForProxy({ locate, resolveProxy, environment }: LineParts, network: Found): Promise<Found> {
  const address = await locate();
  const url = address.ok ? address.value.baseUrl : null;
  if (url === null || isLoopback(hostOf(url).host)) return { finding: 'proxy-none' };
  const system = await resolveProxy(url);
  const named = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].some((name) => (environment[name] ?? '') !== '');
  if (!named && /^\s*(DIRECT)?\s*(;|$)/u.test(system)) return { finding: 'proxy-none' };
  return { finding: network.finding === 'network-up' ? 'proxy-not-used' : 'proxy-in-the-way' };
}

function hostOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? 443 : Number(port) };
}

/** Also RFC 6761 section 6.3: localhost and whatever ends in it. */
function isLoopback(host: string): boolean {
  return host === '::1' || /^127(\.[0-9]{1,3}){3}$/u.test(host) || /(^|\.)localhost$/u.test(host);
}
