import { z } from 'zod';
import { type RequestEntries, requestEntriesSchema } from '../../preload/contract/release-request.ts';
import { noEntries, withKeptEntries } from '../../preload/contract/request-rules.ts';
import { type PreparedThing, preparedThings } from '../../preload/contract/request-words.ts';
import { type JsonFile, type JsonFileOptions, jsonFile } from '../support/json-file.ts';
import { programFile } from '../support/kept-files.ts';
import { type KeptValue, openKeptValue } from '../support/kept-value.ts';
import type { Clock, Log } from '../support/ports.ts';

/** What is kept of the release request over restarts: personal data, so only its owner may read it; no secret. */
const keptSchema = z.object({ version: z.literal(1), entries: requestEntriesSchema, prepared: z.array(z.enum(preparedThings)) });
export type KeptRequest = { readonly entries: RequestEntries; readonly prepared: readonly PreparedThing[] };
type StoredRequest = z.infer<typeof keptSchema>;

export type RequestStore = KeptValue<KeptRequest>;

/** @returns <dir>/release-request.json */
export function requestFile(dir: string, options: JsonFileOptions = {}): JsonFile<StoredRequest> {
  return jsonFile(programFile(dir, 'releaseRequest'), keptSchema, options);
}

/** Opens the request that was kept, or begins an empty one. */
export function openRequestStore({
  file,
  clock,
  log,
}: {
  readonly file: JsonFile<StoredRequest>;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<RequestStore> {
  const stored = { ...file, write: ({ entries, prepared }: KeptRequest) => file.write({ version: 1, entries, prepared: [...prepared] }) };
  return openKeptValue<KeptRequest>({ file: stored, initial: { entries: noEntries, prepared: [] }, merge: withKept, clock, log, name: 'release-request' });
}

function withKept({ entries, prepared }: KeptRequest, changed: Partial<KeptRequest>): KeptRequest {
  return { entries: withKeptEntries(changed.entries ?? noEntries, entries), prepared: changed.prepared ?? prepared };
}
