import { takeFolderLock } from '../support/folder-lock.ts';
import type { Clock, Log } from '../support/ports.ts';

/** How long somebody who is just ending is waited for, in milliseconds: another start, or a command. */
const patience = 5_000;
const pause = 250;

/**
 * Takes the program's folder for this process alone, as commands do before they change anything in it. The system gives it
 * back at the process's end.
 * @param ask what to do while a command is at work
 * @returns whether it was taken; false: the person would rather quit
 */
export async function takeFolder(
  folder: string,
  { clock, log, ask }: { readonly clock: Clock; readonly log: Log; readonly ask: () => Promise<'again' | 'end'> },
): Promise<boolean> {
  for (;;) {
    for (let waited = 0; waited < patience; waited += pause) {
      // Where the system has no such lock, the program is no worse off than without commands.
      const taken = await takeFolderLock(folder).catch((error: unknown) => {
        log.warn('folder-not-locked', { error });
        return true;
      });
      if (taken !== null) return true;
      await new Promise<void>((resolve) => void clock.after(pause, resolve));
    }
    if ((await ask()) === 'end') return false;
  }
}
