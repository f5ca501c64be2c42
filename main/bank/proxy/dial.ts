import type { Duplex } from 'node:stream';
import type { Log } from '../../support/ports.ts';
import { proxyProblemOf, type Route } from './proxy-error.ts';
import { openBySocks } from './socks.ts';
import { openTunnel, type ProxyKeys } from './tunnel.ts';
import { type CompanyProxy, findWays, placeOf, type WayParts } from './ways.ts';

/**
 * Opens the connection beneath TLS. What runs over it is the same on every way: who the bank is, TLS alone proves.
 * @returns null where the server is to be reached directly
 * @throws a proxy's error (proxy-error.ts), one of the system's for a server that the proxy cannot reach, or ABORT_ERR
 */
export type Dial = (destination: Route['destination'], signal: AbortSignal) => Promise<Duplex | null>;

/** Without any proxy. */
export const dialDirectly: Dial = async () => null;

export type DialParts = WayParts & { readonly keys: ProxyKeys; readonly log: Pick<Log, 'info' | 'warn'> };

/** @returns what asks the system for the way each time: a laptop is now in the company and now at home */
export function createDial(parts: DialParts): Dial {
  return async (destination, signal) => {
    const ways = await findWays(destination, parts);
    let failed: unknown = null;
    for (const way of ways) {
      if (way.kind === 'direct') return null;
      try {
        return await open(way, destination, parts, signal);
      } catch (error) {
        failed = error;
        const problem = proxyProblemOf(codeOf(error));
        parts.log.warn('bank.proxy-failed', { proxy: placeOf(way), kind: way.kind, problem: problem ?? codeOf(error) });
        // The next way stands in for a proxy that is not there, not for one that says no.
        if (problem !== 'proxy-unreachable' || signal.aborted) throw error;
      }
    }
    throw failed;
  };
}

function open(proxy: CompanyProxy, destination: Route['destination'], { keys }: DialParts, signal: AbortSignal): Promise<Duplex> {
  const route = { proxy, destination };
  return proxy.kind === 'socks5' ? openBySocks(route, signal) : openTunnel(route, keys, signal);
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');
