import type { AppUpdater, CancellationToken, UpdateInfo } from 'electron-updater';
import type { UpdatesState } from '../../preload/contract/updates.ts';
import type { Log } from '../support/ports.ts';
import { type SignedFeed, SignedProvider, UnsignedUpdate } from './signed-provider.ts';
import { type Executor, holdToTls } from './tls-only.ts';
import type { UpdateSource } from './update-source.ts';

/** Looks for updates, offers them, fetches and installs one: each of it only when it is asked for, and never in a procedure. */

/** off: not looked for. failed, not-signed: the list, or the installer, is not the publisher's. */
export type UpdateState = UpdatesState;

export type Updates = {
  readonly state: () => UpdateState;
  /** Asks the server. Nothing is downloaded by it. */
  check(): Promise<void>;
  /** Fetches what is offered. */
  download(): Promise<void>;
  /** To be called with each step of the procedure: once one is under way, what is being fetched is broken off. */
  procedureMoved(): void;
  /** Ends the program and installs what is ready. */
  install(): void;
};

export type UpdateParts = {
  readonly updater: AppUpdater;
  readonly source: Extract<UpdateSource, { kind: 'on' }>;
  /** The thumbprint of the only key that is taken. */
  readonly signer: string;
  /** Whether no procedure is under way (isBetweenProcedures). */
  readonly isBetween: () => boolean;
  /** Where this PC stands among a hundred in the roll-out of a version: from 0 to below 1, the same each time. */
  readonly placeInRollOut: (version: string) => number;
  readonly newToken: () => CancellationToken;
  readonly changed: (state: UpdateState) => void;
  readonly log: Log;
};

/** Sent to every server alike: electron-updater would else make up an ID of this PC, keep it and send it. */
const nobody = '00000000-0000-0000-0000-000000000000';

export function createUpdates(parts: UpdateParts): Updates {
  const { source, signer, updater, isBetween, log } = parts;
  let state: UpdateState = { kind: 'idle' };
  let token: CancellationToken | null = null;
  const to = (next: UpdateState): void => {
    state = next;
    parts.changed(next);
  };
  setUp(parts, { provider: 'custom', updateProvider: SignedProvider, server: source.server, channel: source.channel, signer });
  updater.on('download-progress', ({ percent }) => {
    if (state.kind === 'downloading') to({ ...state, percent: Math.floor(percent) });
  });
  const fail = (error: unknown): void => {
    const notSigned = error instanceof UnsignedUpdate || isAboutSignature(error);
    log.warn('update.failed', { error });
    to({ kind: 'failed', why: notSigned ? 'not-signed' : 'unreachable' });
  };

  return {
    state: () => state,
    async check() {
      if (state.kind === 'checking' || state.kind === 'downloading' || state.kind === 'ready') return;
      to({ kind: 'checking' });
      try {
        const found = await updater.checkForUpdates();
        to(found?.isUpdateAvailable === true ? { kind: 'offered', version: found.updateInfo.version } : { kind: 'current' });
      } catch (error) {
        fail(error);
      }
    },
    async download() {
      if (state.kind !== 'offered' || !isBetween()) return;
      const { version } = state;
      token = parts.newToken();
      to({ kind: 'downloading', version, percent: 0 });
      try {
        await updater.downloadUpdate(token);
        to({ kind: 'ready', version });
      } catch (error) {
        if (token.cancelled) to({ kind: 'offered', version });
        else fail(error);
      }
      token = null;
    },
    procedureMoved() {
      if (token !== null && !isBetween()) token.cancel();
    },
    install() {
      if (state.kind === 'ready' && isBetween()) updater.quitAndInstall();
    },
  };
}

function setUp({ updater, placeInRollOut, log }: UpdateParts, feed: SignedFeed): void {
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

/** electron-updater's codes for a hash and for a Windows signature that are not right; macOS' own updater says it in words. */
function isAboutSignature(error: unknown): boolean {
  const code: unknown = Reflect.get(Object(error), 'code');
  return code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE' || (error instanceof Error && /code signature/iu.test(error.message));
}
