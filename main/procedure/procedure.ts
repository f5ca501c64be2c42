import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import { type ActivationActions, createActivation } from './activation.ts';
import type { PersonEvent } from './events.ts';
import { createGrantKeeper } from './grant-keeper.ts';
import { createLogon, type LogonActions } from './logon.ts';
import type { ProcedureParts } from './parts.ts';
import { createRetrieval, type RetrievalActions } from './retrieval.ts';
import type { Runner } from './runner.ts';

/**
 * The procedure's requests as the window may ask them (contract `procedure`).
 * @param parts the runner and what the procedure asks of bank, certificate and keychain
 * @returns one handler a request; each answers whether the step had its place, the outcome is published
 */
export function createProcedure(parts: ProcedureParts): RequestHandlers['procedure'] {
  const { runner, clock } = parts;
  const grants = createGrantKeeper(parts.secrets);
  const retrieval = createRetrieval(parts, grants);
  const activation = createActivation(parts, grants);
  const logon = createLogon(parts);

  const step = async (event: PersonEvent): Promise<Accepted> => ((await runner.dispatch(event)) ? { ok: true } : runner.refusal({ code: 'not-now' }));

  let startingOver = false;
  /** While everything is being stopped nothing new begins, or it would go on behind the first screen. */
  const unlessStartingOver =
    <I>(begin: (input: I) => Promise<Accepted>) =>
    async (input: I): Promise<Accepted> =>
      startingOver ? runner.refusal({ code: 'not-now' }) : begin(input);

  return {
    reportReleaseRequested: () => step({ type: 'releaseRequested', at: clock.now().toISOString() }),
    reportReleased: () => step({ type: 'released' }),
    chooseAdministratorLogon: () => step({ type: 'administratorLogonChosen' }),
    chooseActivation: () => {
      // The key takes a while; the person types meanwhile.
      parts.certificate.prepareKey();
      return step({ type: 'activationChosen' });
    },
    chooseLogon: unlessStartingOver(logon.choose),
    identify: unlessStartingOver(activation.identify),
    setPins: unlessStartingOver(activation.setPins),
    confirmOneTimePassword: unlessStartingOver(activation.confirmOneTimePassword),
    retrieveCertificate: unlessStartingOver(retrieval.retrieve),
    chooseRenewal: unlessStartingOver(retrieval.renew),
    cancelRetrieval: retrieval.cancel,
    logOn: unlessStartingOver(logon.logOn),
    goBack: async () => {
      const { step: left } = runner.snapshot().state;
      const answer = await step({ type: 'wentBack' });
      // Elsewhere no session is open, and a locked keychain need not be asked.
      if (answer.ok && (left === 'newPins' || left === 'oneTimePassword')) await activation.close();
      return answer;
    },
    resume: unlessStartingOver(() => resume(runner, activation, step)),
    startOver: async () => {
      startingOver = true;
      try {
        await stopAll(activation, retrieval, logon);
        parts.administrator.end();
        await grants.forget();
        return await step({ type: 'startedOver' });
      } finally {
        startingOver = false;
      }
    },
    dismissNotice: () => step({ type: 'noticeDismissed' }),
  };
}

async function resume(runner: Runner, activation: ActivationActions, step: (event: PersonEvent) => Promise<Accepted>): Promise<Accepted> {
  const answer = await step({ type: 'resumed' });
  const { state } = runner.snapshot();
  if (answer.ok && (state.step === 'newPins' || state.step === 'oneTimePassword')) await activation.askWhereItStands();
  return answer;
}

/** Everything under way is stopped before the way begins anew, so that no late answer meets the new one. */
async function stopAll(activation: ActivationActions, retrieval: RetrievalActions, logon: LogonActions): Promise<void> {
  logon.stop();
  await retrieval.stop();
  await activation.close();
}
