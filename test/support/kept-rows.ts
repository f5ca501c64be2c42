import { readBankFile } from '../../main/bank-file/bank-file.ts';
import { keptBankFile } from '../../main/bank-file/kept-bank.ts';
import { compareDesignatedPc, noteDesignatedPc } from '../../main/diagnosis/designated-pc.ts';
import { openPlaceFile } from '../../main/places/open-place.ts';
import { openJournal } from '../../main/procedure/journal.ts';
import { openRequestStore, requestFile } from '../../main/release-request/request-store.ts';
import { openReminderStore, reminderFile } from '../../main/reminders/reminders.ts';
import { openPreferences, preferencesFile } from '../../main/settings/preferences.ts';
import { programFile } from '../../main/support/kept-files.ts';
import type { KeptValue } from '../../main/support/kept-value.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';
import { memoryKeychain, procedureWorld, settled, walkTo } from '../unit/procedure-world.ts';
import { bankFile, signingKey, today } from './bank-files.ts';
import { bundle, pendingKey, pendingWait } from './kept-certificate-rows.ts';
import { handOver, handOverEnd } from './kept-hand-over-rows.ts';
import { codeOf, type MakeRow, type Use, type WholeFileName } from './kept-row.ts';
import { manualClock } from './manual-clock.ts';

/** Every file that is read and written whole, as the program uses it, for the table of what a disk can refuse. */

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
      const steps = [
        world.procedure.chooseLockedOut,
        world.procedure.reportReleaseRequested,
        world.procedure.reportReleased,
        world.procedure.chooseAdministratorLogon,
      ];
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

/** Until what was shown can be read, nothing is known of it: a reminder may come twice. */
const reminders: MakeRow = (dir, options) => {
  const file = () => reminderFile(dir, options);
  let step = 14;
  const open = async () => {
    const [clock, log] = [manualClock(), createMemoryLog()];
    const store = await openReminderStore({ file: file(), clock, log });
    return {
      store,
      use: useOf(
        store,
        log,
        clock,
        ({ serial }) => serial === '0A',
        () => ({ step: step-- }),
      ),
    };
  };
  return {
    path: file().path,
    told: { unavailable: 'file-unavailable', damaged: 'log' },
    lay: async () => void (await (await open()).store.change({ serial: '0A', step: 30, day: '2026-12-01', snoozedUntil: '' })),
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

/** A bank that was taken, as the command line looks at it: once, each time. */
const bank: MakeRow = (dir, options) => {
  const key = signingKey();
  const file = keptBankFile(dir, 'asahi', options);
  const keep = (version: number) => {
    const read = readBankFile(bankFile(key, { version }));
    if (!read.ok) throw new Error(read.problem.code);
    return file.write({ signer: read.value.thumbprint, current: { file: read.value, takenAt: today.toISOString() }, waiting: null });
  };
  let version = 3;
  return {
    path: file.path,
    told: { unavailable: 'file-unavailable', damaged: 'bank-file-damaged' },
    lay: async () => {
      await file.read();
      await keep(version);
    },
    async begin() {
      let found = await file.read();
      const sees = () => (found.ok ? (found.value?.current.file.content.version ?? null) : null);
      return {
        told: () => codeOf(found),
        seesLaid: () => sees() === 3,
        sees,
        async write() {
          version += 1;
          const code = codeOf(await keep(version));
          if (code === null) found = await file.read();
          return code;
        },
        again: async () => {
          found = await file.read();
        },
      };
    },
  };
};

/** Which place was open last. Where that cannot be known now, the list of places says so, and choosing one is the way on. */
const openPlace: MakeRow = (dir, options) => {
  const file = openPlaceFile(dir, options);
  let number = 1;
  return {
    path: file.path,
    told: { unavailable: 'file-unavailable', damaged: null },
    lay: async () => void (await file.write('asahi.1')),
    async begin() {
      let last = await file.read();
      const sees = () => (last.kind === 'place' ? last.id : last.kind);
      return {
        told: () => (last.kind === 'unavailable' ? 'file-unavailable' : null),
        seesLaid: () => sees() === 'asahi.1',
        sees,
        async write() {
          number += 1;
          const code = codeOf(await file.write(`asahi.${number}`));
          if (code === null) last = await file.read();
          return code;
        },
        again: async () => {
          last = await file.read();
        },
      };
    },
  };
};

export const wholeFiles: Readonly<Record<WholeFileName, MakeRow>> = {
  journal,
  preferences,
  releaseRequest,
  reminders,
  designatedPc,
  bank,
  openPlace,
  handOver,
  handOverEnd,
  bundle,
  pendingKey,
  pendingWait,
};
