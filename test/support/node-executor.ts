import http, { type RequestOptions } from 'node:http';
import https from 'node:https';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor';

/**
 * electron-updater's network, with Node's https in the place of Electron's net, which only Electron has. All above it (lists,
 * redirections, hashes, files, cancelling) is electron-updater's own; the system's proxy and trust are not.
 */
export class NodeExecutor extends ElectronHttpExecutor {
  /** @param ca the authority of the test's server */
  constructor(private readonly ca: string) {
    super();
  }

  override createRequest(options: RequestOptions, answered: (answer: unknown) => void): ReturnType<ElectronHttpExecutor['createRequest']> {
    // As Electron's net does, it speaks either.
    const asking: unknown = options.protocol === 'http:' ? http.request(options, answered) : https.request({ ...options, ca: this.ca }, answered);
    return asking as ReturnType<ElectronHttpExecutor['createRequest']>;
  }

  /** Electron alone tells of a redirection by an event; here it is an answer like others. */
  override addRedirectHandlers(): void {}
}
