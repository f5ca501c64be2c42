import { homedir, tmpdir } from 'node:os';
import { win32 } from 'node:path';
import type { Log } from '../../support/ports.ts';
import { createMacosStore } from './macos.ts';
import { createNssStore } from './nss.ts';
import { type Run, runTool } from './run.ts';
import type { CertificateStore } from './store.ts';
import { createWindowsStore } from './windows.ts';

/** What is known of the machine; what is left out is asked of Node. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly log: Log;
  readonly home?: string;
  /** $XDG_DATA_HOME, where it is set. */
  readonly dataHome?: string | undefined;
  readonly temporary?: string;
  readonly run?: Run;
};

/** Logs which tool did not do its work; what it printed stays out of the log. */
function loggedRun(run: Run, log: Log): Run {
  return async (command, args, options) => {
    const result = await run(command, args, options);
    if (result.kind !== 'ended' || result.code !== 0) {
      log.warn('certificate.store-tool', { tool: win32.basename(command), ended: result.kind, exitCode: result.kind === 'ended' ? result.code : null });
    }
    return result;
  };
}

/** @returns the store that this machine's browsers read; Unix systems other than macOS use NSS */
export function chooseStore({
  platform,
  log,
  home = homedir(),
  dataHome = process.env.XDG_DATA_HOME,
  temporary = tmpdir(),
  run = runTool,
}: Machine): CertificateStore {
  const parts = { temporary, run: loggedRun(run, log), log };
  switch (platform) {
    case 'win32':
      return createWindowsStore(parts);
    case 'darwin':
      return createMacosStore(parts);
    default:
      return createNssStore({ ...parts, home, dataHome });
  }
}
