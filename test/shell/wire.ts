import { parse, stringify } from 'devalue';

/**
 * What crosses between processes does so by the structured clone algorithm, in Electron as here:
 * undefined, dates, maps, typed arrays and errors arrive; functions and symbols are refused.
 */

/** @throws Error with Electron's own sentence when the value holds what cannot be cloned */
export function encode(value: unknown): string {
  return stringify(clone(value), { Error: (error) => error instanceof Error && { name: error.name, message: error.message, stack: error.stack } });
}

/** The opposite of encode. */
export function decode(text: string): unknown {
  return parse(text, { Error: ({ name, message, stack }) => Object.assign(new Error(message), { name, stack }) });
}

function clone(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
