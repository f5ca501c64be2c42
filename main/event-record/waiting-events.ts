import { longestLine } from './record-line.ts';

/** What waits for the disk in memory, in bytes. */
const mostWaiting = 1024 * 1024;

/** n: its number, once it was handed to the disk. */
export type WaitingEvent = { readonly at: Date; readonly event: object; readonly size: number; n: number | null };

/** The events that are not on the disk yet, oldest first, within bounds; what has no room is counted. */
export class WaitingEvents {
  readonly #events: WaitingEvent[] = [];
  #bytes = 0;
  #lost = 0;

  add(at: Date, event: object): void {
    const { length } = JSON.stringify(event);
    // What stands around the event in its line has room as well.
    if (length > longestLine - 1_000 || this.#bytes + 2 * length > mostWaiting) this.#lost += 1;
    else this.#push(at, event, 2 * length);
  }

  /** Has room, however much waits: for what the record says of itself. */
  addAlways(at: Date, event: object): void {
    this.#push(at, event, 2 * JSON.stringify(event).length);
  }

  #push(at: Date, event: object, size: number): void {
    this.#events.push({ at, event, size, n: null });
    this.#bytes += size;
  }

  all(): readonly WaitingEvent[] {
    return this.#events;
  }

  isEmpty(): boolean {
    return this.#events.length === 0 && this.#lost === 0;
  }

  /** The first so many are on the disk. */
  done(many: number): void {
    for (const { size } of this.#events.splice(0, many)) this.#bytes -= size;
  }

  /** @returns how many had no room since this was asked last */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }
}
