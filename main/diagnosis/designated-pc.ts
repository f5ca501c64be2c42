import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type DiskCode, failure, type Outcome } from '../../preload/contract/problem.ts';
import { jsonFile } from '../support/json-file.ts';

/**
 * Which PC, and which of its users, retrieved the certificate: noted when it is installed, compared later.
 * Only fingerprints are kept, since neither name is anybody else's affair.
 */

export type PcIdentity = { readonly machine: string; readonly user: string };
export type Comparison = 'same' | 'other-user' | 'other-pc' | 'unknown';

const noteSchema = z.object({ version: z.literal(1), machine: z.string(), user: z.string() });
const noteFile = (folder: string) => jsonFile(join(folder, 'designated-pc.json'), noteSchema);
const fingerprint = (text: string) => createHash('sha256').update(`kaitsu ${text}`).digest('hex');

/** What systemd gives each installation anew (man machine-id); elsewhere the PC's name has to do. */
function machineName(): string {
  const file = '/etc/machine-id';
  return existsSync(file) ? readFileSync(file, 'utf8').trim() || hostname() : hostname();
}

/** @returns this PC and the user that the operating system says is at it */
export function thisPc(): PcIdentity {
  return { machine: fingerprint(machineName()), user: fingerprint(userInfo().username) };
}

/** Notes who retrieved the certificate. @returns disk-full or disk-refused where it could not be kept, as while an earlier note cannot be read */
export async function noteDesignatedPc(folder: string, { machine, user }: PcIdentity): Promise<Outcome<void, DiskCode>> {
  const note = noteFile(folder);
  const earlier = await note.read();
  return earlier.kind === 'unavailable' ? failure('disk-refused') : note.write({ version: 1, machine, user });
}

/** @returns how the PC of now compares with the one that was noted; unknown where nothing readable was */
export async function compareDesignatedPc(folder: string, now: PcIdentity): Promise<Comparison> {
  const note = await noteFile(folder).read();
  if (note.kind !== 'value') return 'unknown';
  if (note.value.machine !== now.machine) return 'other-pc';
  return note.value.user === now.user ? 'same' : 'other-user';
}
