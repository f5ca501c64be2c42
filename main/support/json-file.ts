import type { z } from 'zod';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import { readJson } from './json-text.ts';
import type { KeptPath } from './kept-files.ts';
import { type DiskOptions, defaultPatience, fileLimit, freeAsideName, moveAway, type Patience, readWhole, systemDisk, writeWhole } from './whole-file.ts';

/**
 * A JSON file that the program keeps, with the schema of what it holds. Four things are told apart: none, a
 * value, damaged, and "cannot be read now". Only what is damaged is set aside, and nothing is ever written over
 * a file that could not be read.
 */

/** setAside: the name under which the damaged file lies now. code: errno. */
export type JsonReading<T> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'damaged'; readonly setAside: string }
  | { readonly kind: 'unavailable'; readonly code: string };

export type JsonFile<T> = {
  readonly path: string;
  /** What is there. A damaged file is set aside first; one that cannot be moved away counts as unavailable. */
  read(patience?: Patience): Promise<JsonReading<T>>;
  /**
   * Replaces it, whole or not at all. Refused as disk-refused, without touching the disk, while what lies there
   * was not read. @throws where the value does not fit the schema: that is a bug, and nothing is written
   */
  write(value: T): Promise<Outcome<void, DiskCode>>;
  /** Renames it, whatever it is. Done only when the file is proven to be out of the way. @returns its new path */
  setAside(): Promise<Outcome<string, DiskCode>>;
};

export type JsonFileOptions = DiskOptions;

/**
 * @param path where it lies; its folder is made when missing
 * @param schema of the whole content
 */
export function jsonFile<T>(path: KeptPath, schema: z.ZodType<T>, { disk = systemDisk, patience = defaultPatience }: JsonFileOptions = {}): JsonFile<T> {
  /** What may be written over: nothing before the first reading, nothing that could not be read. */
  let known: 'unread' | 'absent' | 'read' = 'unread';

  async function setAside(): Promise<Outcome<string, DiskCode>> {
    const to = await freeAsideName(path, disk);
    const moved = await moveAway(path, to, disk, patience);
    if (!moved.ok) return moved;
    known = 'absent';
    return success(to);
  }

  async function read(patient: Patience = patience): Promise<JsonReading<T>> {
    known = 'unread';
    const file = await readWhole(path, disk, patient);
    if (file.kind === 'unavailable') return file;
    if (file.kind === 'absent') {
      known = 'absent';
      return file;
    }
    const json = file.kind === 'content' ? readJson(file.content) : null;
    const parsed = json?.kind === 'value' ? schema.safeParse(json.value) : null;
    if (parsed?.success === true) {
      known = 'read';
      return { kind: 'value', value: parsed.data };
    }
    const aside = await setAside();
    return aside.ok ? { kind: 'damaged', setAside: aside.value } : { kind: 'unavailable', code: aside.problem.code };
  }

  async function write(value: T): Promise<Outcome<void, DiskCode>> {
    const text = `${JSON.stringify(schema.parse(value), null, 2)}\n`;
    if (Buffer.byteLength(text) > fileLimit) throw new Error('More than could be read again');
    // Where there was none, one may have come meanwhile: with a share that is there again.
    if (known === 'unread' || (known === 'absent' && (await readWhole(path, disk, patience)).kind !== 'absent')) return failure('disk-refused');
    const written = await writeWhole(path, text, disk, patience);
    if (written.ok) known = 'read';
    return written;
  }

  return { path, read, write, setAside };
}
