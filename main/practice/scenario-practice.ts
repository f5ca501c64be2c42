import { preflightSchema } from '../../preload/contract/preflight.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { Registration } from '../ipc/register.ts';
import type { PracticeBankHandle } from '../practice-bank/process.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { faultsOf } from '../scenario/scenario.ts';
import { pause } from '../support/pause.ts';
import type { Clock, Log } from '../support/ports.ts';
import { createDemoPerson, type DemoPins } from './demo-person.ts';
import { createFaultSchedule, type FaultSchedule } from './fault-schedule.ts';
import { stageScenario } from './scenario-stage.ts';

/** A practice that begins at a scenario: driven there by the program's own handlers, before the window is opened. */

export type ScenarioParts = {
  readonly scenario: Scenario;
  readonly handle: () => Promise<Outcome<PracticeBankHandle>>;
  readonly pins: DemoPins;
  /** Looks at this PC, and waits for what is found. */
  readonly examine: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

export type ScenarioPractice = {
  readonly schedule: FaultSchedule;
  /** Brings bank and program there; with what did not go as the scenario wants, where it did not come there. */
  stage(): Promise<Outcome<void>>;
};

/** @param registration as the program binds it: its handlers without any fault */
export function openScenarioPractice({ scenario, handle, pins, examine, clock, log }: ScenarioParts, { handlers, states }: Registration): ScenarioPractice {
  const bank = async (): Promise<PracticeBankHandle> => {
    const found = await handle();
    if (!found.ok) throw new Error(`the practice bank does not run: ${found.problem.code}`);
    return found.value;
  };
  const lasting = faultsOf(scenario).filter(({ passed }) => !passed);
  const schedule = createFaultSchedule(lasting, states, async (code) => right(await (await bank()).setSituation(code, true)));
  const person = createDemoPerson({
    handlers,
    states,
    papers: async () => right(await (await bank()).readPapers()),
    release: async () => right(await (await bank()).releaseLock()),
    pins,
    clock,
  });
  async function preflight(): Promise<void> {
    const phase = () => preflightSchema.parse(states.read('preflight').value).phase;
    const ended = async () => {
      while (phase() === 'running') await pause(clock, lookEvery, new AbortController().signal);
    };
    // The one that began with the step has not seen the faults.
    await ended();
    await handlers.preflight.run(undefined);
    await ended();
  }
  return {
    schedule,
    async stage() {
      try {
        const startOver = async () => void (await handlers.procedure.startOver(undefined));
        const staged = await bank();
        const parts = {
          stage: async (what: Parameters<typeof staged.stage>[0]) => success(right(await staged.stage(what))),
          setSituation: staged.setSituation,
        };
        await stageScenario({ bank: parts, person, schedule, examine, preflight, startOver }, scenario);
        return success(undefined);
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        return failure('internal', { reference: log.error('practice.scenario-not-reached', { error }), remark: { from: 'check', text: text.slice(0, 300) } });
      }
    },
  };
}

const lookEvery = 20;

/** @throws where the bank refused */
function right<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the practice bank refused: ${outcome.problem.code}`);
  return outcome.value;
}
