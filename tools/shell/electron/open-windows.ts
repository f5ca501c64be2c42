/** What app needs to know of a window. */
export type OpenWindow = { close(): void; destroy(): void; isDestroyed(): boolean; readonly closing: Promise<void> };

/** The windows that are open, in the order in which they were opened. */
export const openWindows = new Set<OpenWindow>();
