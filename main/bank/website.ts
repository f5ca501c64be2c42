import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';

/**
 * What the window may ask of the bank's page for browsers.
 * @param address the profile's; null where it names none
 * @param open @returns whether a browser took it
 */
export function websiteHandlers(address: string | null, open: (address: string) => Promise<boolean>): RequestHandlers['bank'] {
  return {
    async openWebsite() {
      if (address === null) return { ok: false, problem: problemOf(failure('not-now').problem) };
      return { ok: true, value: { kind: (await open(address)) ? 'opened' : 'notOpened' } };
    },
  };
}
