import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { type DiskCode, failure, type Outcome } from '../../preload/contract/problem.ts';
import { type JsonFileOptions, jsonFile } from '../support/json-file.ts';
import { programFile } from '../support/kept-files.ts';
import { identifyMachine, type MachineSource } from './machine-id.ts';

/**
 * Which PC, and which of its users, retrieved the certificate: noted when it is installed, compared later.
 * Only fingerprints are kept, since neither name is anybody else's affair.
 */

/** machine: see identifyMachine. earlier: as version 1 of the note knew this PC. */
export type PcIdentity = { readonly machine: string; readonly earlier: string; readonly user: string };
/** unnoted: there is nothing to compare with, and a note may be made. */
export type Comparison = 'same' | 'other-user' | 'other-pc' | 'unnoted' | 'unknown';

/** Version 1 knew Windows and macOS PCs by their names. */
const noteSchema = z.object({ version: z.union([z.literal(1), z.literal(2)]), machine: z.string().max(200), user: z.string().max(200) });
const noteFile = (folder: string, options: JsonFileOptions) => jsonFile(programFile(folder, 'designatedPc'), noteSchema, options);
const systemId = '/etc/machine-id';
const fingerprint = (text: string) => createHash('sha256').update(`kaitsu ${text}`).digest('hex');

/** As version 1 named the PC: by its system's ID on Linux, else by a name that a network may change. */
function earlierName(): string {
  return (existsSync(systemId) && readFileSync(systemId, 'utf8').trim()) || hostname();
}

/** @returns this PC and the user that the operating system says is at it */
export async function thisPc(source: MachineSource): Promise<PcIdentity> {
  return { machine: await identifyMachine(source), earlier: fingerprint(earlierName()), user: fingerprint(userInfo().username) };
}

/** Notes who retrieved the certificate. @returns disk-full or disk-refused where it could not be kept, as while an earlier note cannot be read */
export async function noteDesignatedPc(
  folder: string,
  { machine, user }: Pick<PcIdentity, 'machine' | 'user'>,
  options: JsonFileOptions = {},
): Promise<Outcome<void, DiskCode>> {
  const note = noteFile(folder, options);
  const before = await note.read();
  return before.kind === 'unavailable' ? failure('disk-refused') : note.write({ version: 2, machine, user });
}

/**
 * Compares the PC of now with the one that was noted. A note of version 1 that fits is written as version 2. Where
 * either knows the PC by its name only, another name says nothing: it may only have changed.
 * @returns unnoted where nothing was noted, or a note was damaged; unknown where it cannot be read now, or the two cannot be compared
 */
export async function compareDesignatedPc(folder: string, now: PcIdentity, options: JsonFileOptions = {}): Promise<Comparison> {
  const note = await noteFile(folder, options).read();
  if (note.kind !== 'value') return note.kind === 'unavailable' ? 'unknown' : 'unnoted';
  const { version, machine, user } = note.value;
  const known = version === 1 ? now.earlier : now.machine;
  if (machine !== known) return isSure(machine) && isSure(known) ? 'other-pc' : 'unknown';
  if (user !== now.user) return 'other-user';
  if (version === 1) await noteDesignatedPc(folder, now, options);
  return 'same';
}

/** Whether an identity can be no other PC's, whatever that is called. */
function isSure(machine: string): boolean {
  return machine.startsWith('id:') || (!machine.startsWith('name:') && existsSync(systemId));
}
