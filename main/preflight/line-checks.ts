import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import type { Outcome } from '../../preload/contract/problem.ts';
import { readProblem } from '../bank/bank-answer.ts';
import type { BankAddress } from '../bank/connection.ts';
import type { HttpAnswer, SendHttp } from '../bank/http.ts';
import { bankInfoSchema, paths } from '../protocol/protocol.ts';
import type { Clock } from '../support/ports.ts';
import { hostOf, isLoopback } from './addresses.ts';
import type { CompareDates } from './bank-certificate.ts';
import type { Found, PreflightChecks } from './preflight.ts';

/** The way to the bank: clock, network, proxy and TLS. One question to the bank serves all four. */
export type LineParts = {
  readonly locate: () => Promise<Outcome<BankAddress>>;
  /** Opens the way to the bank for one question, with the profile's authority as the only root. */
  readonly open: (address: BankAddress) => { readonly send: SendHttp; close(): Promise<void> };
  /** Asked where the bank is not trusted: whether its certificate's dates, held against this clock, are why. */
  readonly compareDates: CompareDates;
  /** Whether this PC has a network at all: see hasNetwork. */
  readonly connected: () => boolean;
  /** What the system would use for this address: "DIRECT", or a list such as "PROXY host:8080; DIRECT". */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
};

/** Beyond this, certificates and one-time sessions begin to look too old or too new. */
export const clockTolerance = 120;

/** offDates: see CompareDates; null where nobody had to ask. */
type Asked = { readonly answer: Outcome<HttpAnswer>; readonly sentAt: number; readonly receivedAt: number; readonly offDates: number | null };

/**
 * The question is one for clock and connection: whichever check's time is up first ends it, and then both
 * were without an answer, whatever a millisecond between their limits would make of it.
 * @returns the four checks of one run
 */
export function lineChecks(parts: LineParts): Pick<PreflightChecks, 'clock' | 'network' | 'proxy' | 'bankTls'> {
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

async function askBank({ locate, open, compareDates, clock }: LineParts, signal: AbortSignal): Promise<Asked> {
  const address = await locate();
  const sentAt = clock.now().getTime();
  if (!address.ok) return { answer: address, sentAt, receivedAt: sentAt, offDates: null };
  const line = open(address.value);
  try {
    const answer = await line.send({ method: 'GET', path: paths.bank, headers: { accept: 'application/json' }, signal, repeatable: false });
    const receivedAt = clock.now().getTime();
    const untrusted = !answer.ok && answer.problem.code === 'bank-untrusted';
    return { answer, sentAt, receivedAt, offDates: untrusted ? await compareDates(address.value, signal) : null };
  } finally {
    await line.close();
  }
}

/** The bank's time is that of the moment half-way between question and answer. */
function compareClocks({ answer, sentAt, receivedAt, offDates }: Asked): Found {
  if (!answer.ok && answer.problem.code === 'cancelled') return { finding: 'clock-no-answer' };
  if (offDates !== null && offDates !== 0) return { finding: offDates < 0 ? 'clock-before-certificate' : 'clock-past-certificate', amount: offDates };
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

function judgeTls({ answer, receivedAt, offDates }: Asked): Found {
  if (answer.ok) return whetherOpen(answer.value, receivedAt);
  switch (answer.problem.code) {
    case 'bank-answer-invalid':
      // Any answer at all came over a connection that was trusted.
      return { finding: 'tls-trusted' };
    case 'cancelled':
      return { finding: 'tls-no-answer' };
    case 'bank-untrusted':
      return { finding: offDates === null || offDates === 0 ? 'tls-untrusted' : 'tls-dates-wrong' };
    case 'bank-profile-invalid':
      return { finding: 'tls-profile-invalid' };
    default:
      return { finding: 'tls-not-reached' };
  }
}

/** The minute in which a closed bank opens is over when one may come: rounded up. */
function whetherOpen(answer: HttpAnswer, now: number): Found {
  const problem = answer.status < 400 ? null : readProblem(answer, new Date(now));
  if (problem?.code !== 'bank-closed') return { finding: 'tls-trusted' };
  const { retryAt = null } = problem;
  return retryAt === null ? { finding: 'bank-closed' } : { finding: 'bank-closed', amount: Math.ceil(Date.parse(retryAt) / 60_000) * 60 };
}

async function reachBank({ locate, connected }: LineParts, signal: AbortSignal): Promise<Found> {
  const address = await locate();
  if (!address.ok) return { finding: address.problem.code === 'bank-profile-invalid' ? 'network-profile-invalid' : 'network-bank-not-started' };
  const { host, port } = hostOf(address.value.baseUrl);
  const local = isLoopback(host);
  if (!local && !connected()) return { finding: 'network-down' };
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
  if (!address.ok) return { finding: 'proxy-not-judged' };
  const url = address.value.baseUrl;
  if (isLoopback(hostOf(url).host)) return { finding: 'proxy-none' };
  const system = await resolveProxy(url);
  const named = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].some((name) => (environment[name] ?? '') !== '');
  if (!named && /^\s*(DIRECT)?\s*(;|$)/u.test(system)) return { finding: 'proxy-none' };
  // Where the cable is out, nobody knows yet what would be let through.
  if (network.finding === 'network-down') return { finding: 'proxy-not-judged' };
  return { finding: network.finding === 'network-up' ? 'proxy-not-used' : 'proxy-in-the-way' };
}
