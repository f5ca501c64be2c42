import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { createBundles } from '../../main/certificate/bundles.ts';
import { createCertificateFiles } from '../../main/certificate/files.ts';
import { systemRandom } from '../../main/certificate/passphrases.ts';
import { createPendingKeys } from '../../main/certificate/pending-key.ts';
import { createPendingWaits } from '../../main/certificate/pending-wait.ts';
import type { Bundle } from '../../main/certificate/pkcs12.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { programFile } from '../../main/support/kept-files.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { memoryPassphrases } from '../../tools/est/certificate-place.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { contractorId } from '../unit/procedure-world.ts';
import { codeOf, type MakeRow } from './kept-row.ts';
import { manualClock } from './manual-clock.ts';
import { createTestAuthority } from './test-authority.ts';

/** The certificate's files, as the program uses them, for the table of what a disk can refuse. */

/** One certificate for all rows: keys take long to make. */
let made: Bundle | null = null;
function certificateOnce(): Bundle {
  if (made !== null) return made;
  const { key, certificate } = createTestAuthority('Table').issue({ commonName: contractorId });
  made = { key: createPrivateKey(key), leaf: new X509Certificate(certificate), issuers: [] };
  return made;
}

export const bundle: MakeRow = (dir, options) => {
  const files = createCertificateFiles(dir, options);
  const bundles = createBundles({ files, passphrases: memoryPassphrases(), random: systemRandom });
  const certificate = certificateOnce();
  const name = { contractorId, serial: serialOf(certificate.leaf) };
  return {
    path: files.bundlePath(name),
    told: { unavailable: 'certificate-file-unavailable', damaged: 'certificate-file-unreadable' },
    lay: async () => void (await bundles.keep(contractorId, certificate)),
    async begin() {
      let read = await bundles.read(name);
      const again = async () => {
        read = await bundles.read(name);
      };
      const fingerprint = () => (read.ok ? (read.value?.bundle.leaf.fingerprint256 ?? null) : read.problem.code);
      return {
        told: () => codeOf(read),
        seesLaid: () => fingerprint() === certificate.leaf.fingerprint256,
        sees: fingerprint,
        write: async () => {
          const code = codeOf(await bundles.keep(contractorId, certificate));
          await again();
          return code;
        },
        again,
      };
    },
  };
};

const keyName = (key: KeyObject | null) =>
  key &&
  createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest('hex');

export const pendingKey: MakeRow = (dir, options) => {
  const files = createCertificateFiles(dir, options);
  const take = async () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const keys = createPendingKeys({ files, passphrases: memoryPassphrases(), random: systemRandom, log: createMemoryLog(), take });
  let laid: string | null = null;
  return {
    path: programFile(dir, 'pendingKey', { contractorId }),
    // One that is damaged can never be opened again: another one is made unasked.
    told: { unavailable: 'pending-key-unreadable', damaged: null },
    async lay() {
      const obtained = await keys.obtain(contractorId);
      laid = keyName(obtained.ok ? obtained.value.key : null);
    },
    async begin() {
      let obtained = await keys.obtain(contractorId);
      const again = async () => {
        obtained = await keys.obtain(contractorId);
      };
      const sees = () => keyName(obtained.ok ? obtained.value.key : null);
      return {
        told: () => codeOf(obtained),
        seesLaid: () => sees() === laid,
        sees,
        async write() {
          await again();
          const written = obtained.ok ? await keys.enlarge(contractorId, 0) : obtained;
          if (written.ok) obtained = written;
          return codeOf(written);
        },
        again,
      };
    },
  };
};

/** The bank says the time again: what is not known is asked for, and a new one takes the place of any other. */
export const pendingWait: MakeRow = (dir, options) => {
  const named = { contractorId, right: new Redacted('right') };
  const start = new Date('2026-11-22T02:00:00Z');
  const until = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
  const open = () => createPendingWaits({ dataDir: dir, ...options, clock: manualClock(start), log: createMemoryLog() });
  let turn = 1;
  return {
    path: programFile(dir, 'pendingWait', { contractorId }),
    told: { unavailable: null, damaged: null },
    replaceable: true,
    lay: async () => open().keep(named, until(1)),
    async begin() {
      const log = createMemoryLog();
      const waits = createPendingWaits({ dataDir: dir, ...options, clock: manualClock(start), log });
      let read = await waits.read(named);
      const again = async () => {
        read = await waits.read(named);
      };
      return {
        told: () => null,
        seesLaid: () => read?.getTime() === until(1).getTime(),
        sees: () => read,
        async write() {
          const lines = log.lines.length;
          turn += 1;
          await waits.keep(named, until(turn));
          await again();
          return log.lines.length > lines ? 'log' : null;
        },
        again,
      };
    },
  };
};
