import { spawn } from 'node:child_process';
import { app } from 'electron';
import { withoutHandedIn } from './opened-from-outside.ts';

/**
 * Orders another start for when this process has ended. An AppImage is unmounted at that moment and takes Electron's
 * helper with it (electron-userland/electron-builder#1727): there the file itself is started, and the lock is given free.
 * @param image path of the AppImage; undefined where the program is not one
 * @param change makes the words of the other start of this one's
 */
export function restart(image: string | undefined, change: (words: readonly string[]) => readonly string[]): void {
  const words = [...change(withoutHandedIn(process.argv.slice(1)))];
  if (!app.isPackaged || image === undefined) {
    app.relaunch({ args: words });
    return;
  }
  app.releaseSingleInstanceLock();
  spawn(image, words, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
