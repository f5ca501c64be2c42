import { z } from 'zod';
import { failure, type KeychainCode, type Outcome } from '../../../preload/contract/problem.ts';
import { Redacted, type Secret } from '../../support/redacted.ts';
import type { ProxyCredentials } from './sign-in.ts';
import type { ProxyKeys } from './tunnel.ts';

/** Names and passwords for proxies, asked for once and kept in the keychain: an entry for each proxy. */

export type ProxyKeyName = `proxy/${string}`;

export type ProxyKeyKeeper = {
  read(name: ProxyKeyName): Promise<Outcome<Secret | null, KeychainCode>>;
  keep(name: ProxyKeyName, secret: Secret): Promise<Outcome<void, KeychainCode>>;
};

export type KeptProxyKeys = ProxyKeys & {
  /**
   * Keeps what the person entered for the proxy that asked last.
   * @returns not-now where none has asked
   */
  enter(credentials: ProxyCredentials): Promise<Outcome<void, KeychainCode | 'not-now'>>;
};

const keptSchema = z.object({ name: z.string().max(256), password: z.string().max(256) });

/** @param open makes the keeper, once and when it is needed: the keychain may not be there yet when connections are prepared */
export function createProxyKeys(open: () => ProxyKeyKeeper): KeptProxyKeys {
  let opened: ProxyKeyKeeper | null = null;
  const keeper = (): ProxyKeyKeeper => {
    opened ??= open();
    return opened;
  };
  const refused = new Set<string>();
  /** What the keychain would not keep holds for as long as the program runs. */
  const held = new Map<string, ProxyCredentials>();
  let asking: string | null = null;

  async function readKept(place: string): Promise<ProxyCredentials | null> {
    const kept = await keeper().read(`proxy/${place}`);
    if (!kept.ok || kept.value === null) return null;
    const read = keptSchema.safeParse(parse(kept.value.reveal()));
    return read.success ? { name: read.data.name, secret: new Redacted(read.data.password) } : null;
  }

  return {
    async of(place) {
      if (refused.has(place)) return null;
      const credentials = held.get(place) ?? (await readKept(place));
      if (credentials !== null) held.set(place, credentials);
      return credentials;
    },
    note(place, what) {
      asking = place;
      if (what === 'refused') {
        refused.add(place);
        held.delete(place);
      }
    },
    async enter(credentials) {
      if (asking === null) return failure('not-now');
      const place = asking;
      refused.delete(place);
      held.set(place, credentials);
      return keeper().keep(`proxy/${place}`, new Redacted(JSON.stringify({ name: credentials.name, password: credentials.secret.reveal() })));
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
