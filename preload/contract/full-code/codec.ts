/**
 * What a full code is made of: values out of short lists, one after the other, as the digits of one number of mixed
 * radix (Knuth, The Art of Computer Programming, volume 2, section 4.1). The first value is the lowest digit, and what
 * comes first in a list is 0: a part that a later version adds at the end is read of an older code as its first value.
 */

/** Takes the next digit. */
export type Put = (digit: number, radix: number) => void;
/** Gives the next digit. @throws CodeError where there is no such value */
export type Take = (radix: number) => number;

/** One part of what is written: its values, and how they become digits and come back. */
export type Codec<T> = {
  readonly write: (value: T, put: Put) => void;
  /** @throws CodeError where the digits mean nothing */
  readonly read: (take: Take) => T;
};
export type Coded<C> = C extends Codec<infer T> ? T : never;

/** Digits that no version up to this one gives a meaning. */
export class CodeError extends Error {}

/**
 * One of a list that grows at its end alone.
 * @param room how many values the list may ever have; the list's length where it can never grow
 */
export function oneOf<const V extends readonly (string | number | boolean | null)[]>(values: V, room: number = values.length): Codec<V[number]> {
  if (values.length > room) throw new RangeError(`${values.length} values in a room for ${room}`);
  return {
    write: (value, put) => put(Math.max(values.indexOf(value), 0), room),
    read: (take) => {
      const value = values[take(room)];
      if (value === undefined) throw new CodeError('A value that a later version may know');
      return value;
    },
  };
}

/** A number from 0 to the largest; a larger one is written as the largest. */
export function upTo(largest: number): Codec<number> {
  return { write: (value, put) => put(Math.min(Math.max(Math.trunc(value), 0), largest), largest + 1), read: (take) => take(largest + 1) };
}

export const flag = oneOf([false, true]);

type Shape = Readonly<Record<string, Codec<never>>>;
type ValuesOf<S> = { readonly [K in keyof S]: Coded<S[K]> };

/** Several parts, in the order in which they are named. */
export function record<S extends Readonly<Record<string, unknown>>>(shape: S & { readonly [K in keyof S]: Codec<Coded<S[K]>> }): Codec<ValuesOf<S>> {
  const parts = Object.entries(shape as Shape);
  return {
    // Each name keeps its own codec.
    write: (value, put) => {
      for (const [name, codec] of parts) codec.write(Reflect.get(value, name) as never, put);
    },
    read: (take) => Object.fromEntries(parts.map(([name, codec]) => [name, codec.read(take)])) as object as ValuesOf<S>,
  };
}

/** A part that may not be there. */
export function optional<T>(codec: Codec<T>): Codec<T | null> {
  return {
    write: (value, put) => {
      put(value === null ? 0 : 1, 2);
      if (value !== null) codec.write(value, put);
    },
    read: (take) => (take(2) === 0 ? null : codec.read(take)),
  };
}

/** The parts of one of several kinds, which grow at their end alone. @param room how many kinds there may ever be */
export function variant<K extends string, S extends Readonly<Record<string, unknown>>>(
  key: K,
  kinds: S & { readonly [N in keyof S]: Codec<Coded<S[N]>> },
  room: number,
): Codec<{ readonly [N in keyof S]: Readonly<Record<K, N>> & Coded<S[N]> }[keyof S]> {
  type Value = { readonly [N in keyof S]: Readonly<Record<K, N>> & Coded<S[N]> }[keyof S];
  const names = Object.keys(kinds);
  const kind = oneOf(names, room);
  return {
    write: (value, put) => {
      const name = String(Reflect.get(value, key));
      kind.write(name, put);
      (kinds as Shape)[name]?.write(value as never, put);
    },
    read: (take) => {
      const name = kind.read(take);
      const parts: object = (kinds as Shape)[name]?.read(take) ?? {};
      return { [key]: name, ...parts } as Value;
    },
  };
}

/** @returns all the digits as one number */
export function toNumber<T>(codec: Codec<T>, value: T): bigint {
  let number = 0n;
  let weight = 1n;
  codec.write(value, (digit, radix) => {
    number += weight * BigInt(digit);
    weight *= BigInt(radix);
  });
  return number;
}

/** @throws CodeError where the number means nothing, or says more than is understood */
export function fromNumber<T>(codec: Codec<T>, number: bigint): T {
  let rest = number;
  const value = codec.read((radix) => {
    const digit = Number(rest % BigInt(radix));
    rest /= BigInt(radix);
    return digit;
  });
  if (rest !== 0n) throw new CodeError('More than this version understands');
  return value;
}
