import { inspect } from 'node:util';

/** What stands in the place of a secret, wherever somebody might read it. */
export const redacted = '[redacted]';

/**
 * A secret on its way through main: a PIN, a one-time password, a token, an enrolment secret, a passphrase. It comes
 * out by `reveal` alone, where it is sent, sealed or compared.
 * For people it is printed as a mark (text, template, inspect, console, the message of an error). What writes values
 * for machines throws instead, since a bank or a keychain would take the mark for the secret: JSON.stringify,
 * structuredClone, and every message to another process.
 * A class, so that no other object passes for one and nothing but `reveal` reaches the value.
 */
export class Redacted<T> {
  readonly #value: T;

  /** A function, and a property of the object itself: structuredClone refuses objects that have one. */
  readonly reveal = (): T => this.#value;

  /** @param value the secret in clear */
  constructor(value: T) {
    this.#value = value;
  }

  toString(): string {
    return redacted;
  }

  /** @throws always */
  toJSON(): never {
    throw new TypeError('A secret is not written as JSON: it is revealed where it is sent or kept.');
  }

  [inspect.custom](): string {
    return redacted;
  }
}

/** The usual kind. */
export type Secret = Redacted<string>;
