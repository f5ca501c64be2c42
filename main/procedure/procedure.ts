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

  return {
    reportReleaseRequested: () => step({ type: 'releaseRequested', at: clock.now().toISOString() }),
    reportReleased: () => step({ type: 'released' }),
    chooseAdministratorLogon: () => step({ type: 'administratorLogonChosen' }),
    chooseActivation: () => {
      // The key takes a while; the person types meanwhile.
      parts.certificate.prepareKey();
      return step({ type: 'activationChosen' });
    },
    identify: activation.identify,
    setPins: activation.setPins,
    confirmOneTimePassword: activation.confirmOneTimePassword,
    retrieveCertificate: retrieval.retrieve,
    cancelRetrieval: retrieval.cancel,
    logOn: logon.logOn,
    goBack: async () => {
      const answer = await step({ type: 'wentBack' });
      if (answer.ok) await activation.close();
      return answer;
    },
    resume: () => resume(runner, activation, step),
    startOver: async () => {
      await stopAll(activation, retrieval, logon);
      parts.administrator.end();
      await grants.forget();
      return step({ type: 'startedOver' });
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
