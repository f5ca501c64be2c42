/** The time, handed in. */
export type Clock = { now(): Date; after(milliseconds: number, run: () => void): () => void };

/** Where the log is written; nothing secret may be handed to it, and it redacts all the same. */
export type Log = {
  info(event: string, details?: Readonly<Record<string, unknown>>): void;
  warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  /** @returns the reference under which the entry is found */
  error(event: string, details?: Readonly<Record<string, unknown>>): string;
};
