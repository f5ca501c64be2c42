import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { HttpClient } from './http-client.ts';
import type { BankProfile } from './profile.ts';

/** Where the bank answers, and whom its certificate must come from. */
export type BankAddress = { readonly baseUrl: string; readonly authority: string };

/** @returns where a bank's profile says that it answers; the embedded bank's says nothing */
export function addressOf({ baseUrl, authority }: Pick<BankProfile, 'baseUrl' | 'authority'>): Outcome<BankAddress> {
  return baseUrl === null || authority === null ? failure('bank-profile-invalid') : success({ baseUrl, authority });
}

/**
 * A client that asks where the bank is as it sends. The embedded bank gets its port only when it has started, and
 * another one when it had to be started again; a real bank's address stands in its profile. So the window need not
 * wait for the bank.
 * @param locate finds (or starts) the bank; its failure is the answer, and it is asked again the next time
 * @param open makes the client of an address, once; the one of an address that is no longer good is closed
 */
export function connectWhenNeeded(locate: () => Promise<Outcome<BankAddress>>, open: (address: BankAddress) => HttpClient): HttpClient {
  let current: { readonly address: BankAddress; readonly client: HttpClient } | null = null;

  function clientOf(address: BankAddress): HttpClient {
    if (current !== null && current.address.baseUrl === address.baseUrl && current.address.authority === address.authority) return current.client;
    void current?.client.close();
    current = { address, client: open(address) };
    return current.client;
  }

  return {
    async send(request) {
      const located = await locate();
      return located.ok ? clientOf(located.value).send(request) : located;
    },
    async close() {
      const last = current;
      current = null;
      await last?.client.close();
    },
  };
}
