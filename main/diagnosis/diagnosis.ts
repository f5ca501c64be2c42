import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { failure, type Outcome, type ProblemCode, success } from '../../preload/contract/problem.ts';
import { codeAfterGrace, type Validity, validityOf } from '../../preload/contract/validity.ts';
import type { BankClient } from '../bank/bank-client.ts';
import type { BankProfile } from '../bank/profile.ts';
import { isInStore } from '../certificate/installation.ts';
import type { FullRetriever } from '../certificate/retrieval.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import { createTidyUp, type TidyUp } from '../certificate/tidy-up.ts';
import { canSign } from '../certificate/trial-signature.ts';
import { type Fault, otherGrace, otherUser, remoteEnvironment, withOtherContract } from '../practice/faults.ts';
import { createPracticePile } from '../practice/older-certificate.ts';
import type { ActivationBank, CertificateRetriever } from '../procedure/ports.ts';
import type { Clock } from '../support/ports.ts';
import { compareDesignatedPc, noteDesignatedPc, thisPc } from './designated-pc.ts';
import { diagnosingBank, type HeldCertificate } from './diagnosing-bank.ts';
import { examinePc } from './examination.ts';
import { isRemoteSession } from './remote-session.ts';

/** What can be found out about a contract's certificate on this PC, and what can be done about it here. */
export type Diagnosis = {
  /** The bank, with problems that take this PC into account. */
  readonly bank: ActivationBank;
  /** @returns what keeps the contract's certificate from being used; null when all is well */
  examine(contractorId: string, signal: AbortSignal): Promise<ProblemCode | null>;
  /** @returns where a certificate with this end (ISO 8601) stands, by the bank's time; by this PC's where the bank does not answer */
  validity(notAfter: string, signal: AbortSignal): Promise<Validity>;
  /** As the retriever's, but whoever is refused for good is told what the bank wants instead. */
  readonly renew: CertificateRetriever['renew'];
  /** Notes that this PC and its user hold the certificate now. */
  noteThisPc(): Promise<Outcome<void>>;
  readonly tidyUp: TidyUp;
};

export type DiagnosisParts = {
  readonly certificate: Pick<FullRetriever, 'bundles' | 'inventory' | 'renew'>;
  readonly store: CertificateStore;
  readonly folder: string;
  readonly bank: BankClient;
  readonly profile: BankProfile['certificate'];
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly fault: Fault;
};

export function createDiagnosis(parts: DiagnosisParts): Diagnosis {
  const { store, folder, fault, environment } = parts;
  const { bundles } = parts.certificate;
  const tidyUp = createTidyUp({ bundles, store });
  const pile = createPracticePile({ bundles, store, fault });
  const pc = otherUser(thisPc, fault);
  const circumstances = circumstancesOf(parts);
  const validity = async (notAfter: string, signal: AbortSignal) =>
    validityOf(notAfter, (await circumstances.bankTime(signal)) ?? parts.clock.now(), circumstances.profile);
  return {
    bank: diagnosingBank(parts.bank, circumstances),
    validity,
    async renew(current, onStage, signal) {
      const renewed = await parts.certificate.renew(current, onStage, signal);
      // A renewal is asked for with an expired certificate too: where the bank says so all the same, the days of grace are over.
      if (renewed.ok || renewed.problem.code !== 'certificate-expired') return renewed;
      return failure(codeAfterGrace(circumstances.profile.afterGrace));
    },
    tidyUp,
    noteThisPc: () => noteDesignatedPc(folder, thisPc()),
    async examine(contractorId, signal) {
      await pile.settle(contractorId, signal);
      return examinePc(
        {
          comparePc: () => compareDesignatedPc(folder, pc()),
          standsInStore: (stop) => newestStands(parts, contractorId, stop),
          canSign: (stop) => newestSigns(parts, contractorId, stop),
          expiresSoon: (stop) => newestExpiresSoon(parts, contractorId, validity, stop),
          isRemote: () => isRemoteSession(remoteEnvironment(environment, fault)),
          countOlder: (stop) => tidyUp.count(contractorId, stop),
        },
        signal,
      );
    },
  };
}

function circumstancesOf({ certificate, bank, profile, fault }: DiagnosisParts) {
  return {
    get profile() {
      return otherGrace(profile, fault);
    },
    async certificates(signal: AbortSignal): Promise<readonly HeldCertificate[] | null> {
      const listed = await certificate.inventory.list(signal);
      if (!listed.ok) return null;
      const held = listed.value.flatMap(({ contractorId, summary }) => (summary === null ? [] : [{ contractorId, notAfter: new Date(summary.notAfter) }]));
      return withOtherContract(held, fault);
    },
    async bankTime(signal: AbortSignal): Promise<Date | null> {
      const info = await bank.readBankInfo(signal);
      return info.ok ? new Date(info.value.time) : null;
    },
  };
}

async function newestStands({ certificate, store }: DiagnosisParts, contractorId: string, signal: AbortSignal): Promise<Outcome<boolean | null>> {
  const kept = await certificate.bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const [newest] = kept.value;
  return newest === undefined ? success(null) : isInStore(store, newest.name.serial, signal);
}

async function newestExpiresSoon(
  { certificate }: DiagnosisParts,
  contractorId: string,
  validity: Diagnosis['validity'],
  signal: AbortSignal,
): Promise<Outcome<boolean>> {
  const kept = await certificate.bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const [newest] = kept.value;
  if (newest === undefined) return success(false);
  const { kind } = await validity(new Date(newest.bundle.leaf.validTo).toISOString(), signal);
  return success(kind === 'due');
}

/** Both keys count: Kaitsu logs on with its own, the browser with the store's. */
async function newestSigns({ certificate, store, fault }: DiagnosisParts, contractorId: string, signal: AbortSignal): Promise<Outcome<boolean>> {
  const kept = await certificate.bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const bundle = kept.value[0]?.bundle;
  if (bundle === undefined) return failure('certificate-required');
  // The practice's fault: the key is another one than the certificate's.
  const key = fault() === 'key-cannot-sign' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : bundle.key;
  if (!canSign({ key, leaf: bundle.leaf }, randomBytes(32))) return success(false);
  const tried = await store.trySignature?.(bundle.leaf, randomBytes(32), signal);
  // What cannot be told keeps nobody from going on.
  return success(!(tried?.ok === true && tried.value === false));
}
