import type { HandOverFault } from '../../preload/contract/hand-over.ts';
import { readJson } from '../support/json-text.ts';
import { programFile } from '../support/kept-files.ts';
import { type DiskOptions, defaultPatience, readWhole, systemDisk } from '../support/whole-file.ts';
import type { Anchor, CheckedChain } from './chain.ts';
import { endSchema, howItLies, linkOf } from './how-it-lies.ts';
import { recordLimit } from './record-file.ts';

/** The kept record as those look at it who change nothing: even one that is damaged stays as it is. */
export type SeenRecord =
  | { readonly kind: 'absent' | 'unavailable' }
  | {
      readonly kind: 'record';
      readonly texts: readonly string[];
      readonly chain: CheckedChain;
      readonly fault: HandOverFault | null;
      /** Where it should end; null where nothing says so. */
      readonly end: Anchor | null;
    };

/** A window may be at work meanwhile: what was read belongs together where the note of the end is the same before and after. */
const mostLooks = 5;

/** @param folder of the place */
export async function seeRecord(folder: string, { disk = systemDisk, patience = defaultPatience }: DiskOptions = {}): Promise<SeenRecord> {
  const readEnd = () => readWhole(programFile(folder, 'handOverEnd'), disk, patience);
  for (let looks = 1; ; looks += 1) {
    const before = await readEnd();
    const file = await readWhole(programFile(folder, 'handOver'), disk, patience, recordLimit);
    const after = await readEnd();
    if (before.kind === 'unavailable' || after.kind === 'unavailable' || file.kind === 'unavailable') return { kind: 'unavailable' };
    const isSame = before.kind === 'content' && after.kind === 'content' ? before.content.equals(after.content) : before.kind === after.kind;
    if (!isSame && looks < mostLooks) continue;
    const json = after.kind === 'content' ? readJson(after.content) : null;
    const end = json?.kind === 'value' ? (endSchema.safeParse(json.value).data ?? null) : null;
    const lies = howItLies(file, end);
    if (lies.kind === 'absent') return { kind: 'absent' };
    const { texts, chain } = lies;
    if (lies.kind === 'broken') return { kind: 'record', texts, chain, fault: lies.fault, end: end === null ? null : linkOf(end) };
    return lies.isEndLost
      ? { kind: 'record', texts, chain, fault: { line: texts.length + 1, how: 'cut' }, end: null }
      : { kind: 'record', texts, chain, fault: null, end: chain.last };
  }
}
