import type { WebContents } from 'electron';

/**
 * Who asks, as Electron's IpcMainInvokeEvent says it. Of a page that is going away nothing can be relied on: the
 * frame may be missing, and reading from one that is gone may throw.
 */
export type Asking = {
  readonly sender: { readonly id: number };
  readonly senderFrame: SenderFrame | null | undefined;
};

type SenderFrame = {
  /** null in the top frame. */
  readonly parent: unknown;
  readonly url: string;
  /** Whether another page has taken its place. */
  readonly detached?: boolean;
  isDestroyed?(): boolean;
};

/**
 * Whether a message comes from where alone it may come from: our window, its top frame, our page. Whatever cannot be
 * told is a stranger.
 * @param asking who asks
 * @param window the contents of the one window
 * @param origin e.g. app://renderer
 */
export function isTrustedSender(asking: Asking | null | undefined, window: () => WebContents | null, origin: string): boolean {
  try {
    const ours = window();
    const frame = asking?.senderFrame;
    if (ours === null || ours.isDestroyed() || asking?.sender.id !== ours.id) return false;
    return frame !== null && frame !== undefined && isOurPage(frame, origin);
  } catch {
    return false;
  }
}

function isOurPage(frame: SenderFrame, origin: string): boolean {
  if (frame.detached === true || frame.isDestroyed?.() === true || frame.parent !== null) return false;
  const { url } = frame;
  return typeof url === 'string' && URL.canParse(url) && url.startsWith(`${origin}/`);
}
