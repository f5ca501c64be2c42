import type { ContractorId } from '../../preload/contract/identities.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import type { Outcome, ProblemCause } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { codeAfterGrace, type RenewalRule, validityOf } from '../../preload/contract/validity.ts';
import type { ActivationBank } from '../procedure/ports.ts';

/**
 * The bank's refusals, seen together with what is known on this side: the same refusal has other causes,
 * and other advice, depending on the PC, the profile and the bank's time.
 */

export type Circumstances = {
  /** The certificates that Kaitsu holds on this PC; null where that cannot be told. */
  certificates(signal: AbortSignal): Promise<readonly HeldCertificate[] | null>;
  /** The bank's time; null where it does not answer. */
  bankTime(signal: AbortSignal): Promise<Date | null>;
  /** The bank's, of the moment. */
  readonly renewalRule: () => RenewalRule;
};

export type HeldCertificate = { readonly contractorId: ContractorId; readonly notAfter: Date };

/** After these the answer did not come whole, though the request may have arrived. */
const brokenAnswers: ReadonlySet<ProblemCode> = new Set(['bank-unreachable', 'bank-timeout', 'bank-answer-invalid']);

/** @returns the bank, which answers as before, with finer problems at identification and logon */
export function diagnosingBank(bank: ActivationBank, circumstances: Circumstances): ActivationBank {
  return {
    ...bank,
    async identify(input, signal) {
      const answer = await bank.identify(input, signal);
      return answer.ok ? answer : refined(answer.problem, await afterIdentification(answer.problem.code, input.contractorId, circumstances, signal));
    },
    async logOn(input, signal) {
      const answer = await bank.logOn(input, signal);
      return answer.ok ? answer : refined(answer.problem, await afterLogon(answer.problem.code, input.contractorId, circumstances, signal));
    },
  };
}

function refined<T>(problem: ProblemCause, code: ProblemCode): Outcome<T> {
  return { ok: false, problem: { ...problem, code } };
}

/** Activated already, and no certificate here: neither a logon nor another activation is possible. */
async function afterIdentification(code: ProblemCode, contractorId: ContractorId, { certificates }: Circumstances, signal: AbortSignal): Promise<ProblemCode> {
  if (code !== 'activation-already-done') return code;
  const held = await certificates(signal);
  return held?.some((one) => one.contractorId === contractorId) === false ? 'sole-administrator-stuck' : code;
}

async function afterLogon(code: ProblemCode, contractorId: ContractorId, circumstances: Circumstances, signal: AbortSignal): Promise<ProblemCode> {
  // The same time answers a question without a PIN: the line stands, and it was this answer that stopped.
  if (brokenAnswers.has(code)) return (await circumstances.bankTime(signal)) === null ? code : 'answer-stopped-after-pin';
  const held = (await circumstances.certificates(signal)) ?? [];
  const own = held.filter((one) => one.contractorId === contractorId);
  switch (code) {
    case 'certificate-required':
      return own.length > 0 ? 'certificate-not-offered' : 'certificate-absent-on-pc';
    case 'certificate-wrong-contract':
      return held.length > 1 ? 'certificate-wrong-chosen' : code;
    case 'certificate-expired':
      return expired(own, circumstances, signal);
    default:
      return code;
  }
}

/** Whether it can still be renewed, by the bank's time: the PC's own may be what is wrong. */
async function expired(own: readonly HeldCertificate[], { bankTime, renewalRule }: Circumstances, signal: AbortSignal): Promise<ProblemCode> {
  const now = await bankTime(signal);
  const last = Math.max(...own.map((one) => one.notAfter.getTime()));
  if (now === null || !Number.isFinite(last)) return 'certificate-expired';
  const { kind } = validityOf(instantAt(last), now, renewalRule());
  return kind === 'revokeFirst' || kind === 'paperForm' ? codeAfterGrace(kind) : 'certificate-expired';
}
