import { createHash } from 'node:crypto';
import type { ContractorId } from '../../preload/contract/identities.ts';
import type { DiskCode, Outcome } from '../../preload/contract/problem.ts';
import { longestRetryAfter } from '../bank/http-retry.ts';
import { diskProblem } from '../support/disk-problem.ts';
import { programFile } from '../support/kept-files.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { Secret } from '../support/redacted.ts';
import { type DiskOptions, defaultPatience, freeAsideName, moveAway, readWhole, systemDisk, writeWhole } from '../support/whole-file.ts';

/**
 * When the bank wants to be asked again (RFC 7030 section 4.2.3: the client MUST wait). It lies beside the pending
 * key, so that neither a cancel nor a restart makes Kaitsu ask earlier.
 */
export type PendingWaits = {
  /** @returns the time to wait for; null where there is none, where it is over, or where it was named under another right */
  read(enrolment: NamedEnrolment): Promise<Date | null>;
  /** A disk that refuses is logged: for as long as the program runs, the time is known all the same. */
  keep(enrolment: NamedEnrolment, until: Date): Promise<void>;
  forget(contractorId: ContractorId): Promise<void>;
};

/** right: under what the certificate is asked for (the enrolment secret, the certificate to be renewed); only its hash is kept. */
export type NamedEnrolment = { readonly contractorId: ContractorId; readonly right: Secret };

type Parts = DiskOptions & { readonly dataDir: string; readonly clock: Clock; readonly log: Log };

/** @param parts dataDir: the program's data folder */
export function createPendingWaits({ dataDir, disk = systemDisk, patience = defaultPatience, clock, log }: Parts): PendingWaits {
  const held = new Map<string, string>();
  const pathOf = (contractorId: ContractorId) => programFile(dataDir, 'pendingWait', { contractorId });
  const tellLog = (code: DiskCode) => log.warn('certificate.pending-wait-not-kept', { code });

  /** A time that no bank can have given here comes from a clock that was wrong, or from another hand. */
  function sound(until: Date): Date | null {
    const left = until.getTime() - clock.now().getTime();
    return left > 0 && left <= longestRetryAfter ? until : null;
  }

  /** A time that cannot be read is not waited for: the bank says it again. */
  async function readKept(contractorId: ContractorId): Promise<string> {
    const file = await readWhole(pathOf(contractorId), disk, patience);
    return file.kind === 'content' ? file.content.toString('latin1') : '';
  }

  return {
    async read({ contractorId, right }) {
      const text = held.get(contractorId) ?? (await readKept(contractorId));
      const [, until = '', under = ''] = /^([0-9TZ:.-]{20,30}) ([0-9a-f]{16})$/u.exec(text.trim()) ?? [];
      return under === hashOf(right) ? sound(new Date(until)) : null;
    },
    async keep({ contractorId, right }, until) {
      const text = `${until.toISOString()} ${hashOf(right)}`;
      held.set(contractorId, text);
      const path = pathOf(contractorId);
      // A folder in its place would refuse every time.
      if ((await readWhole(path, disk, patience)).kind === 'unusable') await moveAway(path, await freeAsideName(path, disk), disk, patience);
      const written: Outcome<void, DiskCode> = await writeWhole(path, text, disk, patience);
      if (!written.ok) tellLog(written.problem.code);
    },
    async forget(contractorId) {
      held.delete(contractorId);
      await disk.remove(pathOf(contractorId)).catch((error: unknown) => tellLog(diskProblem(error).problem.code));
    },
  };
}

function hashOf(right: Secret): string {
  return createHash('sha256').update(right.reveal()).digest('hex').slice(0, 16);
}
