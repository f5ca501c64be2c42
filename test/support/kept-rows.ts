import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { createBundles } from '../../main/certificate/bundles.ts';
import { createCertificateFiles } from '../../main/certificate/files.ts';
import { systemRandom } from '../../main/certificate/passphrases.ts';
import { createPendingKeys } from '../../main/certificate/pending-key.ts';
import { createPendingWaits } from '../../main/certificate/pending-wait.ts';
import type { Bundle } from '../../main/certificate/pkcs12.ts';
import { serialOf } from '../../main/certificate/x509.ts';
import { compareDesignatedPc, noteDesignatedPc } from '../../main/diagnosis/designated-pc.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import { openRequestStore, requestFile } from '../../main/release-request/request-store.ts';
import { openPreferences, preferencesFile } from '../../main/settings/preferences.ts';
import { programFile, type programFiles } from '../../main/support/kept-files.ts';
import type { KeptValue } from '../../main/support/kept-value.ts';
import type { DiskOptions } from '../../main/support/whole-file.ts';
import type { ProblemCode } from '../../preload/contract/problem.ts';
import { memoryPassphrases } from '../../tools/est/certificate-place.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { requestEntries } from '../../tools/window/snapshots.ts';
import { contractorId, memoryKeychain, procedureWorld, settled, walkTo } from '../unit/procedure-world.ts';
import { manualClock } from './manual-clock.ts';
import { createTestAuthority } from './test-authority.ts';

/** Each file that the program keeps, as the program uses it, for the table of faults. */

/** A file in use, from a start of the program on. */
export type Use = {
  /** The problem that the person sees; 'log' where the log alone tells, null where nothing is told. */
  told(): string | null;
  /** Whether what was laid is seen. */
  seesLaid(): boolean;
  /** What is seen, for a comparison. */
  sees(): unknown;
  /** Writes something new. @returns the problem of it */
  write(): Promise<string | null>;
  /** The obstacle is gone: time passes, or the person presses what they are offered. */
  again(): Promise<void>;
};

export type Row = {
  readonly path: string;
  /** Lays a sound file, as the program writes it. */
  lay(): Promise<void>;
  /** The program starts. */
  begin(): Promise<Use>;
  /** What is told of a file that cannot be read now, or is damaged. */
  readonly told: { readonly unavailable: ProblemCode | null; readonly damaged: ProblemCode | 'log' | null };
  /** What was there is worth nothing beside what is new. */
  readonly replaceable?: true;
};

/** Files that are read and written whole; the log has a test of its own. */
export type WholeFileName = Exclude<keyof typeof programFiles, 'log' | 'olderLog'>;
export type MakeRow = (dir: string, options: DiskOptions) => Row;

const codeOf = (outcome: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => outcome.problem?.code ?? null;

const journal: MakeRow = (dir, options) => {
  const path = programFile(dir, 'journal');
  const secrets = memoryKeychain();
  const start = () => procedureWorld({ journal: openJournal(path, options), secrets });
  return {
    path,
    told: { unavailable: 'journal-unavailable', damaged: 'journal-unreadable' },
    lay: async () => walkTo(await start(), 'awaitingRelease'),
    async begin() {
      const world = await start();
      const shown = () => {
        const state = world.state();
        const shown = 'problem' in state ? state.problem : null;
        return (shown ?? world.runner.snapshot().notice)?.code ?? null;
      };
      const steps = [world.procedure.reportReleaseRequested, world.procedure.reportReleased, world.procedure.chooseAdministratorLogon];
      return {
        told: shown,
        seesLaid: () => world.state().step === 'awaitingRelease',
        sees: () => world.state().step,
        async write() {
          await world.procedure.dismissNotice(undefined);
          for (const step of steps) if ((await step(undefined)).ok) return shown();
          return shown() ?? 'no step';
        },
        async again() {
          if (world.state().step === 'journalUnavailable') await world.procedure.readJournalAgain(undefined);
          for (const alarm of world.alarms.splice(0)) alarm.run();
          await world.runner.settled();
          await settled();
        },
      };
    },
  };
};

const themes = ['dark', 'light'] as const;
const things = ['customerCard'] as const;

/** A value that comes back by itself. */
function useOf<T>(
  store: KeptValue<T>,
  log: ReturnType<typeof createMemoryLog>,
  clock: ReturnType<typeof manualClock>,
  laid: (value: T) => boolean,
  next: () => Partial<T>,
): Use {
  const isLogged = () => log.raw.some(({ event }) => event.endsWith('.unreadable'));
  return {
    told: () => (store.isUnavailable() ? 'file-unavailable' : isLogged() ? 'log' : null),
    seesLaid: () => laid(store.current()),
    sees: () => store.current(),
    write: async () => codeOf(await store.change(next())),
    async again() {
      clock.pass(5_000);
      await store.settled();
      await settled();
    },
  };
}

const preferences: MakeRow = (dir, options) => {
  const file = () => preferencesFile(dir, options);
  let turn = 0;
  const open = async () => {
    const [clock, log] = [manualClock(), createMemoryLog()];
    const store = await openPreferences({ file: file(), locale: 'en', clock, log });
    return {
      store,
      use: useOf(
        store,
        log,
        clock,
        ({ language }) => language === 'ko',
        () => ({ theme: themes[turn++ % 2] ?? 'dark' }),
      ),
    };
  };
  return {
    path: file().path,
    told: { unavailable: 'file-unavailable', damaged: 'log' },
    lay: async () => void (await (await open()).store.change({ language: 'ko' })),
    begin: async () => (await open()).use,
  };
};

const releaseRequest: MakeRow = (dir, options) => {
  const file = () => requestFile(dir, options);
  let turn = 0;
  const open = async () => {
    const [clock, log] = [manualClock(), createMemoryLog()];
    const store = await openRequestStore({ file: file(), clock, log });
    return {
      store,
      use: useOf(
        store,
        log,
        clock,
        ({ entries }) => entries.company === requestEntries.company,
        () => ({ prepared: things.slice(0, turn++ % 2) }),
      ),
    };
  };
  return {
    path: file().path,
    told: { unavailable: 'file-unavailable', damaged: 'log' },
    lay: async () => void (await (await open()).store.change({ entries: requestEntries })),
    begin: async () => (await open()).use,
  };
};

/** Nobody is accused of what cannot be looked at; the examination makes a note that is missing. */
const designatedPc: MakeRow = (dir, options) => {
  const pc = { machine: 'id:1', earlier: 'earlier', user: 'user' };
  return {
    path: programFile(dir, 'designatedPc'),
    told: { unavailable: null, damaged: null },
    lay: async () => void (await noteDesignatedPc(dir, pc, options)),
    async begin() {
      let compared = await compareDesignatedPc(dir, pc, options);
      return {
        told: () => (compared === 'other-pc' || compared === 'other-user' ? 'accused' : null),
        seesLaid: () => compared === 'same',
        sees: () => compared,
        write: async () => {
          const code = codeOf(await noteDesignatedPc(dir, pc, options));
          compared = await compareDesignatedPc(dir, pc, options);
          return code;
        },
        again: async () => {
          compared = await compareDesignatedPc(dir, pc, options);
        },
      };
    },
  };
};

/** One certificate for all rows: keys take long to make. */
let made: Bundle | null = null;
function certificateOnce(): Bundle {
  if (made !== null) return made;
  const { key, certificate } = createTestAuthority('Table').issue({ commonName: contractorId });
  made = { key: createPrivateKey(key), leaf: new X509Certificate(certificate), issuers: [] };
  return made;
}

const bundle: MakeRow = (dir, options) => {
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

const pendingKey: MakeRow = (dir, options) => {
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
const pendingWait: MakeRow = (dir, options) => {
  const named = { contractorId, right: 'right' };
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

export const wholeFiles: Readonly<Record<WholeFileName, MakeRow>> = { journal, preferences, releaseRequest, designatedPc, bundle, pendingKey, pendingWait };
