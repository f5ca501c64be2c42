import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase, readRows } from '../../main/practice-bank/storage/database.ts';
import { bankFiles, bankFolder, programFiles } from '../../main/support/kept-files.ts';
import { helpsReissue } from '../../preload/contract/problem-facts.ts';
import { type Condition, type Home, journey, type Moment, makeHome, moments, type Part, parts, pressNext } from './disturbed-home.ts';
import { closePrograms, secretsOf, startProgram, type WholeProgram } from './whole-program.ts';

/**
 * Journal × keychain × certificates, each of them sound, not to be had now, gone, as it was earlier, or damaged, and what
 * cannot be had now coming and going while the person presses: the program starts, writes over nothing that is sound,
 * loses no right, and always has a way on; and once everything can be had again it ends where it would have ended.
 */

let taken: Awaited<ReturnType<typeof journey>>;
beforeAll(async () => {
  taken = await journey();
});
afterAll(closePrograms);

type Turn = { readonly part: Part; readonly isAvailable: boolean };
type Case = {
  readonly moment: Moment;
  readonly conditions: Readonly<Record<Part, Condition>>;
  readonly older: Moment;
  /** Before each press: what comes or goes. */
  readonly turns: readonly (Turn | null)[];
};

const condition = fc.constantFrom<Condition>('sound', 'unavailable', 'absent', 'older', 'damaged');
const turn = fc.option(fc.record({ part: fc.constantFrom(...parts), isAvailable: fc.boolean() }), { nil: null, freq: 2 });
const cases: fc.Arbitrary<Case> = fc
  .record({
    moment: fc.constantFrom(...moments),
    back: fc.nat({ max: moments.length }),
    conditions: fc.record({ journal: condition, keychain: condition, certificates: condition }),
    turns: fc.array(turn, { maxLength: 6 }),
  })
  .map(({ moment, back, conditions, turns }) => ({ moment, conditions, turns, older: moments[Math.max(0, moments.indexOf(moment) - 1 - back)] ?? moment }));

/** Nothing is lost: all that is wrong passes. */
const isPassing = ({ conditions }: Case) => parts.every((part) => conditions[part] === 'sound' || conditions[part] === 'unavailable');

const broke = (program: WholeProgram) => program.log.raw.filter(({ event }) => /broke|start-failed|not-given-back/u.test(event));
const problemOf = (program: WholeProgram) => {
  const { state } = program.procedure();
  return 'problem' in state ? (state.problem?.code ?? null) : null;
};

/** Where the person stands, for the report of a failure. */
const hereOf = (program: WholeProgram): string => {
  const { state, interruptedAt, offer } = program.procedure();
  return [state.step, problemOf(program), interruptedAt === null ? null : 'interrupted', offer === null ? null : `offer ${offer.kind}`]
    .filter((word) => word !== null)
    .join(', ');
};

/** The first start, with what cannot be had now coming and going between the presses. */
async function disturb(home: Home, { turns }: Case, trace: string[]): Promise<void> {
  const program = await startProgram(home.folder);
  for (const one of turns) {
    if (one !== null) home.setAvailable(one.part, one.isAvailable);
    trace.push(hereOf(program));
    await pressNext(program);
    expect(program.told()).not.toBe('internal');
  }
  for (const part of parts) home.setAvailable(part, true);
  await program.end();
  expect(broke(program)).toEqual([]);
}

/** The second start: the person presses what they are offered. @returns the problem at which nothing more can be done, null where they are logged on */
async function goOn(home: Home, trace: string[] = []): Promise<string | null> {
  const program = await startProgram(home.folder);
  const seen = new Map<string, number>();
  try {
    for (let presses = 0; presses < 60; presses += 1) {
      const here = hereOf(program);
      trace.push(here);
      seen.set(here, (seen.get(here) ?? 0) + 1);
      // Pressed three times with the same answer: from here another press does not help.
      if ((seen.get(here) ?? 0) > 3) return problemOf(program) ?? program.told() ?? `stuck at ${here}`;
      if (!(await pressNext(program))) return null;
    }
    return 'went in circles';
  } finally {
    await program.end();
    expect(broke(program)).toEqual([]);
  }
}

const certificateRow = z.object({ serial: z.string(), revoked_at: z.string().nullable() });
function issued(folder: string): readonly string[] {
  const database = openDatabase(join(folder, bankFolder));
  const rows = readRows(database, certificateRow, 'SELECT serial, revoked_at FROM certificates WHERE revoked_at IS NULL');
  database.close();
  return rows.map(({ serial }) => serial);
}

/** What may not be lost while no certificate is installed: the right to it, and the key that was asked with. */
const rights = (folder: string) => [...secretsOf(folder).keys()].filter((account) => account === 'enrolment-grant' || account.startsWith('pending-key/'));

const runs = Number(process.env.KAITSU_RUNS ?? 20);

test(`in ${runs} random states of journal, keychain and certificates the program loses nothing and goes on`, { timeout: runs * 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const home = makeHome(taken, one.moment, one.conditions, one.older);
      const before = rights(home.folder);
      const trace: string[] = [];
      await disturb(home, one, trace);
      trace.push('second start');
      expect(home.writtenOver()).toEqual([]);
      const isInstalled =
        readdirSync(home.folder).includes('certificates') && readdirSync(join(home.folder, 'certificates')).some((name) => name.endsWith('.p12'));
      if (!isInstalled) expect(rights(home.folder)).toEqual(expect.arrayContaining(before));
      const end = await goOn(home, trace);
      if (isPassing(one)) {
        expect(end, trace.join(' > ')).toBeNull();
        expect(issued(home.folder)).toHaveLength(1);
        const [first] = issued(taken.get(one.moment)?.home ?? '');
        if (first !== undefined) expect(issued(home.folder)).toEqual([first]);
      } else if (end !== null) expect(helpsReissue(end as never), [...trace, end].join(' > ')).toBe(true);
    }),
    {
      numRuns: runs,
      endOnFailure: true,
      ...(process.env.KAITSU_SEED === undefined ? {} : { seed: Number(process.env.KAITSU_SEED), path: process.env.KAITSU_PATH ?? '' }),
    },
  );
});

test('what a whole journey leaves in the folders stands in the list of kept files', async () => {
  const home = makeHome(taken, 'certificateReady', { journal: 'sound', keychain: 'sound', certificates: 'sound' }, 'locked');
  expect(await goOn(home)).toBeNull();
  const patterns = [...Object.values(programFiles), ...Object.values(bankFiles).map((name) => `${bankFolder}/${name}`)].map(
    (place) => new RegExp(`^${place.replaceAll('.', '\\.').replace(/<\w+>/gu, '[0-9A-Z-]+')}$`, 'u'),
  );
  const found = readdirSync(home.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(home.folder, join(entry.parentPath, entry.name)));
  // The browsers' store is theirs; SQLite lays two beside its database.
  const ours = found.filter((path) => !path.startsWith('.pki') && !/\.sqlite-(?:wal|shm)$/u.test(path));
  expect(ours.length).toBeGreaterThan(6);
  expect(ours.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(existsSync(join(home.folder, programFiles.designatedPc))).toBe(true);
});
