import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type HandOverEntry, type HandOverStep, handOverEntrySchema, handOverStepSchema, longestHandOverName } from '../../preload/contract/hand-over.ts';
import { isWithinLimits } from '../support/json-text.ts';

/**
 * One line of the hand-over record: JSON, whose last member is the SHA-256 of the line without that member, in UTF-8. The
 * text itself is the canonical form, byte by byte, so that nothing has to be agreed about spaces, order or escapes, and
 * any change of it is a change. `before` is the hash of the line before; of the first line it is all zeros.
 */

export const noHash = '0'.repeat(64);

/** Longest line that is read, in UTF-16 units; what is written stays below a quarter of it. */
const longestLine = 8_192;
const lineLimits = { depth: 6, values: 100, numberLength: 20 } as const;

const hashMember = /,"hash":"([0-9a-f]{64})"\}$/u;

export type By = HandOverEntry['by'];

/** What a line says, before it has its place in the chain. */
export type NewEntry = {
  /** ISO 8601. */
  readonly at: string;
  readonly by: By;
  readonly lastFour: string | null;
  readonly late?: true;
  readonly step: HandOverStep;
};

/** The line before: its number and its hash. */
export type Link = { readonly n: number; readonly hash: string };
export const noLink: Link = { n: 0, hash: noHash };

const linkSchema = z.object({ n: z.int().min(1).max(1_000_000_000), before: z.string().regex(/^[0-9a-f]{64}$/u) });
const { by, lastFour } = handOverEntrySchema.shape;
/** Of what stands in the line; a step that is not known here is shown by its name. A record may have forty thousand lines: instants are looked at by what is quickest. */
const contentSchema = z.object({ at: z.string().max(40).refine(isInstant), by, lastFour, late: z.literal(true).optional(), what: z.string().max(60) });

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** A line whose own hash is right. */
export type SoundLine = { readonly n: number; readonly before: string; readonly hash: string; readonly entry: HandOverEntry };

/** @returns the text with its hash as last member @param members of a JSON object, in their order */
export function sealed(members: object): string {
  const text = JSON.stringify(members);
  return `${text.slice(0, -1)},"hash":"${hashOf(text)}"}`;
}

/** @returns the members of a text that `sealed` made; null where it is no such text, or was changed */
export function unsealed(text: string): { readonly value: unknown; readonly hash: string } | null {
  if (text.length > longestLine) return null;
  const hash = hashMember.exec(text)?.[1];
  if (hash === undefined) return null;
  const plain = text.replace(hashMember, '}');
  if (hashOf(plain) !== hash || !isWithinLimits(plain, lineLimits)) return null;
  try {
    return { value: JSON.parse(plain), hash };
  } catch {
    return null;
  }
}

/** @param last the line before @returns the line, without a line feed */
export function lineOf({ at, by, lastFour, late, step }: NewEntry, last: Link): string {
  const who = { user: shortened(by.user), pc: shortened(by.pc), version: shortened(by.version) };
  return sealed({ n: last.n + 1, at, by: who, lastFour, ...(late === undefined ? {} : { late }), ...step, before: last.hash });
}

/** @returns null where the line was changed, or is none */
export function readLine(text: string): SoundLine | null {
  const found = unsealed(text);
  const link = linkSchema.safeParse(found?.value);
  const content = contentSchema.safeParse(found?.value);
  if (found === null || !link.success || !content.success) return null;
  const { what, ...said } = content.data;
  const { n } = link.data;
  const step = handOverStepSchema.safeParse(found.value);
  return {
    ...link.data,
    hash: found.hash,
    entry: { ...said, n, late: said.late === true, step: step.success ? step.data : { what: 'other', called: what } },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** No half of a surrogate pair is left. */
function shortened(name: string): string {
  return name.length <= longestHandOverName ? name : name.slice(0, longestHandOverName).replace(/[\uD800-\uDBFF]$/u, '');
}
