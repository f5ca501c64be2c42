import { parse, stringify } from 'devalue';

/**
 * What crosses between processes does so by the structured clone algorithm, in Electron as here:
 * undefined, dates, maps, typed arrays and errors arrive; functions and symbols are refused.
 */

const takeErrorApart = (value: unknown): unknown => value instanceof Error && { name: value.name, message: value.message, stack: value.stack };
const makeError = ({ name, message, stack }: Error): Error => Object.assign(new Error(message), { name, stack });

/** @throws Error with Electron's own sentence when the value holds what cannot be cloned */
export function encode(value: unknown): string {
  return stringify(clone(value), { Error: takeErrorApart });
}

/** The opposite of encode. */
export function decode(text: string): unknown {
  return parse(text, { Error: makeError });
}

function clone(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
