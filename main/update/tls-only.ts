import { EventEmitter } from 'node:events';
import type { RequestOptions } from 'node:http';
import { updateListLimit } from './signed-list.ts';

/**
 * What electron-updater asks the network with, held to TLS: a server's redirection could lead elsewhere. And to a list of a
 * sound size, since electron-updater gathers it whole in memory.
 */

type Answer = EventEmitter & { readonly headers?: Readonly<Record<string, unknown>> };
type Asking = { abort(): void; end(data?: Buffer): void };
export type Executor = { createRequest(options: RequestOptions, answered: (answer: Answer) => void): Asking };

/** Changes it in its place. */
export function holdToTls(executor: Executor): void {
  const ask = executor.createRequest.bind(executor);
  executor.createRequest = (options, answered) => {
    if (options.protocol !== 'https:') return refused('An update is asked for by TLS alone');
    if (options.path?.split('?')[0]?.endsWith('.jws') !== true) return ask(options, answered);
    const asking = ask(options, (answer) => {
      let size = 0;
      answer.on('data', (piece: Buffer | string) => {
        size += piece.length;
        if (size > 2 * updateListLimit) asking.abort();
      });
      answered(answer);
    });
    return asking;
  };
}

/** Thrown in the middle of a redirection, an error would reach nobody: this request fails as others do. */
function refused(why: string): Asking {
  const events = new EventEmitter();
  return Object.assign(events, { abort: () => undefined, end: () => void setImmediate(() => events.emit('error', new Error(why))) });
}
