/**
 * How much may come over the border in one request, before anything of it is parsed. A window that was taken over
 * can send what it likes; what is too large is found without walking through all of it.
 */
export type Budget = {
  /** Levels of objects and arrays. */
  readonly depth: number;
  /** Values in all, those of keys and elements included. */
  readonly values: number;
  /** UTF-16 units of all texts and keys together. */
  readonly text: number;
};

/** The largest inputs of the contract: the release request has 25 values and 600 characters, a bank file that is dropped one long text. */
export const inputBudget: Budget = { depth: 4, values: 200, text: 320_000 };

/** What no object of ours has as a key; a parser might follow it to the prototype. */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Found = { readonly value: unknown; readonly depth: number };

/**
 * Walks through a value as structured clone brings it, by a list of its own and not by recursion. A circle ends it
 * like any value that is too deep.
 * @returns whether it is plain data (texts, numbers, truth values, null, undefined, arrays without gaps, plain objects) within the budget;
 *   false also for what throws as it is read
 */
export function isWithinBudget(input: unknown, budget: Budget = inputBudget): boolean {
  try {
    return walk(input, budget);
  } catch {
    return false;
  }
}

function walk(input: unknown, budget: Budget): boolean {
  const open: Found[] = [{ value: input, depth: 0 }];
  let values = 1;
  let text = 0;
  for (let found = open.pop(); found !== undefined; found = open.pop()) {
    const { value, depth } = found;
    if (typeof value === 'string') text += value.length;
    else if (typeof value === 'object' && value !== null) {
      const room = budget.values - values;
      const children = depth < budget.depth ? childrenOf(value, room) : null;
      if (children === null) return false;
      for (const [key, child] of children) {
        if (reservedKeys.has(key)) return false;
        text += key.length;
        open.push({ value: child, depth: depth + 1 });
      }
      values += children.length;
    } else if (!isSimple(value)) return false;
    if (text > budget.text) return false;
  }
  return true;
}

const isSimple = (value: unknown) => value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number';

/** @returns keys and values of an array or a plain object; null where it is neither, or has more than there is room for */
function childrenOf(value: object, room: number): readonly (readonly [key: string, value: unknown])[] | null {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    // Gaps and keys of its own have no place in an array.
    if (list.length > room || Object.keys(list).length !== list.length) return null;
    return list.map((element) => ['', element] as const);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return null;
  const keys = Reflect.ownKeys(value);
  if (keys.length > room || !keys.every((key) => typeof key === 'string')) return null;
  return keys.map((key) => [key, Reflect.get(value, key)] as const);
}
