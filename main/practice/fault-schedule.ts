import { procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { PublishedStates } from '../ipc/published-states.ts';
import type { BitingStep, ScenarioFault } from '../scenario/scenario.ts';

/**
 * Lets the faults of a scenario bite where it says: before a request of the window is answered, the practice is put into the
 * situation of the step at which it is asked.
 */

export type FaultSchedule = {
  /** Puts the practice into the situation of the step at which the person stands. */
  apply(): Promise<void>;
  /** Somebody chose a situation by hand: from now on that one holds. */
  stop(): void;
  /** The same requests, each with its fault. */
  before<G extends object>(group: G): G;
};

/** The requests that lead to a step, rather than being made there. */
const leadingTo: Readonly<Record<string, BitingStep>> = { chooseRenewal: 'renewal', takeOffer: 'certificate' };

/**
 * @param faults those that have not passed
 * @param set puts the practice into a situation
 */
export function createFaultSchedule(
  faults: readonly ScenarioFault[],
  states: Pick<PublishedStates, 'read'>,
  set: (code: SituationCode | null) => Promise<void>,
): FaultSchedule {
  let isStopped = faults.length === 0;
  let current: SituationCode | null = null;

  async function apply(step: BitingStep | null): Promise<void> {
    const wanted = faults.find(({ at }) => at === null || at === step)?.code ?? null;
    if (isStopped || wanted === current) return;
    current = wanted;
    await set(wanted);
  }
  const here = (): BitingStep | null => stepOf(procedureSnapshotSchema.parse(states.read('procedure').value).state.step);
  return {
    apply: () => apply(here()),
    stop() {
      isStopped = true;
    },
    before: (group) =>
      new Proxy(group, {
        get(target, name) {
          const handler: unknown = Reflect.get(target, name);
          if (typeof handler !== 'function') return handler;
          return async (input: unknown) => {
            await apply(leadingTo[String(name)] ?? here());
            return Reflect.apply(handler, target, [input]);
          };
        },
      }),
  };
}

type StepName = keyof typeof steps;
const steps = {
  journalUnavailable: null,
  start: null,
  newPc: null,
  locked: null,
  awaitingRelease: null,
  logonMenu: 'branchCall',
  activationMenu: 'branchCall',
  identification: 'identification',
  newPins: 'newPins',
  oneTimePassword: 'oneTimePassword',
  certificateRequired: 'certificate',
  retrieval: 'certificate',
  renewal: 'renewal',
  certificateReady: 'logon',
  loggedOn: 'users',
} as const satisfies Readonly<Record<ReturnType<typeof procedureSnapshotSchema.parse>['state']['step'], BitingStep | null>>;

const stepOf = (step: StepName): BitingStep | null => steps[step];
