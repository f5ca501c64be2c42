import type { RequestHandlers } from '../../../preload/contract/contract.ts';
import { problemOf } from '../../../preload/contract/problem.ts';
import { Redacted } from '../../support/redacted.ts';
import type { KeptProxyKeys } from './proxy-keys.ts';

/** The window's request about the company's proxy. */
export function proxyHandlers(keys: Pick<KeptProxyKeys, 'enter'>): RequestHandlers['proxy'] {
  return {
    async signIn({ name, password }) {
      const entered = await keys.enter({ name, secret: new Redacted(password) });
      return entered.ok ? { ok: true } : { ok: false, problem: problemOf(entered.problem) };
    },
  };
}
