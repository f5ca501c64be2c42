import type { WebContents } from 'electron';
import type { Clock, Log } from '../support/ports.ts';

const firstWait = 100;
const longestWait = 30_000;

/**
 * Loads the page again when its process is gone. Nothing is lost by it: the page holds no state that main
 * does not publish again. Not within the event, where a new process can take the whole program down
 * (electron/electron#51900), and after ever longer waits, so that a page that cannot live does not spin.
 * @param contents the window's contents
 */
export function recoverPage(contents: Pick<WebContents, 'on' | 'reload' | 'isDestroyed'>, clock: Pick<Clock, 'after'>, log: Log): void {
  let times = 0;
  contents.on('render-process-gone', (_event, details) => {
    log.error('window.page-gone', { reason: details.reason, times });
    if (details.reason === 'clean-exit') return;
    const wait = Math.min(longestWait, firstWait * 4 ** times);
    times += 1;
    clock.after(wait, () => {
      if (!contents.isDestroyed()) contents.reload();
    });
  });
}
