import type { AppUpdater, CancellationToken } from 'electron-updater';
import type { UpdatesState } from '../../preload/contract/updates.ts';
import type { Log } from '../support/ports.ts';
import { UnsignedUpdate } from './signed-list.ts';

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

export type UpdateTools = { readonly updater: AppUpdater; readonly newToken: () => CancellationToken };

export type UpdateParts = {
  /** The updater, set up for the server that is asked. Called when it is needed: neither starting nor working waits for it. */
  readonly load: () => Promise<UpdateTools>;
  /** Whether no procedure is under way (isBetweenProcedures). */
  readonly isBetween: () => boolean;
  readonly changed: (state: UpdateState) => void;
  readonly log: Log;
};

export function createUpdates({ load, isBetween, changed, log }: UpdateParts): Updates {
  let state: UpdateState = { kind: 'idle' };
  let tools: UpdateTools | null = null;
  let token: CancellationToken | null = null;
  const to = (next: UpdateState): void => {
    state = next;
    changed(next);
  };
  const ready = async (): Promise<UpdateTools> => {
    if (tools !== null) return tools;
    tools = await load();
    tools.updater.on('download-progress', ({ percent }) => {
      if (state.kind === 'downloading') to({ ...state, percent: Math.floor(percent) });
    });
    return tools;
  };
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
        const { updater } = await ready();
        const found = await updater.checkForUpdates();
        to(found?.isUpdateAvailable === true ? { kind: 'offered', version: found.updateInfo.version } : { kind: 'current' });
      } catch (error) {
        fail(error);
      }
    },
    async download() {
      if (state.kind !== 'offered' || tools === null || !isBetween()) return;
      const { version } = state;
      token = tools.newToken();
      to({ kind: 'downloading', version, percent: 0 });
      try {
        await tools.updater.downloadUpdate(token);
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
      if (state.kind === 'ready' && isBetween()) tools?.updater.quitAndInstall();
    },
  };
}

/** electron-updater's codes for a hash and for a Windows signature that are not right; macOS' own updater says it in words. */
function isAboutSignature(error: unknown): boolean {
  const code: unknown = Reflect.get(Object(error), 'code');
  return code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE' || (error instanceof Error && /code signature/iu.test(error.message));
}
