import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ShippedScenario, shippedScenarios } from '../../main/scenario/scenario-files.ts';
import { preflightSchema } from '../../preload/contract/preflight.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import { screenCode, usersScreenCode } from '../../preload/contract/screen-code.ts';
import { closePrograms, newHome, next, startProgram, type WholeProgram, waitFor } from './whole-program.ts';

/**
 * Every scenario that comes with the program, from end to end: the program is brought to it, shows the screen and the problem that
 * the scenario's file names, and the right next step leads where the file says.
 */

const shipped = await shippedScenarios(join(import.meta.dirname, '../../assets/scenarios'));

afterAll(closePrograms);

test('25 scenarios come with the program', () => expect(shipped).toHaveLength(25));

test.each(shipped.map((one): [string, ShippedScenario] => [one.id, one]))(
  '%s begins as its file says, and its next step does what the file says',
  async (_id, { scenario }) => {
    const { screen, problem = null, finding, next: after } = scenario.expects;
    const program = await startProgram(newHome(), { scenario });
    expect({ screen: screenOf(program), problem: program.told() }).toEqual({ screen, problem });
    if (finding !== undefined) expect(findingsOf(program)).toContain(finding);
    if (after === undefined) return;
    const refused = await goOn(program);
    expect({ screen: screenOf(program), problem: refused?.code ?? program.told() }).toEqual({ screen: after.screen, problem: after.problem ?? null });
  },
);

function screenOf(program: WholeProgram): string {
  const { state } = program.procedure();
  return state.step === 'loggedOn' ? usersScreenCode(program.users()) : screenCode(state.step);
}

function findingsOf(program: WholeProgram): readonly unknown[] {
  return preflightSchema.parse(program.states.read('preflight').value).results.map((result) => result.finding);
}

/** What the person does next, and does right. */
async function goOn(program: WholeProgram): Promise<Problem | null> {
  const { state, offer } = program.procedure();
  const refused = await step();
  await waitFor(() => !isUnderWay(program));
  return refused;

  function step(): Promise<Problem | null> {
    if (state.step === 'loggedOn') return program.ask('users', 'open');
    if (state.step === 'retrieval') return program.ask('procedure', 'retrieveCertificate');
    if (state.step !== 'start' || offer?.kind !== 'logon') return next(program, state.step);
    const isRenewable = offer.validity?.kind === 'due' || offer.validity?.kind === 'expired';
    return program.ask('procedure', isRenewable ? 'chooseRenewal' : 'chooseLogon');
  }
}

function isUnderWay(program: WholeProgram): boolean {
  const { state } = program.procedure();
  return 'phase' in state && (state.phase === 'running' || state.phase === 'sending');
}
