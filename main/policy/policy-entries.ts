import type { PolicyDefect } from './policy-defect.ts';

/** Where a policy stands: a file, macOS's managed preferences, Windows' registry. */
export type PolicySource = { readonly kind: 'file' | 'managed-preferences' | 'registry'; readonly place: string };

/** A name as it was written, with its value; what could not be read as a value is undefined. A name that stands twice is here twice. */
export type PolicyEntry = readonly [name: string, value: unknown];

/** absent: nothing is prescribed. broken: there is a policy, and nothing of it can be read. */
export type PolicyEntries =
  | { readonly kind: 'absent' }
  | { readonly kind: 'broken'; readonly defect: PolicyDefect }
  | { readonly kind: 'entries'; readonly entries: readonly PolicyEntry[] };

/** @returns a policy of which nothing can be read */
export function brokenPolicy(kind: PolicyDefect['kind'], detail = ''): PolicyEntries {
  return { kind: 'broken', defect: { at: '', kind, detail } };
}
