import { cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../main/practice-bank/storage/database.ts';
import { bankFile, bankFolder, programFile } from '../../main/support/kept-files.ts';
import { lockKeychain, newHome, next, secretsOf, startProgram, stopBank, type WholeProgram, walkTo } from './whole-program.ts';

/**
 * One journey, taken down at each of its moments: what lies on the PC (journal, keychain, certificates, the browsers'
 * store) and what the bank knows. Out of these a home is made in which each of the three may be as it was at another
 * moment, gone, damaged, or not to be had now.
 */

/** issued: the bank has issued, and its answer was lost; fetched: the bundle is on the disk, and nothing is installed yet. */
export const moments = ['locked', 'newPins', 'oneTimePassword', 'certificateRequired', 'issued', 'fetched', 'certificateReady'] as const;
export type Moment = (typeof moments)[number];

export const parts = ['journal', 'keychain', 'certificates'] as const;
export type Part = (typeof parts)[number];
export type Condition = 'sound' | 'unavailable' | 'absent' | 'older' | 'damaged';

type Taken = { readonly home: string; readonly secrets: ReadonlyMap<string, string> };

/** Takes what is on the PC of a running program, and what its bank knows. */
function take(home: string): Taken {
  const copy = newHome();
  for (const name of ['certificates', '.pki', 'procedure.json'])
    if (existsSync(join(home, name))) cpSync(join(home, name), join(copy, name), { recursive: true });
  const bank = join(home, bankFolder);
  cpSync(bank, join(copy, bankFolder), { recursive: true, filter: (path) => !path.includes('bank.sqlite') });
  const database = openDatabase(bank);
  database.exec(`VACUUM INTO '${bankFile(join(copy, bankFolder), 'bankDatabase')}'`);
  database.close();
  return { home: copy, secrets: new Map(secretsOf(home)) };
}

/** Goes the whole way once. @returns what lay where at each moment */
export async function journey(): Promise<ReadonlyMap<Moment, Taken>> {
  const taken = new Map<Moment, Taken>();
  const home = newHome();
  const note = (moment: Moment) => void (taken.has(moment) || taken.set(moment, take(home)));
  const program = await startProgram(home, {
    onState: ({ step }) => {
      const moment = moments.find((one) => one === step);
      if (moment !== undefined) note(moment);
    },
    // The stages are told faster than the journal keeps them: what is done to the store says where the retrieval is.
    onTool: (args) => args.some((one) => one.includes('pk12util')) && note('fetched'),
  });
  await next(program, 'start');
  note('locked');
  await walkTo(program, 'certificateReady');
  await stopBank(program);
  const fetched = taken.get('fetched');
  if (fetched === undefined) throw new Error('nothing was fetched');
  const issued = { home: newHome(), secrets: new Map([...fetched.secrets].filter(([account]) => !/^(?:certificate|retrieved)\//u.test(account))) };
  cpSync(fetched.home, issued.home, { recursive: true });
  for (const name of readdirSync(join(issued.home, 'certificates'))) if (name.endsWith('.p12')) rmSync(join(issued.home, 'certificates', name));
  taken.set('issued', issued);
  return taken;
}

export type Home = {
  readonly folder: string;
  /** Whether a part cannot be had now. */
  setAvailable(part: Part, isAvailable: boolean): void;
  /** @returns parts that could not be had from the start on, and in whose place something was put before they could */
  writtenOver(): readonly Part[];
};

const pathOf = (folder: string, part: 'journal' | 'certificates') => (part === 'journal' ? programFile(folder, 'journal') : join(folder, 'certificates'));

/** @param conditions what became of each part; older: as it was at that moment */
export function makeHome(taken: ReadonlyMap<Moment, Taken>, moment: Moment, conditions: Readonly<Record<Part, Condition>>, older: Moment): Home {
  const folder = newHome();
  const at = (one: Moment): Taken => {
    const found = taken.get(one);
    if (found === undefined) throw new Error(`${one} was not taken`);
    return found;
  };
  cpSync(at(moment).home, folder, { recursive: true });
  const secrets = secretsOf(folder);
  const secretsOfMoment = conditions.keychain === 'older' ? at(older).secrets : at(moment).secrets;
  if (conditions.keychain !== 'absent')
    for (const [account, secret] of secretsOfMoment) secrets.set(account, conditions.keychain === 'damaged' ? 'spoilt' : secret);
  for (const part of ['journal', 'certificates'] as const) spoil(pathOf(folder, part), conditions[part], pathOf(at(older).home, part));
  const home = availability(folder);
  for (const part of parts) home.setAvailable(part, conditions[part] !== 'unavailable');
  return home;
}

function spoil(path: string, condition: Condition, older: string): void {
  if (condition === 'absent' || condition === 'older') rmSync(path, { recursive: true, force: true });
  if (condition === 'older' && existsSync(older)) cpSync(older, path, { recursive: true });
  if (condition === 'damaged' && existsSync(path)) for (const file of filesIn(path)) writeFileSync(file, readFileSync(file).subarray(0, 100));
}

const filesIn = (path: string): readonly string[] => (lstatSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]);

/** A link to itself is there and cannot be read, for root as well; what it stands for waits beside. */
function availability(folder: string): Home {
  const away = (part: 'journal' | 'certificates') => join(folder, `away-${part}`);
  const over = new Set<Part>();
  /** What could be had once is known to the program: what it writes over it is newer. */
  const known = new Set<Part>();
  return {
    folder,
    setAvailable(part, isAvailable) {
      if (part === 'keychain') return lockKeychain(folder, !isAvailable);
      const [path, kept] = [pathOf(folder, part), away(part)];
      const isAway = existsSync(kept);
      if (!isAvailable && !isAway) {
        // What is not there yet cannot be held by anybody.
        if (!existsSync(path)) return;
        renameSync(path, kept);
        symlinkSync(path, path);
      } else if (isAvailable && isAway) {
        const isReplaced = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true;
        if (isReplaced && !known.has(part)) over.add(part);
        rmSync(isReplaced && known.has(part) ? kept : path, { recursive: true, force: true });
        if (existsSync(kept)) renameSync(kept, path);
      }
      if (isAvailable) known.add(part);
    },
    writtenOver: () => [...over],
  };
}

/** What the person does next, by what is on the screen. @returns false where there is nothing to press */
export async function pressNext(program: WholeProgram): Promise<boolean> {
  const { state, interruptedAt, offer } = program.procedure();
  const problem = 'problem' in state ? (state.problem?.code ?? null) : null;
  const press = async (name: string) => void (await program.ask('procedure', name));
  if (state.step === 'journalUnavailable') await press('readJournalAgain');
  else if (interruptedAt !== null) await press('resume');
  // The branch has released the contract meanwhile: what lay here before is of no use until it is activated again.
  else if (problem === 'step-out-of-order') await startOver(program);
  else if (offer !== null && !startedOver.has(program)) await press('takeOffer');
  else if (state.step === 'retrieval') await press('retrieveCertificate');
  else if (state.step === 'loggedOn' || state.step === 'renewal') return false;
  else await next(program, state.step);
  await settled(program);
  return true;
}

const startedOver = new WeakSet<WholeProgram>();
async function startOver(program: WholeProgram): Promise<void> {
  startedOver.add(program);
  await program.ask('procedure', 'startOver');
}

/** What was asked for has come to its end, whatever that is. */
async function settled(program: WholeProgram): Promise<void> {
  const end = Date.now() + 60_000;
  const isBusy = () => {
    const { state } = program.procedure();
    return 'phase' in state && ['running', 'sending', 'cancelling'].includes(state.phase);
  };
  while (isBusy()) {
    if (Date.now() > end) throw new Error(`${program.procedure().state.step} never ended`);
    await new Promise((resolve) => void setTimeout(resolve, 10));
  }
}
