import type { WebContents } from 'electron';

/** Who asks, as Electron's IpcMainInvokeEvent says it. */
export type Asking = {
  readonly sender: { readonly id: number };
  /** null: the frame went elsewhere, or is gone. */
  readonly senderFrame: { readonly parent: unknown; readonly url: string } | null;
};

/**
 * Whether a message comes from where alone it may come from: our window, its top frame, our page.
 * @param asking who asks
 * @param window the contents of the one window
 * @param origin e.g. app://renderer
 */
export function isTrustedSender({ sender, senderFrame }: Asking, window: WebContents | null, origin: string): boolean {
  if (window === null || window.isDestroyed() || sender.id !== window.id) return false;
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return URL.canParse(senderFrame.url) && senderFrame.url.startsWith(`${origin}/`);
}
