import { type DiskCode, failure, type Outcome } from '../../preload/contract/problem.ts';
import type { JsonFile } from './json-file.ts';
import type { Clock, Log } from './ports.ts';
import { createQueue } from './queue.ts';
import { createTryLater } from './try-later.ts';
import { atOnce, type Patience } from './whole-file.ts';

/**
 * A value that the program keeps over restarts. While its file cannot be read now, the initial value is shown
 * with what the person changes, nothing is written, and the file is asked for again. What could not be written is
 * written later.
 */
export type KeptValue<T> = {
  current(): T;
  /** Whether the file could not be read so far: what was kept may come back. */
  isUnavailable(): boolean;
  /** Changes some of it. Where it could not be kept it holds all the same, and is tried again until the program ends. */
  change(some: Partial<T>): Promise<Outcome<void, DiskCode | 'file-unavailable'>>;
  /** Resolves once every change so far was written, or could not be. */
  settled(): Promise<void>;
  /** Calls once the file could be read after all; the value is the kept one with what was changed meanwhile. */
  onRecovered(listener: () => void): void;
};

export type KeptValueParts<T> = {
  readonly file: JsonFile<T>;
  /** Where nothing was kept. */
  readonly initial: T;
  /** What holds when the file is read late: what was kept, and what the person changed meanwhile. */
  readonly merge: (kept: T, changed: Partial<T>) => T;
  readonly clock: Clock;
  readonly log: Log;
  /** For the log, e.g. "preferences". */
  readonly name: string;
};

/** Reads the value; a damaged file is set aside with a line in the log. @param parts see KeptValueParts */
export async function openKeptValue<T extends object>({ file, initial, merge, clock, log, name }: KeptValueParts<T>): Promise<KeptValue<T>> {
  const listeners = new Set<() => void>();
  let value = initial;
  let changed: Partial<T> = {};
  let unavailable = false;
  /** Whether something was changed that is not on the disk. */
  let owed = false;
  let isTold = false;
  /** One after the other: the last change is what stands on the disk. */
  const { inOrder, settled } = createQueue();

  async function read(patience?: Patience): Promise<void> {
    const found = await file.read(patience);
    unavailable = found.kind === 'unavailable';
    // Never the content: it is what the person wrote.
    if (found.kind === 'damaged') log.warn(`${name}.unreadable`, { movedTo: found.setAside });
    if (found.kind === 'unavailable') log.warn(`${name}.unavailable`, { code: found.code });
    if (found.kind === 'value') value = merge(found.value, changed);
  }

  /** @returns whether the file is read now */
  async function readLate(): Promise<boolean> {
    if (!unavailable) return true;
    await read(atOnce);
    if (unavailable) return false;
    for (const listener of listeners) listener();
    return true;
  }

  async function write(): Promise<Outcome<void, DiskCode | 'file-unavailable'>> {
    if (!(await readLate())) return failure('file-unavailable');
    const written = await file.write(value);
    owed = !written.ok;
    if (!written.ok && !isTold) log.warn(`${name}.not-kept`, { code: written.problem.code });
    isTold = owed;
    return written;
  }

  const lookAgain = async () => (await readLate()) && owed && (await write());
  const isOwed = () => unavailable || owed;
  const tryLater = createTryLater(clock, isOwed, () => inOrder(lookAgain));

  await read();
  tryLater();
  return {
    current: () => value,
    isUnavailable: () => unavailable,
    change(some) {
      value = { ...value, ...some };
      changed = { ...changed, ...some };
      owed = true;
      return inOrder(write).finally(tryLater);
    },
    settled,
    onRecovered: (listener) => void listeners.add(listener),
  };
}
