import { join } from 'node:path';

/**
 * Every file that Kaitsu keeps, by name, with its place below the folder that it belongs to. What is not in these lists
 * is not kept: the writing functions take a KeptPath, which is made here alone, and test/unit/kept-files.test.ts brings
 * everything about that a disk can refuse, for each of them.
 */

/** Below the program's own folder, or below a place's (main/places/place.ts). */
export const programFiles = {
  journal: 'procedure.json',
  preferences: 'preferences.json',
  releaseRequest: 'release-request.json',
  designatedPc: 'designated-pc.json',
  handOver: 'hand-over.jsonl',
  handOverEnd: 'hand-over-end.json',
  reminders: 'reminders.json',
  bank: 'banks/<bankId>.json',
  openPlace: 'open-place.json',
  bundle: 'certificates/<contractorId>-<serial>.p12',
  pendingKey: 'certificates/pending-<contractorId>.pem',
  pendingWait: 'certificates/pending-<contractorId>.wait',
  log: 'logs/kaitsu.log',
  olderLog: 'logs/kaitsu.<age>.log',
  /** What happened, of one place; of the list of places in the program's own folder. */
  events: 'events/<day>.<part>.jsonl',
} as const;

/** Below the practice bank's data folder. SQLite lays files of its own beside the database. */
export const bankFiles = {
  bankDatabase: 'bank.sqlite',
  bankAuthority: 'authority.json',
  bankServer: 'server.json',
  /** The root's certificate for those who integrate; no secret, and made again at each start. */
  bankRoot: 'authority.pem',
  bankPapers: 'papers.json',
  situation: 'situation',
} as const;

/** Where the practice bank that the app starts keeps its files, in the program's folder. */
export const bankFolder = 'sandbox-bank';

declare const kept: unique symbol;
/** The path of a file in these lists. */
export type KeptPath = string & { readonly [kept]: true };

type Blank<T extends string> = T extends `${string}<${infer Name}>${infer Rest}` ? Name | Blank<Rest> : never;
type Blanks<T extends string> = [Blank<T>] extends [never] ? readonly [] : readonly [blanks: Readonly<Record<Blank<T>, string | number>>];
type Program = typeof programFiles;
type Bank = typeof bankFiles;

/** @param folder the program's own @param blanks what stands in the angle brackets of the list */
export function programFile<N extends keyof Program>(folder: string, name: N, ...blanks: Blanks<Program[N]>): KeptPath {
  return pathOf(folder, programFiles[name], blanks[0] ?? {});
}

/** @param file of the event record @returns where lie the lines that were taken out of it */
export function recordAside(file: KeptPath): KeptPath {
  return `${file}.unreadable` as KeptPath;
}

/** @param dataDir the practice bank's data folder */
export function bankFile(dataDir: string, name: keyof Bank): KeptPath {
  return pathOf(dataDir, bankFiles[name], {});
}

function pathOf(folder: string, place: string, blanks: Readonly<Record<string, string | number>>): KeptPath {
  const filled = place.replace(/<(\w+)>/gu, (whole, name: string) => String(blanks[name] ?? whole));
  // The one place where a path becomes that of a kept file.
  return join(folder, filled) as KeptPath;
}
