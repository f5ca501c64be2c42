import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import { type RequestEntries, requestEntriesSchema } from '../../preload/contract/release-request.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { type PreparedThing, preparedThings } from '../../preload/contract/request-words.ts';
import { diskProblem } from '../support/disk-problem.ts';
import type { Log } from '../support/ports.ts';

/** What is kept of the release request over restarts: personal data, hence for its owner's eyes only; no secret. */
const keptSchema = z.object({ version: z.literal(1), entries: requestEntriesSchema, prepared: z.array(z.enum(preparedThings)) });
export type KeptRequest = { readonly entries: RequestEntries; readonly prepared: readonly PreparedThing[] };

export type RequestStore = {
  current(): KeptRequest;
  /** Changes some of it. disk-full or disk-refused where it cannot be kept; it holds until the program ends all the same. */
  change(some: Partial<KeptRequest>): Promise<Outcome<void>>;
  /** Resolves once every change so far was written, or could not be: the program does not end before. */
  settled(): Promise<void>;
};

const fileName = 'release-request.json';
const asideName = 'release-request.unreadable.json';

/** Opens <dir>/release-request.json. A file that cannot be read or does not fit is moved aside, with a line in the log. */
export async function openRequestStore(dir: string, log: Log): Promise<RequestStore> {
  let kept: KeptRequest = (await readKept(dir, log)) ?? { entries: noEntries, prepared: [] };
  let lastWrite: Promise<unknown> = Promise.resolve();
  return {
    current: () => kept,
    change(some) {
      kept = { ...kept, ...some };
      const wanted = kept;
      // One write after the other: the last change is what stands on the disk.
      const write = lastWrite.then(() => writeKept(dir, wanted, log));
      lastWrite = write;
      return write;
    },
    settled: async () => void (await lastWrite),
  };
}

async function writeKept(dir: string, kept: KeptRequest, log: Log): Promise<Outcome<void>> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await writeFileAtomic(join(dir, fileName), `${JSON.stringify({ version: 1, ...kept }, null, 2)}\n`, { mode: 0o600 });
    return success(undefined);
  } catch (error) {
    log.warn('release-request.not-kept', { error });
    return diskProblem(error);
  }
}

async function readKept(dir: string, log: Log): Promise<KeptRequest | null> {
  const path = join(dir, fileName);
  try {
    return keptSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    // Not the error itself: it may repeat what the person wrote.
    log.warn('release-request.unreadable', { movedTo: asideName });
    await rename(path, join(dir, asideName)).catch((reason: unknown) => log.warn('release-request.not-moved', { reason }));
    return null;
  }
}
