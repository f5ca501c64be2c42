import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { BankProfile } from '../../main/bank/profile.ts';
import { applicationFormSchema, customerCardSchema } from '../../preload/contract/practice.ts';
import type { StepName } from '../../preload/contract/procedure.ts';
import { type ExampleBank, exampleBanks } from '../support/example-banks.ts';
import { bundleBank } from './bank-bundle.ts';
import { closePrograms, type Desk, newHome, startProgram, walkTo } from './whole-program.ts';

/**
 * The whole journey at each of the example banks: the program as it is set up for a bank of its own address, over TLS, and
 * the practice bank as a process of its own, started with that bank's profile as `npm run bank -- --profile FILE` does.
 */

const outDir = resolve(import.meta.dirname, `../../out/example-banks-${process.pid}`);
const processes: ChildProcess[] = [];
let script: string;

beforeAll(async () => {
  script = await bundleBank(outDir);
});
afterAll(async () => {
  await closePrograms();
  for (const one of processes) one.kill('SIGKILL');
  rmSync(outDir, { recursive: true, force: true });
});

const papersSchema = z.object({ customerCard: customerCardSchema, applicationForm: applicationFormSchema });
const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, [script, ...args]);

/** Starts the bank, and waits until it has said where it answers. */
async function serve({ file }: ExampleBank, data: string): Promise<Pick<BankProfile, 'baseUrl' | 'authority'>> {
  const child = spawn(process.execPath, [script, '--profile', file, '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  const said = new Map<string, string>();
  for await (const line of createInterface(child.stdout)) {
    const [, name = '', value = ''] = /^([^:]+): (.+)$/u.exec(line) ?? [];
    said.set(name, value);
    if (line.startsWith('Stop with')) break;
  }
  return { baseUrl: said.get('Practice bank') ?? '', authority: readFileSync(said.get('Authority') ?? '', 'utf8') };
}

/** New PINs as this bank wants them: as long as it allows, with all the symbols that it lists. */
function pinOf({ pinRule }: BankProfile, letter: string): string {
  return `${pinRule.symbols}7${letter.repeat(pinRule.maxLength)}`.slice(0, pinRule.maxLength);
}

async function deskAt(profile: BankProfile, data: string): Promise<Desk> {
  const { customerCard, applicationForm } = papersSchema.parse(JSON.parse((await run('papers', '--data', data)).stdout));
  return {
    contractorId: customerCard.contractorId,
    registrationPin: applicationForm.registrationPin,
    cell: (row, column) => customerCard.oneTimePasswords[row - 1]?.[column - 1] ?? '',
    release: () => run('release', customerCard.contractorId, '--data', data),
    newPins: { logonPin: pinOf(profile, 'a'), confirmationPin: pinOf(profile, 'b') },
  };
}

/** The steps between the identification and the logon, as each bank has them. */
const ways: Readonly<Record<BankProfile['stepOrder'], readonly StepName[]>> = {
  activationFirst: ['identification', 'newPins', 'oneTimePassword', 'certificateRequired', 'retrieval', 'certificateReady'],
  certificateFirst: ['identification', 'oneTimePassword', 'certificateRequired', 'retrieval', 'identification', 'newPins', 'certificateReady'],
};

describe.each(exampleBanks)('at $profile.name.ja', (example) => {
  test('an administrator gets from the lock to the logon', async () => {
    const home = newHome();
    const data = join(home, 'bank');
    const address = await serve(example, data);
    const profile = { ...example.profile, ...address };
    const passed: StepName[] = [];
    const onState = ({ step }: { readonly step: StepName }) => void (passed.at(-1) === step || passed.push(step));
    const program = await startProgram(home, { profile, desk: await deskAt(profile, data), onState });
    await walkTo(program, 'loggedOn');
    expect(passed.slice(passed.indexOf('identification'), -1)).toEqual(ways[profile.stepOrder]);
    // The window shows what this bank allows.
    expect(program.states.read('bank').value).toMatchObject({ name: profile.name, wrongAttemptLimit: profile.wrongAttemptLimit, pinRule: profile.pinRule });
    await program.logOff();
    await program.end();
    const bank = processes.at(-1);
    bank?.kill('SIGINT');
    if (bank !== undefined) expect(await once(bank, 'exit')).toEqual([0, null]);
  });
});
