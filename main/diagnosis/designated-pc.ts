import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import { diskProblem } from '../support/disk-problem.ts';

/**
 * Which PC, and which of its users, retrieved the certificate: noted when it is installed, compared later.
 * Only fingerprints are kept, since neither name is anybody else's affair.
 */

export type PcIdentity = { readonly machine: string; readonly user: string };
export type Comparison = 'same' | 'other-user' | 'other-pc' | 'unknown';

const noteSchema = z.object({ version: z.literal(1), machine: z.string(), user: z.string() });
const noteFile = (folder: string) => join(folder, 'designated-pc.json');
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

/** Notes who retrieved the certificate. @returns disk-full or disk-refused where it could not be kept */
export async function noteDesignatedPc(folder: string, { machine, user }: PcIdentity): Promise<Outcome<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFileAtomic(noteFile(folder), `${JSON.stringify({ version: 1, machine, user })}\n`, { mode: 0o600 });
    return success(undefined);
  } catch (error) {
    return diskProblem(error);
  }
}

/** @returns how the PC of now compares with the one that was noted; unknown where nothing readable was */
export async function compareDesignatedPc(folder: string, now: PcIdentity): Promise<Comparison> {
  const text = await readFile(noteFile(folder), 'utf8').catch(() => null);
  const note = noteSchema.safeParse(parse(text));
  if (!note.success) return 'unknown';
  if (note.data.machine !== now.machine) return 'other-pc';
  return note.data.user === now.user ? 'same' : 'other-user';
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
