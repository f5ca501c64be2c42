import { randomBytes } from 'node:crypto';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { instantAt } from '../../preload/contract/instant.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import { codeAfterGrace, type RenewalRule, type Validity, validityOf } from '../../preload/contract/validity.ts';
import type { BankClient } from '../bank/bank-client.ts';
import { isInStore } from '../certificate/installation.ts';
import type { FullRetriever } from '../certificate/retrieval.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import { createTidyUp, type TidyUp } from '../certificate/tidy-up.ts';
import { canSign } from '../certificate/trial-signature.ts';
import { isCertificate } from '../certificate/x509.ts';
import type { ActivationBank, CertificateRetriever } from '../procedure/ports.ts';
import type { Clock } from '../support/ports.ts';
import type { Comparison, PcIdentity } from './designated-pc.ts';
import { type Circumstances, diagnosingBank } from './diagnosing-bank.ts';
import { examinePc } from './examination.ts';
import { isRemoteSession } from './remote-session.ts';

/** What can be found out about a contract's certificate on this PC, and what can be done about it here. */
export type Diagnosis = {
  /** The bank, with problems that take this PC into account. */
  readonly bank: ActivationBank;
  /** @returns what keeps the contract's certificate from being used; null when all is well */
  examine(contractorId: ContractorId, signal: AbortSignal): Promise<ProblemCode | null>;
  /** @returns where a certificate with this end (ISO 8601) stands, by the bank's time; by this PC's where the bank does not answer */
  validity(notAfter: string, signal: AbortSignal): Promise<Validity>;
  /** As the retriever's, but a final refusal says what the bank wants instead. */
  readonly renew: CertificateRetriever['renew'];
  /** Notes that this PC and its user hold the certificate now. */
  noteThisPc(): Promise<Outcome<void>>;
  readonly tidyUp: TidyUp;
};

export type DiagnosisParts = {
  readonly certificate: Pick<FullRetriever, 'bundles' | 'inventory' | 'renew' | 'condition'>;
  readonly store: CertificateStore;
  readonly folder: string;
  readonly bank: BankClient;
  /** The bank's, of the moment. */
  readonly renewalRule: () => RenewalRule;
  /** Whether a PC is the one that was noted in the folder: compareDesignatedPc. */
  readonly comparePc: (folder: string, now: PcIdentity) => Promise<Comparison>;
  /** Notes a PC in the folder: noteDesignatedPc. */
  readonly notePc: (folder: string, pc: PcIdentity) => Promise<Outcome<void>>;
  /** This PC and its user, as the operating system knows them. */
  readonly thisPc: () => Promise<PcIdentity>;
  readonly environment: () => Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
};

export function createDiagnosis(parts: DiagnosisParts): Diagnosis {
  const { store, folder, comparePc, notePc, thisPc, environment, renewalRule, clock } = parts;
  const { bundles } = parts.certificate;
  const tidyUp = createTidyUp({ bundles, store });
  const circumstances = circumstancesOf(parts);
  const noteThisPc = async () => notePc(folder, await thisPc());
  const validity = async (notAfter: string, signal: AbortSignal) => validityOf(notAfter, (await circumstances.bankTime(signal)) ?? clock.now(), renewalRule());
  return {
    bank: diagnosingBank(parts.bank, circumstances),
    validity,
    async renew(current, onStage, signal) {
      const renewed = await parts.certificate.renew(current, onStage, signal);
      // A renewal is asked for with an expired certificate too: where the bank says so all the same, the days of grace are over.
      if (renewed.ok || renewed.problem.code !== 'certificate-expired') return renewed;
      return failure(codeAfterGrace(renewalRule().afterGrace));
    },
    tidyUp,
    noteThisPc,
    examine: (contractorId, signal) =>
      examinePc(
        {
          comparePc: async () => comparePc(folder, await thisPc()),
          note: noteThisPc,
          condition: (stop) => parts.certificate.condition(contractorId, stop),
          standsInStore: (stop) => newestStands(parts, contractorId, stop),
          canSign: (stop) => newestSigns(parts, contractorId, stop),
          expiresSoon: (stop) => newestExpiresSoon(parts, contractorId, validity, stop),
          isRemote: () => isRemoteSession(environment()),
          countOlder: (stop) => tidyUp.count(contractorId, stop),
        },
        signal,
      ),
  };
}

function circumstancesOf({ certificate, bank, renewalRule }: DiagnosisParts): Circumstances {
  return {
    renewalRule,
    async certificates(signal) {
      const { inventory } = certificate;
      const [listed, alone] = await Promise.all([inventory.list(signal), inventory.listStoreOnly(signal)]);
      if (!listed.ok || !alone.ok) return null;
      return [...listed.value, ...alone.value].flatMap(({ contractorId, summary }) =>
        summary === null ? [] : [{ contractorId, notAfter: new Date(summary.notAfter) }],
      );
    },
    async bankTime(signal) {
      const info = await bank.readBankInfo(signal);
      return info.ok ? new Date(info.value.time) : null;
    },
  };
}

async function newestStands({ certificate, store }: DiagnosisParts, contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<boolean | null>> {
  const kept = await certificate.bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const [newest] = kept.value;
  return newest === undefined ? success(null) : isInStore(store, isCertificate(newest.bundle.leaf), signal);
}

async function newestExpiresSoon(
  { certificate }: DiagnosisParts,
  contractorId: ContractorId,
  validity: Diagnosis['validity'],
  signal: AbortSignal,
): Promise<Outcome<boolean>> {
  const kept = await certificate.bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const [newest] = kept.value;
  if (newest === undefined) return success(false);
  const { kind } = await validity(instantAt(Date.parse(newest.bundle.leaf.validTo)), signal);
  return success(kind === 'due');
}

/** Both keys count: Kaitsu logs on with its own, the browser with the store's. */
async function newestSigns({ certificate, store }: DiagnosisParts, contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<boolean>> {
  const kept = await certificate.bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const bundle = kept.value[0]?.bundle;
  if (bundle === undefined) return failure('certificate-required');
  if (!canSign(bundle, randomBytes(32))) return success(false);
  const tried = await store.trySignature?.(bundle.leaf, randomBytes(32), signal);
  // What cannot be told keeps nobody from going on.
  return success(!(tried?.ok === true && tried.value === false));
}
