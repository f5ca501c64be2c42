import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Accepted, ConfirmOneTimePasswordInput, IdentifyInput, LogOnInput, SetPinsInput } from '../../preload/contract/procedure.ts';
import { type ActivationActions, createActivation } from './activation.ts';
import { concealIdentification, concealLogonPin, concealNewPins, concealOneTimePassword } from './entries.ts';
import type { PersonEvent } from './events.ts';
import { createGrantKeeper } from './grant-keeper.ts';
import { createLogOff } from './log-off.ts';
import { createLogon } from './logon.ts';
import type { ProcedureParts } from './parts.ts';
import { createRecovery, type Recovery } from './recovery.ts';
import { createRetrieval } from './retrieval.ts';
import type { Runner } from './runner.ts';
import { createSession } from './session.ts';
import { createStartOver } from './start-over.ts';

export type Procedure = {
  readonly requests: RequestHandlers['procedure'];
  /** The program ends: logs off. @returns whether the bank could be told */
  end(): Promise<boolean>;
};

/**
 * The procedure's requests as the window may ask them (contract `procedure`).
 * @param parts the runner and what the procedure asks of bank, certificate and keychain
 * @returns one handler a request; each answers whether the step had its place, the outcome is published
 */
export function createProcedure(parts: ProcedureParts): Procedure {
  const { runner, clock } = parts;
  const grants = createGrantKeeper(parts.secrets);
  const session = createSession(parts);
  const recovery = createRecovery({ ...parts, grants, session });
  const retrieval = createRetrieval({ ...parts, grants, recovery });
  const activation = createActivation({ ...parts, grants, session, recovery });
  const logon = createLogon(parts);
  const { startOver, whileStopping, unlessStartingOver } = createStartOver({ ...parts, activation, retrieval, logon, recovery });
  const logOff = createLogOff({ ...parts, activation, logon, session, recovery });
  lookWhenJournalIsRead(runner, recovery);

  const step = async (event: PersonEvent): Promise<Accepted> => ((await runner.dispatch(event)) ? { ok: true } : runner.refusal({ code: 'not-now' }));

  const requests: Procedure['requests'] = {
    chooseLockedOut: () => step({ type: 'lockedOutChosen' }),
    chooseNewPc: () => step({ type: 'newPcChosen' }),
    reportReleaseRequested: () => step({ type: 'releaseRequested', at: clock.now().toISOString() }),
    reportReleased: () => step({ type: 'released' }),
    chooseAdministratorLogon: () => step({ type: 'administratorLogonChosen' }),
    chooseActivation: () => {
      // The key and the bank's terms take a while; the person types meanwhile.
      parts.certificate.prepare();
      return step({ type: 'activationChosen' });
    },
    chooseLogon: unlessStartingOver(logon.choose),
    identify: unlessStartingOver((input: IdentifyInput) => activation.identify(concealIdentification(input))),
    setPins: unlessStartingOver((input: SetPinsInput) => activation.setPins(concealNewPins(input))),
    confirmOneTimePassword: unlessStartingOver((input: ConfirmOneTimePasswordInput) => activation.confirmOneTimePassword(concealOneTimePassword(input))),
    retrieveCertificate: unlessStartingOver(retrieval.retrieve),
    chooseRenewal: unlessStartingOver(retrieval.renew),
    retrieveWithNewKey: unlessStartingOver(retrieval.withNewKey),
    takeOffer: unlessStartingOver(() => step({ type: 'offerTaken' })),
    cancelRetrieval: retrieval.cancel,
    logOn: unlessStartingOver((input: LogOnInput) => logon.logOn(concealLogonPin(input))),
    logOff: () => whileStopping(logOff.logOff),
    goBack: async () => {
      const { step: left } = runner.snapshot().state;
      const answer = await step({ type: 'wentBack' });
      // Elsewhere no session is open, and a locked keychain need not be asked.
      if (!answer.ok || (left !== 'newPins' && left !== 'oneTimePassword')) return answer;
      await activation.close(left);
      void recovery.look();
      return answer;
    },
    resume: unlessStartingOver(() => resume(runner, activation, step)),
    startOver,
    ...journalHandlers(parts),
    dismissNotice: () => step({ type: 'noticeDismissed' }),
  };
  return { requests, end: () => whileStopping(logOff.end) };
}

/** What can be asked for while the journal cannot be read. */
function journalHandlers({ runner, showInFolder }: ProcedureParts): Pick<RequestHandlers['procedure'], 'readJournalAgain' | 'showJournal' | 'setJournalAside'> {
  return {
    readJournalAgain: async () => ((await runner.readJournalAgain()) ? { ok: true } : runner.refusal({ code: 'not-now' })),
    showJournal: async () => {
      if (runner.snapshot().state.step !== 'journalUnavailable') return runner.refusal({ code: 'not-now' });
      showInFolder(runner.journalPath);
      return { ok: true };
    },
    setJournalAside: async () => {
      const moved = await runner.setJournalAside();
      return moved.ok ? { ok: true } : runner.refusal(moved.problem);
    },
  };
}

/** Looks for what an earlier run left where the way begins at its beginning: from the middle on, the state itself knows of it, and so may the journal. */
function lookWhenJournalIsRead(runner: Runner, recovery: Recovery): void {
  const { state, interruptedAt, offer } = runner.snapshot();
  if (state.step === 'journalUnavailable') {
    const unsubscribe = runner.onChange((snapshot) => {
      if (snapshot.state.step === 'journalUnavailable') return;
      unsubscribe();
      lookWhenJournalIsRead(runner, recovery);
    });
  } else if (interruptedAt === null && offer === null) void recovery.look();
}

async function resume(runner: Runner, activation: ActivationActions, step: (event: PersonEvent) => Promise<Accepted>): Promise<Accepted> {
  const answer = await step({ type: 'resumed' });
  const { state } = runner.snapshot();
  if (answer.ok && (state.step === 'newPins' || state.step === 'oneTimePassword')) await activation.askWhereItStands();
  return answer;
}
