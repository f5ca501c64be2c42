import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import type { PracticeBankHandle } from '../practice-bank/process.ts';
import { canMistype } from '../scenario/contradictions.ts';
import { clockAheadOf, type Deed, faultsOf, isDoneBy, type Scenario } from '../scenario/scenario.ts';
import type { DemoPerson } from './demo-person.ts';
import type { FaultSchedule } from './fault-schedule.ts';

/** Brings bank and program to the point at which a scenario begins. */

export type StageParts = {
  readonly bank: Pick<PracticeBankHandle, 'stage' | 'setSituation'>;
  readonly person: DemoPerson;
  readonly schedule: Pick<FaultSchedule, 'apply'>;
  /** Looks at this PC and its certificates, and waits for what is found. */
  readonly examine: () => Promise<void>;
  /** Runs the preflight to its end. */
  readonly preflight: () => Promise<void>;
  /** Back to the start. */
  readonly startOver: () => Promise<void>;
};

/** More than there are from the start to a user's screen. */
const mostSteps = 40;

/** @throws where the practice cannot be brought there: it says at which step, and by which problem */
export async function stageScenario(parts: StageParts, scenario: Scenario): Promise<void> {
  const { bank, schedule, examine, preflight } = parts;
  const clockAhead = clockAheadOf(scenario);
  await bank.stage({ ...(scenario.users === undefined ? {} : { users: scenario.users }), ...(clockAhead === 0 ? {} : { clockAhead }) });
  await setCertificate(parts, scenario);
  await walk(parts, scenario.done);
  await bank.stage({
    ...(scenario.certificate === 'revoked' ? { revoked: true } : {}),
    ...(scenario.contract === undefined ? {} : { contract: scenario.contract }),
  });
  await setAttempts(parts, scenario);
  await letPass(parts, scenario);
  await schedule.apply();
  await examine();
  if (scenario.done === 'branchCalled') await preflight();
}

/** The certificate that the company had before, and how long it is still good for. */
async function setCertificate(parts: StageParts, { certificate, done }: Scenario): Promise<void> {
  if (certificate === undefined || certificate === 'none') return;
  await walk(parts, 'certificateInstalled');
  if (!isDoneBy(done, 'certificateInstalled')) await parts.startOver();
  if (typeof certificate !== 'object') return;
  const certificateEndsInDays = 'endsInDays' in certificate ? certificate.endsInDays : -certificate.expiredDaysAgo;
  await parts.bank.stage({ certificateEndsInDays });
}

/** The last wrong entry is made in earnest, so that the screen tells of it. */
async function setAttempts({ bank, person }: StageParts, { attemptsLeft, done }: Scenario): Promise<void> {
  if (attemptsLeft === undefined) return;
  const entered = canMistype(done);
  await bank.stage({ attemptsLeft: entered ? attemptsLeft + 1 : attemptsLeft });
  if (entered) await person.mistype();
}

/** A fault that has bitten already, and is over: its problem stays on the screen. */
async function letPass({ bank, person }: StageParts, scenario: Scenario): Promise<void> {
  const bitten = faultsOf(scenario).find(({ passed }) => passed);
  if (bitten === undefined) return;
  const set = (code: SituationCode | null) => bank.setSituation(code, true);
  await set(bitten.code);
  await person.goOn();
  await set(null);
}

async function walk({ person }: StageParts, goal: Deed): Promise<void> {
  for (let taken = 0; taken < mostSteps; taken += 1) {
    if (isReached(goal, person.procedure(), person.users())) return;
    const refused = await (goal === 'newPcChosen' ? person.chooseNewPc() : person.goOn());
    if (refused !== null) throw new Error(`refused at ${person.procedure().state.step} on the way to ${goal}: ${refused.code}`);
  }
  throw new Error(`stopped at ${person.procedure().state.step} on the way to ${goal}`);
}

/** The step that stands on the screen after a deed. */
const steps: Readonly<Record<Exclude<Deed, UsersDeed>, ProcedureSnapshot['state']['step']>> = {
  nothing: 'start',
  newPcChosen: 'newPc',
  lockedOutChosen: 'locked',
  requestHandedIn: 'awaitingRelease',
  branchCalled: 'logonMenu',
  activationChosen: 'identification',
  identified: 'newPins',
  pinsSet: 'oneTimePassword',
  oneTimePasswordAccepted: 'certificateRequired',
  certificateInstalled: 'certificateReady',
  loggedOn: 'loggedOn',
};

type UsersDeed = 'usersOpened' | 'userListOpened' | 'userChosen';
const screens: Readonly<Record<UsersDeed, UsersState['screen']>> = { usersOpened: 'menu', userListOpened: 'selection', userChosen: 'change' };
const isOfUsers = (deed: Deed): deed is UsersDeed => deed in screens;

function isReached(deed: Deed, { state }: ProcedureSnapshot, users: UsersState): boolean {
  return isOfUsers(deed) ? users.screen === screens[deed] : state.step === steps[deed];
}
