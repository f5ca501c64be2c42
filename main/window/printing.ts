import type { WebContents } from 'electron';
import type { Printed } from '../release-request/ports.ts';
import type { Clock, Log } from '../support/ports.ts';

/** Milliseconds. A dialog may stand open for a while; Electron sometimes never tells how it ended (electron/electron#38811). */
const longestDialog = 10 * 60_000;

/**
 * What a failed printing came to, by the words of Electron 45: electron_api_web_contents.cc and its patch of Chromium's
 * printing. They are the same in every language of the system.
 * @param reason the callback's second argument
 */
export function printedOf(reason: string): Exclude<Printed, 'done'> {
  if (/cancel+ed/iu.test(reason)) return 'cancelled';
  if (/no (?:valid )?printers? available|enumerate printers|devicename/iu.test(reason)) return 'noPrinter';
  return 'printFailed';
}

/**
 * Opens the system's print dialog.
 * @returns printUnknown where the engine does not tell how it ended
 */
export function printPage(contents: Pick<WebContents, 'print' | 'once'>, clock: Pick<Clock, 'after'>, log: Log): Promise<Printed> {
  return new Promise((resolve) => {
    const stopWaiting = clock.after(longestDialog, () => {
      log.warn('print.not-told');
      resolve('printUnknown');
    });
    const end = (printed: Printed): void => {
      stopWaiting();
      resolve(printed);
    };
    contents.once('destroyed', () => end('cancelled'));
    try {
      contents.print({ pageSize: 'A4', color: true }, (success, reason) => {
        if (!success) log.warn('print.not-done', { reason });
        end(success ? 'done' : printedOf(reason));
      });
    } catch (error) {
      log.error('print.threw', { error });
      end('printFailed');
    }
  });
}
