import type { Outcome } from '../../preload/contract/problem.ts';

/** Where the bank answers, and whom its certificate must come from. */
export type BankAddress = { readonly baseUrl: string; readonly authority: string };

/** What is built once a bank's address is known, and built anew when the address changes. */
export type Connected<T> = () => Promise<Outcome<T>>;

/**
 * The embedded bank gets its port only when it has started, and another one when it had to be started
 * again; a real bank's address stands in its profile. Whoever needs the bank asks at that moment, so
 * that the window need not wait for it.
 * @param locate finds (or starts) the bank; a failure is asked for again the next time
 * @param build makes the services for an address
 * @param dispose closes those of an address that is no longer good
 */
export function connectWhenNeeded<T>(
  locate: () => Promise<Outcome<BankAddress>>,
  build: (address: BankAddress) => T,
  dispose: (services: T) => void,
): Connected<T> {
  let current: { readonly address: BankAddress; readonly services: T } | null = null;
  return async () => {
    const located = await locate();
    if (!located.ok) return located;
    const address = located.value;
    if (current !== null && (current.address.baseUrl !== address.baseUrl || current.address.authority !== address.authority)) {
      dispose(current.services);
      current = null;
    }
    current ??= { address, services: build(address) };
    return { ok: true, value: current.services };
  };
}
