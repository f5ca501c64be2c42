import type { WebContents } from 'electron';

/** Where something stands on the page, in its pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Takes a picture of what is seen of the page.
 * @param contents null while there is no window
 * @returns PNG; null where nothing is seen of it (the window is minimised, or covered on some systems) or the engine fails
 */
export async function pictureOf(contents: Pick<WebContents, 'capturePage' | 'isDestroyed'> | null, area: Area): Promise<Uint8Array | null> {
  if (contents === null || contents.isDestroyed()) return null;
  try {
    const image = await contents.capturePage(area);
    return image.isEmpty() ? null : image.toPNG();
  } catch {
    return null;
  }
}
