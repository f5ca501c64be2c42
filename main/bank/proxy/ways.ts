import { isLoopback } from '../addresses.ts';
import { isExcluded } from './no-proxy.ts';

/** How a connection can leave a company's network. host: IPv6 without brackets. */
export type CompanyProxy = { readonly kind: 'http' | 'https' | 'socks5'; readonly host: string; readonly port: number };
export type Way = CompanyProxy | { readonly kind: 'direct' };

const direct: Way = { kind: 'direct' };

/** What a list in the form of a PAC script's answer calls them. SOCKS alone says no version: nearly all of them speak 5. */
const pacKinds: Readonly<Record<string, CompanyProxy['kind']>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https', SOCKS: 'socks5', SOCKS5: 'socks5' };
/** Schemes of an address in the environment. */
const schemes: Readonly<Record<string, CompanyProxy['kind']>> = {
  'http:': 'http',
  'https:': 'https',
  'socks:': 'socks5',
  'socks5:': 'socks5',
  'socks5h:': 'socks5',
};
const usualPorts: Readonly<Record<CompanyProxy['kind'], number>> = { http: 80, https: 443, socks5: 1080 };
/** No list of a company's is longer. */
const mostWays = 8;

/**
 * Reads what a system or a PAC script says, for example "PROXY a.example:8080; SOCKS5 [2001:db8::1]:1080; DIRECT".
 * @returns the ways in their order, without what cannot be read; the direct one where nothing can
 */
export function readWays(list: string): readonly Way[] {
  const ways = list.split(';').slice(0, mostWays).flatMap(readWay);
  return ways.length === 0 ? [direct] : ways;
}

function readWay(part: string): readonly Way[] {
  const [, word = '', place = ''] = /^\s*([A-Za-z0-9]+)(?:\s+(\S+))?\s*$/u.exec(part) ?? [];
  if (/^direct$/iu.test(word)) return [direct];
  const kind = pacKinds[word.toUpperCase()];
  const url = kind === undefined ? null : parse(`http://${place}`);
  return kind === undefined || url === null ? [] : [proxyAt(kind, url, Number(/:([0-9]+)$/u.exec(place)?.[1] ?? usualPorts[kind]))];
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function proxyAt(kind: CompanyProxy['kind'], { hostname }: URL, port: number): CompanyProxy {
  return { kind, host: hostname.replace(/^\[|\]$/gu, ''), port };
}

/** @returns "host:port", IPv6 in brackets: how people and logs name a proxy or a server */
export function placeOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable in small letters goes before the same one in capitals, as with curl. */
const variable = (environment: Environment, name: string) => environment[name] || environment[name.toUpperCase()] || '';

/** @returns the proxy that the environment names for HTTPS; null where it names none that can be read. A name and password in it are not used. */
export function environmentProxy(environment: Environment): CompanyProxy | null {
  const named = variable(environment, 'https_proxy') || variable(environment, 'all_proxy');
  const url = named === '' ? null : parse(named.includes('://') ? named : `http://${named}`);
  const kind = url === null ? undefined : schemes[url.protocol];
  // A port that is the scheme's own is not kept by URL.
  return url === null || kind === undefined || url.hostname === '' ? null : proxyAt(kind, url, Number(url.port) || usualPorts[kind]);
}

export type WayParts = {
  /** What the system says for an address: its settings, a PAC script, WPAD. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly environment: Environment;
};

/** How long the system may take to find a PAC script and run it, in milliseconds; then the environment decides. */
const systemLimit = 5_000;

/**
 * Finds the ways to one server. This PC itself is always reached directly, and so is what NO_PROXY names; then what
 * the system says counts, and the environment where the system says nothing.
 * @returns at least one, the first to be tried first; never rejects
 */
export async function findWays(
  { host, port }: { readonly host: string; readonly port: number },
  { resolveProxy, environment }: WayParts,
): Promise<readonly Way[]> {
  if (isLoopback(host) || isExcluded({ host, port }, variable(environment, 'no_proxy'))) return [direct];
  const said = await withLimit(resolveProxy(`https://${placeOf({ host, port })}/`)).catch(() => '');
  const ways = readWays(said);
  if (ways.some(({ kind }) => kind !== 'direct')) return ways;
  const named = environmentProxy(environment);
  return named === null ? ways : [named];
}

function withLimit(asked: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(''), systemLimit);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
