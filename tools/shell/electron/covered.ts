import { EventEmitter } from 'node:events';

/** Names that the language and its tools ask of any object. */
const askedOfEverybody: ReadonlySet<string> = new Set(['then', 'toJSON', '__esModule', 'default', 'constructor', 'prototype', 'name', 'length', 'domain']);

/**
 * Guards a part of the stand-in: what it does not cover is refused by name, instead of being undefined.
 * @param name the part as Electron's documentation calls it
 * @param part what is covered
 */
export function covered<T extends object>(name: string, part: T): T {
  return new Proxy(part, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || askedOfEverybody.has(key)) return Reflect.get(target, key, receiver);
      throw notCovered(`${name}.${key}`);
    },
    set(target, key, value, receiver) {
      if (typeof key === 'symbol' || key in target) return Reflect.set(target, key, value, receiver);
      throw notCovered(`${name}.${key}`);
    },
  });
}

/** The error that names what would have to be added. */
export function notCovered(what: string): Error {
  return new Error(`The stand-in for Electron does not cover ${what}.`);
}

type Listener = Parameters<EventEmitter['on']>[1];

/** An emitter that knows its events by name: listening to one that would never come is refused. */
export class CoveredEmitter extends EventEmitter {
  constructor(
    private readonly owner: string,
    private readonly events: readonly string[],
  ) {
    super();
  }

  override on(event: string, listener: Listener): this {
    if (!this.events.includes(event)) throw notCovered(`${this.owner}'s event '${event}'`);
    return super.on(event, listener);
  }

  override once(event: string, listener: Listener): this {
    if (!this.events.includes(event)) throw notCovered(`${this.owner}'s event '${event}'`);
    return super.once(event, listener);
  }

  /** @returns whether a listener called preventDefault */
  protected ask(event: string, ...rest: readonly unknown[]): boolean {
    const asked = preventable();
    this.emit(event, asked, ...rest);
    return asked.defaultPrevented;
  }
}

/** An event whose default can be prevented, as Electron hands to listeners. */
export function preventable(): { defaultPrevented: boolean; preventDefault(): void } {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
