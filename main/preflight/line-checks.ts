import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import type { Outcome } from '../../preload/contract/problem.ts';
import { hostOf, isLoopback } from '../bank/addresses.ts';
import { readProblem } from '../bank/bank-answer.ts';
import type { BankAddress } from '../bank/connection.ts';
import type { HttpAnswer, SendHttp } from '../bank/http.ts';
import type { Way } from '../bank/proxy/ways.ts';
import { bankInfoSchema, paths } from '../protocol/protocol.ts';
import type { Clock } from '../support/ports.ts';
import type { CompareDates } from './bank-certificate.ts';
import type { LooksCaptive } from './captive-portal.ts';
import type { Found, PreflightChecks } from './preflight.ts';

/** The way to the bank: clock, network, proxy and TLS. One question to the bank serves all four. */
export type LineParts = {
  readonly locate: () => Promise<Outcome<BankAddress>>;
  /** Opens the way to the bank for one question, with the profile's authority as the only root. */
  readonly open: (address: BankAddress) => { readonly send: SendHttp; close(): Promise<void> };
  /** Asked where the bank is not trusted: whether its certificate's dates, held against this clock, are why. */
  readonly compareDates: CompareDates;
  /** Asked where the bank's name leads to somebody who is not the bank, or to nobody. */
  readonly looksCaptive: LooksCaptive;
  /** Whether this PC has a network at all: see hasNetwork. */
  readonly connected: () => boolean;
  /** By which ways the bank is tried: see main/bank/proxy/ways.ts. */
  readonly findWays: (server: { readonly host: string; readonly port: number }) => Promise<readonly Way[]>;
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
    reaching ??= reachBank(parts, ask, signal);
    return reaching;
  };
  return {
    clock: async (signal) => compareClocks(await ask(signal)),
    network: reach,
    proxy: async (signal) => judgeProxy(parts, await reach(signal), () => ask(signal)),
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
    case 'connection-inspected':
      return { finding: 'tls-inspected', ...detailOf(answer) };
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

/** What a check says of it, for those who run the network. */
function detailOf(answer: Outcome<HttpAnswer>): Pick<Found, 'detail'> {
  const text = answer.ok ? undefined : answer.problem.remark?.text;
  return text === undefined ? {} : { detail: text };
}

type Ask = (signal: AbortSignal) => Promise<Asked>;

async function usesProxy({ findWays }: LineParts, { baseUrl }: BankAddress): Promise<boolean> {
  const [first] = await findWays(hostOf(baseUrl));
  return first !== undefined && first.kind !== 'direct';
}

/** Behind a proxy this PC may know neither the bank's name nor a way to it: the one question tells. */
function reachedThroughProxy({ answer }: Asked): Found {
  if (answer.ok) return { finding: 'network-up' };
  switch (answer.problem.code) {
    case 'bank-unreachable':
    case 'bank-timeout':
      return { finding: 'network-bank-not-reached' };
    case 'cancelled':
      return { finding: 'network-no-answer' };
    default:
      return isProxyFinding(answer.problem.code) ? { finding: 'network-proxy-first' } : { finding: 'network-up' };
  }
}

async function reachBank(parts: LineParts, ask: Ask, signal: AbortSignal): Promise<Found> {
  const { locate, connected } = parts;
  const address = await locate();
  if (!address.ok) return { finding: address.problem.code === 'bank-profile-invalid' ? 'network-profile-invalid' : 'network-bank-not-started' };
  const { host, port } = hostOf(address.value.baseUrl);
  const local = isLoopback(host);
  if (!local && !connected()) return { finding: 'network-down' };
  if (await usesProxy(parts, address.value)) return reachedThroughProxy(await ask(signal));
  const resolved = await lookup(host).then(
    () => true,
    () => false,
  );
  if (!resolved) return { finding: 'network-name-unknown' };
  const reached = await canConnect(host, port, signal);
  if (local) return { finding: reached ? 'network-not-needed' : 'network-bank-not-reached' };
  // Whoever stands in for the bank may be a network that wants to be signed in to first.
  const isBank = reached && !isDoubtful((await ask(signal)).answer);
  if (!isBank && (await parts.looksCaptive(host, signal))) return { finding: 'network-captive-portal' };
  return { finding: reached ? 'network-up' : 'network-bank-not-reached' };
}

function isDoubtful(answer: Outcome<HttpAnswer>): boolean {
  return !answer.ok && (answer.problem.code === 'bank-untrusted' || answer.problem.code === 'bank-unreachable');
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

/** Problems of a proxy are findings by the same name. */
const proxyFindings = ['proxy-unreachable', 'proxy-refused', 'proxy-credentials-wanted', 'proxy-credentials-refused', 'proxy-sign-in-unsupported'] as const;
type ProxyFinding = (typeof proxyFindings)[number];
const isProxyFinding = (code: string): code is ProxyFinding => proxyFindings.some((each) => each === code);

async function judgeProxy(parts: LineParts, network: Found, ask: () => Promise<Asked>): Promise<Found> {
  const address = await parts.locate();
  if (!address.ok) return { finding: 'proxy-not-judged' };
  if (!(await usesProxy(parts, address.value))) return { finding: 'proxy-none' };
  // Where the cable is out, nobody knows yet what would be let through.
  if (network.finding === 'network-down') return { finding: 'proxy-not-judged' };
  const { answer } = await ask();
  if (answer.ok) return { finding: 'proxy-used' };
  const { code } = answer.problem;
  if (isProxyFinding(code)) return { finding: code, ...detailOf(answer) };
  return { finding: code === 'cancelled' ? 'proxy-no-answer' : 'proxy-used' };
}
