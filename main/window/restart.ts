import { spawn } from 'node:child_process';
import { app } from 'electron';
import { withoutHandedIn } from './opened-from-outside.ts';
import { withScenario } from './scenario-start.ts';

/**
 * Orders another start for when this process has ended. An AppImage is unmounted at that moment and takes Electron's
 * helper with it (electron-userland/electron-builder#1727): there the file itself is started, and the lock is given free.
 * @param image path of the AppImage; undefined where the program is not one
 * @param scenario as of withScenario
 */
export function restart(image: string | undefined, scenario: string | null | undefined): void {
  const args = withScenario(withoutHandedIn(process.argv.slice(1)), scenario);
  if (!app.isPackaged || image === undefined) {
    app.relaunch({ args });
    return;
  }
  app.releaseSingleInstanceLock();
  spawn(image, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
