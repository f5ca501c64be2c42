import type { Socket } from 'node:net';

/** How a connection that is being opened is waited for: never longer than its signal. */

export function aborted(): Error {
  return Object.assign(new Error('the connection was cancelled'), { code: 'ABORT_ERR' });
}

/**
 * Waits for one of a socket's events.
 * @param signal ends the wait; the socket is destroyed then
 * @returns rejects with the socket's error, or where it ends before
 */
export function arrival(socket: Socket, event: 'connect' | 'readable', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (done: () => void) => {
      for (const name of ['error', 'close', 'end', event]) socket.removeListener(name, name === event ? came : failed);
      signal.removeEventListener('abort', stop);
      done();
    };
    const came = () => end(resolve);
    const failed = (error?: unknown) => end(() => reject(error instanceof Error ? error : Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    const stop = () => {
      failed(aborted());
      socket.destroy();
    };
    socket.once(event, came).once('error', failed).once('close', failed).once('end', failed);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
