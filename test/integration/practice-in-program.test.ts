import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bankCommand } from '../../main/cli/bank-command.ts';
import { preflightSchema } from '../../preload/contract/preflight.ts';
import type { PreflightFinding } from '../../preload/contract/preflight-findings.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import { closePrograms, newHome, startProgram, type WholeProgram, waitFor, walkTo } from './whole-program.ts';

/** Practising in the whole program: a second time, from the command line, and before an attempt is spent. */

afterAll(closePrograms);

const status = (program: WholeProgram) => program.test().bank.papers().contractStatus;
const choose = (program: WholeProgram, code: SituationCode | null) => program.ask('practice', 'setSituation', { code });

test('who practises a second time finds the contract locked again, releases it in the panel and comes to the end again', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'loggedOn');
  expect(status(program)).toBe('active');
  expect(await program.ask('procedure', 'startOver')).toBeNull();
  // At the start nobody is locked out yet: the certificate still leads to the logon.
  expect(status(program)).toBe('active');
  expect(await program.ask('procedure', 'chooseLockedOut')).toBeNull();
  expect(await program.ask('procedure', 'reportReleaseRequested')).toBeNull();
  expect(status(program)).toBe('locked');
  expect(await program.ask('practice', 'releaseLock')).toBeNull();
  expect(await program.ask('procedure', 'reportReleased')).toBeNull();
  expect(status(program)).toBe('released');
  await walkTo(program, 'loggedOn');
});

test('who lost the procedure after its end finds the contract locked as well, once the release is requested', async () => {
  const folder = newHome();
  await walkTo(await startProgram(folder), 'certificateReady');
  rmSync(join(folder, 'procedure.json'));
  const program = await startProgram(folder);
  expect(status(program)).toBe('active');
  expect(await program.ask('procedure', 'chooseLockedOut')).toBeNull();
  expect(await program.ask('procedure', 'reportReleaseRequested')).toBeNull();
  expect(status(program)).toBe('locked');
});

test('who has released the contract, or practises one that is active already, is not locked out by starting over', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'identification');
  await program.ask('procedure', 'startOver');
  expect(status(program)).toBe('released');
  await choose(program, 'activation-already-done');
  await program.ask('procedure', 'startOver');
  expect(status(program)).toBe('active');
});

/** What the command line says to one order. */
async function atCommandLine(program: WholeProgram, ...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const args = [...words, '--data', join(program.folder, 'sandbox-bank')];
  await bankCommand({ args, environment: {}, parentPort: null, print: say, complain: say, onStopSignal: () => undefined, exit: () => undefined });
  return said.join('\n');
}

test('a situation of this PC that was chosen at the command line is told in the running program', async () => {
  const program = await startProgram(newHome());
  await walkTo(program, 'certificateReady');
  expect(program.told()).toBeNull();
  expect(await atCommandLine(program, 'situation', 'remote-session')).toBe('Situation: remote-session');
  await waitFor(() => program.told() === 'remote-session');
  await atCommandLine(program, 'situation', 'usual');
  await waitFor(() => program.told() === null);
});

async function preflight(program: WholeProgram): Promise<readonly (PreflightFinding | null)[]> {
  const read = () => preflightSchema.parse(program.states.read('preflight').value);
  await waitFor(() => read().phase !== 'running');
  expect(await program.ask('preflight', 'run')).toBeNull();
  await waitFor(() => read().phase === 'done');
  return read().results.map(({ finding }) => finding);
}

test.each([
  ['disk-full', 'disk-full'],
  ['disk-refused', 'disk-refused'],
  ['bank-profile-invalid', 'tls-profile-invalid'],
] as const)('the preflight sees %s in the practice, and nothing of it afterwards', async (code, finding) => {
  const program = await startProgram(newHome());
  expect(await preflight(program)).not.toContain(finding);
  await choose(program, code);
  expect(await preflight(program)).toContain(finding);
  await choose(program, null);
  expect(await preflight(program)).not.toContain(finding);
});
