import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { Log } from '../support/ports.ts';
import { type SignedFeed, SignedProvider } from './signed-provider.ts';
import { type Executor, holdToTls } from './tls-only.ts';
import type { UpdateSource } from './update-source.ts';

export type UpdaterParts = {
  readonly updater: AppUpdater;
  readonly source: Extract<UpdateSource, { kind: 'on' }>;
  /** The thumbprint of the only key that is taken. */
  readonly signer: string;
  /** Where this PC stands among a hundred in the roll-out of a version: from 0 to below 1, the same each time. */
  readonly placeInRollOut: (version: string) => number;
  readonly log: Log;
};

/** Sent to every server alike: electron-updater would else make up an ID of this PC, keep it and send it. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Has electron-updater do nothing by itself, ask one server alone, by TLS, and take what the publisher signed. */
export function setUpUpdater({ updater, source, signer, placeInRollOut, log }: UpdaterParts): void {
  const feed: SignedFeed = { provider: 'custom', updateProvider: SignedProvider, server: source.server, channel: source.channel, signer };
  updater.autoDownload = false;
  // Nobody is surprised by an installer, or by the system's question for a password, when they close the window.
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // What is fetched is the signed list's file, whole.
  updater.disableDifferentialDownload = true;
  updater.logger = { info: () => undefined, warn: (text) => log.warn('update.warning', { text }), error: (text) => log.warn('update.error', { text }) };
  updater.isUserWithinRollout = ({ version, stagingPercentage = 100 }: UpdateInfo) => placeInRollOut(version) * 100 < stagingPercentage;
  Reflect.set(updater, 'stagingUserIdPromise', { value: Promise.resolve(nobody) });
  const executor: Executor = Reflect.get(updater, 'httpExecutor');
  holdToTls(executor);
  updater.setFeedURL(feed);
}
