import type { ContractorId } from '../../preload/contract/identities.ts';
import type { ProblemCause } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { Offer } from '../../preload/contract/procedure.ts';
import { endsSession } from './after-refusal.ts';
import type { GrantKeeper } from './grant-keeper.ts';
import type { ProcedureParts } from './parts.ts';
import type { Grant } from './ports.ts';
import type { Session } from './session.ts';

/**
 * What an earlier run left on this PC, and the way on that it opens. The journal may be damaged or missing, or the
 * person may have started over: the right to a certificate lies in the keychain all the same, and could be had again
 * only with a paper.
 */
export type Recovery = {
  /** Looks at what lies in keychain and folder, and offers it: the right to a certificate before a certificate. */
  look(): Promise<void>;
  /** Closes a session whose end was not heard of. */
  settleSession(): Promise<Settled>;
  /** @returns the refusal, or certificate-waiting where what the bank misses lies here */
  afterIdentification(refusal: ProblemCause, contractorId: ContractorId): Promise<ProblemCause>;
};

/** grant: the right to a certificate that the bank gave in the session. told: whether none is open there any more; once the bank has had its time. */
export type Settled = { readonly grant: Grant | null; readonly told: Promise<boolean> };

/** How long the bank may take to say where an earlier session stands, in milliseconds: the person waits for it. */
const questionLimit = 5_000;

/** With these the bank says that this contract was activated already. */
const activatedAlready: ReadonlySet<ProblemCode> = new Set(['activation-already-done', 'sole-administrator-stuck']);

export type RecoveryParts = Pick<ProcedureParts, 'runner' | 'bank' | 'certificate' | 'log'> & { readonly grants: GrantKeeper; readonly session: Session };

/** @param parts see RecoveryParts */
export function createRecovery(parts: RecoveryParts): Recovery {
  const { runner, bank, grants, session, log } = parts;

  async function settleSession(): Promise<Settled> {
    const token = await session.token();
    if (token === null) return { grant: null, told: Promise.resolve(true) };
    const found = await bank.readSession(token, AbortSignal.timeout(questionLimit));
    if (found.ok && found.value.next === 'certificate') {
      // First kept, then forgotten: only the session could give it again.
      const kept = await grants.keep(found.value.grant);
      const { told } = kept.ok ? await session.close(true, token) : { told: Promise.resolve(false) };
      return { grant: found.value.grant, told };
    }
    const ended = !found.ok && endsSession(found.problem.code);
    if (!found.ok && !ended) return { grant: null, told: Promise.resolve(false) };
    return { grant: null, ...(await session.close(!ended, token)) };
  }

  async function findGrant(): Promise<Grant | null> {
    const kept = await grants.readAny();
    return kept.ok && kept.value !== null ? kept.value : (await settleSession()).grant;
  }

  async function look(): Promise<void> {
    try {
      const grant = await findGrant();
      const offer = grant === null ? await heldCertificate(parts) : waiting(grant);
      const before = runner.snapshot().offer;
      // A certificate that cannot be read just now is still here as far as is known: what keeps it from being used is told by itself.
      if (offer !== null || before?.kind === 'retrieval') await runner.dispatch({ type: 'offered', offer });
      if (offer !== null) log.info('procedure.offered', { kind: offer.kind });
    } catch (error) {
      log.error('procedure.recovery-broke', { error });
    }
  }

  return {
    look,
    settleSession,
    async afterIdentification(refusal, contractorId) {
      if (!activatedAlready.has(refusal.code)) return refusal;
      const grant = await findGrant();
      if (grant?.contractorId !== contractorId) return refusal;
      await runner.dispatch({ type: 'offered', offer: waiting(grant) });
      return { code: 'certificate-waiting' };
    },
  };
}

function waiting({ contractorId, organization, enrolBefore }: Grant): Offer {
  return { kind: 'retrieval', contractorId, organization, enrolBefore };
}

async function heldCertificate({ certificate }: RecoveryParts): Promise<Offer | null> {
  // Without asking the bank, which would have to be started.
  if (!(await certificate.hasTraces())) return null;
  const found = await certificate.find(AbortSignal.timeout(questionLimit));
  return found.ok && found.value !== null ? { kind: 'logon', ...found.value, validity: null } : null;
}
