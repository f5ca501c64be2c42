/** From the preload's world to main, over a binding that only that world has. */
export type ToMain = { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] };

/** From main to the preload's world. */
export type ToPreload =
  | { readonly kind: 'published'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** The isolated world's name, as Electron's documentation calls the preload's context. */
export const worldName = 'Electron Isolated Context';
/** Globals of the isolated world; the page's own world has neither. */
export const bindingName = 'standInToMain';
export const receiverName = 'standInReceive';
