import { Notification } from 'electron';
import type { Log } from '../support/ports.ts';
import { startTexts } from './start-texts.ts';

/** A notification that is not kept is collected as garbage, and its click is lost. */
const shown = new Set<Notification>();
const most = 5;

/**
 * Shows the system's notification that the certificate ends soon. Where there is none (no notification service, a focus
 * mode) nothing happens: the window says the same.
 * @param daysLeft whole days; null after the end
 * @param onClick brings the window to the front
 */
export function notifyOfEnd(locale: string, daysLeft: number | null, onClick: () => void, log: Log): void {
  try {
    if (!Notification.isSupported()) return;
    const { title, body, over } = startTexts(locale).certificateEnds;
    const notification = new Notification({ title: daysLeft === null ? over : title(daysLeft), body });
    notification.on('click', onClick);
    notification.on('close', () => shown.delete(notification));
    if (shown.size >= most) shown.clear();
    shown.add(notification);
    notification.show();
  } catch (error) {
    log.warn('window.notification-failed', { error });
  }
}
