import type { HttpAnswer, HttpRequest } from '../../main/bank/http.ts';
import { createHttpClient, type HttpClient, type HttpClientSettings } from '../../main/bank/http-client.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import type { Outcome } from '../../preload/contract/problem.ts';
import { createMemoryLog, type MemoryLog } from '../../tools/log/memory-log.ts';
import { type BadBank, type Behaviour, startBadBank } from './bad-bank.ts';
import type { Issued } from './test-authority.ts';

/** A bank that behaves as it is told, and the real client that asks it. */
export type HttpScene = {
  bank(behave: Behaviour, issued?: Issued, options?: Parameters<typeof startBadBank>[2]): Promise<BadBank>;
  client(baseUrl: string, more?: Partial<HttpClientSettings>): HttpClient;
  /** Of the client that was made last. */
  log(): MemoryLog;
  /** Closed in reverse order with the scene. */
  readonly open: { close(): Promise<void> }[];
  close(): Promise<void>;
};

/** @param authority PEM of what the client trusts @param server the certificate that the bank shows unless told otherwise */
export function createHttpScene(authority: () => string, server: () => Issued): HttpScene {
  const open: { close(): Promise<void> }[] = [];
  let log = createMemoryLog();
  return {
    open,
    log: () => log,
    async bank(behave, issued = server(), options = {}) {
      const started = await startBadBank(issued, behave, options);
      open.push({ close: started.stop });
      return started;
    },
    client(baseUrl, more = {}) {
      log = createMemoryLog();
      const made = createHttpClient({
        baseUrl,
        authority: authority(),
        clock: systemClock,
        random: () => 0.5,
        log,
        retry: { baseMs: 20, totalMs: 50_000 },
        ...more,
        limits: { connectMs: 50_000, answerMs: 50_000, ...more.limits },
      });
      open.push(made);
      return made;
    },
    async close() {
      for (const one of open.splice(0).reverse()) await one.close();
    },
  };
}

/** A question whose answer nobody waits for longer than the client does. */
export const get = (more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  path: '/v1/bank',
  signal: new AbortController().signal,
  repeatable: false,
  ...more,
});

/** @returns the status, or the problem's code */
export const code = async (sent: Promise<Outcome<HttpAnswer>>) => {
  const outcome = await sent;
  return outcome.ok ? outcome.value.status : outcome.problem.code;
};
