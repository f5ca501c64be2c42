import { randomInt } from 'node:crypto';
import { contract, type RequestHandlers } from '../../preload/contract/contract.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import { type Accepted, type ProcedureSnapshot, procedureSnapshotSchema } from '../../preload/contract/procedure.ts';
import { type UsersState, usersStateSchema } from '../../preload/contract/users.ts';
import type { PublishedStates } from '../ipc/published-states.ts';
import { pause } from '../support/pause.ts';
import type { Clock } from '../support/ports.ts';

/**
 * The demo company's administrator, who does for a scenario what a person would do in the window: by the same handlers, with
 * the papers on the desk. So whatever a scenario begins with has really happened, at the bank and on this PC.
 */

/** The new PINs that were thought up. */
export type DemoPins = { readonly logonPin: string; readonly confirmationPin: string };

export type PersonParts = {
  readonly handlers: Pick<RequestHandlers, 'procedure' | 'users'>;
  readonly states: Pick<PublishedStates, 'read'>;
  readonly papers: () => Promise<PracticePapers>;
  /** Plays the branch. */
  readonly release: () => Promise<void>;
  readonly pins: DemoPins;
  readonly clock: Clock;
};

export type DemoPerson = {
  procedure(): ProcedureSnapshot;
  users(): UsersState;
  /** Does what comes next, and waits until it is done. @returns the problem of a refusal */
  goOn(): Promise<Problem | null>;
  /** From the start: this PC is new. */
  chooseNewPc(): Promise<Problem | null>;
  /** Enters what is asked for, and one of it wrong. */
  mistype(): Promise<Problem | null>;
};

/** Six digits behind a letter: what every practice bank takes. */
export function inventPins(): DemoPins {
  const pin = (letter: string) => `${letter}${randomInt(100_000, 1_000_000)}`;
  return { logonPin: pin('k'), confirmationPin: pin('t') };
}

/** @param parts see PersonParts */
export function createDemoPerson(parts: PersonParts): DemoPerson {
  const procedure = () => procedureSnapshotSchema.parse(parts.states.read('procedure').value);
  const users = () => usersStateSchema.parse(parts.states.read('users').value);
  const act = async (isRight: boolean): Promise<Problem | null> => {
    const accepted = await (procedure().state.step === 'loggedOn' ? inUsers(parts, users()) : inProcedure(parts, procedure(), isRight));
    await settled(parts.clock, () => isUnderWay(procedure(), users()));
    return accepted.ok ? problemIn(procedure(), users()) : accepted.problem;
  };
  return {
    procedure,
    users,
    goOn: () => act(true),
    async chooseNewPc() {
      const accepted = await parts.handlers.procedure.chooseNewPc(undefined);
      return accepted.ok ? null : accepted.problem;
    },
    mistype: () => act(false),
  };
}

async function inProcedure({ handlers, papers, release, pins }: PersonParts, snapshot: ProcedureSnapshot, isRight: boolean): Promise<Accepted> {
  const { procedure } = handlers;
  const { state } = snapshot;
  switch (state.step) {
    case 'start':
      return procedure.chooseLockedOut(undefined);
    case 'locked':
      return procedure.reportReleaseRequested(undefined);
    case 'awaitingRelease':
      await release();
      return procedure.reportReleased(undefined);
    case 'logonMenu':
      return procedure.chooseAdministratorLogon(undefined);
    case 'activationMenu':
      return procedure.chooseActivation(undefined);
    case 'identification': {
      const { contractorId, registrationPin } = await numbersOf(papers, isRight);
      return procedure.identify({ contractorId, registrationPin });
    }
    case 'newPins': {
      const { registrationPin } = await numbersOf(papers, isRight);
      const { logonPin, confirmationPin } = pins;
      const entered = { registrationPin, logonPin, logonPinReentry: logonPin, confirmationPin, confirmationPinReentry: confirmationPin, email: '' };
      return procedure.setPins(contract.requests.procedure.setPins.input.parse(entered));
    }
    case 'oneTimePassword': {
      const { row, column } = state.position ?? { row: 1, column: 1 };
      const printed = (await papers()).customerCard.oneTimePasswords[row - 1]?.[column - 1] ?? '';
      return procedure.confirmOneTimePassword({ oneTimePassword: isRight ? printed : otherDigits(printed) });
    }
    case 'certificateRequired':
    case 'retrieval':
      return procedure.retrieveCertificate(undefined);
    case 'certificateReady':
      return procedure.logOn({ logonPin: isRight ? pins.logonPin : `${pins.logonPin}0` });
    default:
      throw new Error(`a scenario has no way on from ${state.step}`);
  }
}

/** To 利用者情報変更 of the first user who is locked, or of the first. */
function inUsers({ handlers: { users } }: PersonParts, state: UsersState): Promise<Accepted> {
  switch (state.screen) {
    case 'closed':
      return users.open(undefined);
    case 'menu':
      return users.chooseRegisterOrChange(undefined);
    case 'registerOrChange':
      return users.chooseSelection(undefined);
    case 'selection': {
      const listed = state.list?.users ?? [];
      const userId = (listed.find(({ locked }) => locked) ?? listed[0])?.userId ?? '';
      return users.chooseUser({ userId });
    }
    default:
      throw new Error(`a scenario has no way on from ${state.screen}`);
  }
}

async function numbersOf(papers: PersonParts['papers'], isRight: boolean) {
  const { customerCard, applicationForm } = await papers();
  const { registrationPin } = applicationForm;
  return { contractorId: customerCard.contractorId, registrationPin: isRight ? registrationPin : otherDigits(registrationPin) };
}

/** As many digits, and the last of them another one. */
const otherDigits = (digits: string): string => `${digits.slice(0, -1)}${(Number(digits.slice(-1)) + 1) % 10}`;

function isUnderWay({ state }: ProcedureSnapshot, users: UsersState): boolean {
  const phases = [state, users].map((one) => ('phase' in one ? one.phase : null));
  return phases.some((phase) => phase === 'sending' || phase === 'running' || phase === 'cancelling' || phase === 'loading');
}

function problemIn({ state }: ProcedureSnapshot, users: UsersState): Problem | null {
  const [first = null] = [users, state].flatMap((one) => ('problem' in one && one.problem !== null ? [one.problem] : []));
  return first;
}

/** Longer than any answer that a scenario waits for: of a silent bank the client gives up before. In milliseconds. */
const longest = 60_000;
const lookEvery = 15;

/** @throws where it takes too long */
async function settled(clock: Clock, isUnderWayNow: () => boolean): Promise<void> {
  for (let waited = 0; isUnderWayNow(); waited += lookEvery) {
    if (waited > longest) throw new Error('a step of the scenario did not come to its end');
    await pause(clock, lookEvery, new AbortController().signal);
  }
}
