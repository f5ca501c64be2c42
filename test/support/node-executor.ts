import type { RequestOptions } from 'node:http';
import { request } from 'node:https';
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
    const asking: unknown = request({ ...options, ca: this.ca }, answered);
    return asking as ReturnType<ElectronHttpExecutor['createRequest']>;
  }

  /** Electron alone tells of a redirection by an event; here it is an answer like others. */
  override addRedirectHandlers(): void {}
}
