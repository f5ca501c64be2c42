import { z } from 'zod';
import type { Bilingual } from './bilingual.ts';

/** What a key of the policy may hold. From its form follow the registry's type, the box in Microsoft's editor and the sentence that says what is wanted. */

export type PolicyForm =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice' | 'list'; readonly choices: Readonly<Record<string, Bilingual>> }
  /** profile: the text is the JSON of a bank profile, which a JSON policy holds as an object. */
  | { readonly kind: 'text' | 'profile'; readonly maxLength: number };

/** A line of the table. restricted: what holds where the policy is broken here; it never allows more than another value. */
export type PolicyKey<T> = {
  readonly schema: z.ZodType<T>;
  readonly form: PolicyForm;
  readonly restricted: T;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** What is wanted, for the sentence "… is wanted". */
  readonly wanted: Bilingual;
};

type Words = { readonly title: Bilingual; readonly text: Bilingual };

export const registryTypes = { flag: 'REG_DWORD', number: 'REG_DWORD', choice: 'REG_SZ', text: 'REG_SZ', profile: 'REG_SZ', list: 'REG_MULTI_SZ' } as const;

/** Allowed or not; not, where it is broken. */
export function flag(words: Words): PolicyKey<boolean> {
  return {
    ...words,
    schema: z.boolean(),
    form: { kind: 'flag' },
    restricted: false,
    wanted: { ja: 'true または false（レジストリでは 1 または 0）', en: 'true or false (1 or 0 in the registry)' },
  };
}

/** A whole number; the least, where it is broken. */
export function number(min: number, max: number, words: Words): PolicyKey<number> {
  return {
    ...words,
    schema: z.int().min(min).max(max),
    form: { kind: 'number', min, max },
    restricted: min,
    wanted: { ja: `${min} から ${max} までの整数`, en: `a whole number from ${min} to ${max}` },
  };
}

/** One of a few words. */
export function choice<V extends string>(values: readonly [V, ...V[]], names: Readonly<Record<V, Bilingual>>, restricted: V, words: Words): PolicyKey<V> {
  const all = values.map((value) => `"${value}"`);
  return {
    ...words,
    schema: z.enum(values),
    form: { kind: 'choice', choices: names },
    restricted,
    wanted: { ja: `${all.join('、')} のいずれか`, en: `one of ${all.join(', ')}` },
  };
}

/** Some of a few words, each once; none, where it is broken. */
export function list<V extends string>(values: readonly [V, ...V[]], names: Readonly<Record<V, Bilingual>>, words: Words): PolicyKey<readonly V[]> {
  const all = values.map((value) => `"${value}"`);
  const schema = z
    .array(z.enum(values))
    .max(values.length)
    .refine((given) => new Set(given).size === given.length)
    .meta({ uniqueItems: true });
  return {
    ...words,
    schema,
    form: { kind: 'list', choices: names },
    restricted: [],
    wanted: { ja: `${all.join('、')} を重複なく並べたもの`, en: `a list of ${all.join(', ')}, each once` },
  };
}

/** A text of its own shape. */
export function text<T extends string, R extends T | null>(
  schema: z.ZodType<T>,
  maxLength: number,
  restricted: R,
  wanted: Bilingual,
  words: Words,
): PolicyKey<T | R> {
  return { ...words, schema, form: { kind: 'text', maxLength }, restricted, wanted };
}
