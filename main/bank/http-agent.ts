import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { BankTrust } from './bank-trust.ts';
import type { Dial } from './proxy/dial.ts';
import { connectTls } from './tls-connection.ts';

export type AgentSettings = {
  readonly trust: BankTrust;
  /** Until TLS stands, in milliseconds. */
  readonly connectMs: number;
  /** Whether a connection is used for one request after the other. */
  readonly keepAlive: boolean;
  /** Raised when no connection is wanted any longer. */
  readonly closing: AbortSignal;
  readonly dial: Dial;
};

/** Connections to one bank. A request gets one only when TLS stands: whatever fails before has sent nothing. */
export class BankAgent extends Agent {
  readonly #settings: AgentSettings;

  /** @param settings see AgentSettings */
  constructor(settings: AgentSettings) {
    super({ keepAlive: settings.keepAlive, maxSockets: 4, maxCachedSessions: 0 });
    this.#settings = settings;
  }

  override createConnection(
    { host, port }: { readonly host?: string | null | undefined; readonly port?: number | string | null | undefined },
    done?: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const { closing, ...how } = this.#settings;
    connectTls({ host: host ?? '', port: Number(port) }, how, closing).then(
      (socket) => {
        // With TLS 1.3 a refused customer certificate is told after the handshake, as an alert and then the
        // end of the stream: the first error is the reason.
        socket.once('error', (first) => socket.destroy(first));
        done?.(null, socket);
      },
      (error: unknown) => Reflect.apply(done ?? (() => undefined), undefined, [error]),
    );
  }
}
