import type { IpcMainInvokeEvent, WebContents } from 'electron';

/**
 * Whether a message comes from where alone it may come from: our window, its top frame, our page.
 * @param event the message's event
 * @param window the contents of the one window
 * @param origin e.g. app://renderer
 */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, window: WebContents | null, origin: string): boolean {
  const frame = event.senderFrame;
  if (window === null || window.isDestroyed() || event.sender.id !== window.id) return false;
  if (frame === null || frame.parent !== null) return false;
  return URL.canParse(frame.url) && frame.url.startsWith(`${origin}/`);
}
