import type { ContractorId } from '../../preload/contract/identities.ts';
import { type Failure, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';
import type { ClientIdentity, SendHttp } from '../bank/http.ts';
import type { CertificateRetriever, Grant, HeldCertificate } from '../procedure/ports.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { DiskOptions } from '../support/whole-file.ts';
import { type Bundles, createBundles } from './bundles.ts';
import { makeCertificateRequest } from './certificate-request.ts';
import { createEstClient, usualWaitLimit } from './est-client.ts';
import { createCertificateFiles } from './files.ts';
import { codeOfCondition, examineIdentity, type IdentityCondition } from './identity-condition.ts';
import { prepareStore } from './installation.ts';
import { bestOf, createInventory, type Inventory } from './inventory.ts';
import {
  type Attempt,
  createTurns,
  type EnrolmentPlan,
  type Installable,
  type IssuanceDeps,
  installAndTry,
  obtainBundle,
  reuseBundle,
  type TryLogon,
} from './issuance.ts';
import { createKeyAhead, type KeyBits } from './key.ts';
import { type PassphraseKeeper, type RandomSource, systemRandom } from './passphrases.ts';
import { createPendingKeys } from './pending-key.ts';
import { createPendingWaits } from './pending-wait.ts';
import { type OpenIdentityClient, renew } from './renewal.ts';
import { type CertificateStore, toolTimeLimit } from './stores/store.ts';
import { createTermsAhead } from './terms.ts';
import { parseBundle } from './x509.ts';

/**
 * The retrieval of the certificate (the manual's section 2 (6) says that it must follow): from the right
 * that the activation brought to a certificate that stands in the store and logs on.
 */

/** What a bank profile says of its EST server: see EstOptions. */
export type EnrolmentRule = { readonly label?: string | null | undefined; readonly repeatable?: boolean | undefined };

export type RetrieverParts = {
  readonly keychain: PassphraseKeeper;
  readonly send: SendHttp;
  /** A connection that presents this certificate; it is closed after one use. */
  readonly openIdentityClient: OpenIdentityClient;
  readonly tryLogon: TryLogon;
  readonly store: CertificateStore;
  readonly dataDir: string;
  readonly storage?: DiskOptions;
  readonly profile: { readonly keyBits?: KeyBits; readonly enrolment?: EnrolmentRule };
  /** Where the authorities (PEM) that the bank's profile pins are asked for: certificates must chain to one of them. */
  readonly authority: () => Promise<Outcome<string>>;
  readonly clock: Clock;
  readonly random?: RandomSource;
  /** How long the waits that the bank asks for may take together, in milliseconds. */
  readonly waitLimit?: number;
  readonly log: Log;
};

export type FullRetriever = CertificateRetriever & {
  /**
   * Bundle and passphrase for mutual TLS.
   * @returns certificate-required when this PC holds none for the contract; certificate-in-browser-only,
   *   certificate-file-unavailable or certificate-file-unreadable where it does, but Kaitsu's copy cannot be read
   */
  readIdentity(contractorId: ContractorId): Promise<Outcome<ClientIdentity>>;
  /** How the contract's certificate stands on this PC. */
  condition(contractorId: ContractorId, signal: AbortSignal): Promise<Outcome<IdentityCondition>>;
  readonly inventory: Inventory;
  readonly bundles: Bundles;
};

type RetrievalDeps = IssuanceDeps & {
  readonly condition: FullRetriever['condition'];
  /** Whether the bank answers the same request with the same certificate. */
  readonly repeatable: boolean;
};

async function retrieve(deps: RetrievalDeps, grant: Grant, attempt: Attempt): Promise<Outcome<CertificateSummary>> {
  const { signal } = attempt;
  const earlier = await interruptedBundle(deps, grant, signal);
  if (!earlier.ok) return earlier;
  const obtained = earlier.value === null ? await obtainBundle(deps, planOf(deps, grant), attempt) : success(earlier.value);
  if (!obtained.ok || signal.aborted) return obtained.ok ? failure('cancelled') : obtained;
  return installAndTry(deps, obtained.value, attempt, { trialCanBeCancelled: true, notInstalled: async () => undefined });
}

async function interruptedBundle(deps: RetrievalDeps, grant: Grant, signal: AbortSignal): Promise<Outcome<Installable | null>> {
  const kept = await deps.bundles.ofGrant(grant);
  // One that cannot be read now is fetched again only where that costs nothing: elsewhere it might be a second certificate.
  if (!kept.ok) return kept.problem.code === 'certificate-file-unavailable' && deps.repeatable ? success(null) : kept;
  if (kept.value === null) return success(null);
  return reuseBundle(deps, kept.value, grant, signal);
}

/** The bank gives nothing more for this right: what it gave is in the store, or was issued to a key that is lost. */
async function whyRefused({ condition, pendingKeys }: RetrievalDeps, { contractorId }: Grant, refusal: Failure, signal: AbortSignal): Promise<Failure> {
  const here = await condition(contractorId, signal);
  if (here.ok && here.value === 'browserOnly') return failure('certificate-in-browser-only');
  if (here.ok && here.value === 'unavailable') return failure('certificate-file-unavailable');
  return (await pendingKeys.wasLost(contractorId)) ? failure('certificate-issued-to-lost-key') : refusal;
}

/** A first certificate is asked for with the secret that the activation brought. */
function planOf(deps: RetrievalDeps, grant: Grant): EnrolmentPlan {
  const { est, bundles } = deps;
  return {
    subject: grant,
    right: grant.enrolmentSecret,
    makeRequest: (key, contents) => makeCertificateRequest(key, grant, contents),
    async send(enrolment) {
      const answer = await est.simpleEnroll(enrolment, { name: grant.contractorId, secret: grant.enrolmentSecret });
      return answer.ok || answer.problem.code !== 'enrolment-refused' ? answer : whyRefused(deps, grant, answer, enrolment.signal);
    },
    keep: (bundle) => bundles.keepOfGrant(grant, bundle),
  };
}

/** @returns the retriever of one bank on this PC; it does one retrieval or renewal at a time */
export function createCertificateRetriever(parts: RetrieverParts): FullRetriever {
  const { keychain: passphrases, send, openIdentityClient, tryLogon, store, clock, random = systemRandom, log } = parts;
  const files = createCertificateFiles(parts.dataDir, parts.storage);
  const bundles = createBundles({ files, passphrases, random });
  const ahead = createKeyAhead(parts.profile.keyBits ?? 2048);
  const pendingKeys = createPendingKeys({ files, passphrases, random, log, take: ahead.take });
  const condition: FullRetriever['condition'] = (contractorId, signal) => examineIdentity({ files, bundles, store }, contractorId, signal);
  const { waitLimit = usualWaitLimit } = parts;
  const { label = null, repeatable = false } = parts.profile.enrolment ?? {};
  const estOver = (way: SendHttp) => createEstClient({ send: way, clock, waitLimit, label, repeatable });
  const est = estOver(send);
  const pinned = () => pinnedOf(parts);
  const terms = createTermsAhead({ est, pinned, clock });
  const waits = createPendingWaits({ dataDir: parts.dataDir, ...parts.storage, clock, log });
  const inventory = createInventory({ files, bundles, store });
  const turn = createTurns(log);
  const withDeps = async (work: (deps: RetrievalDeps) => Promise<Outcome<CertificateSummary>>) => {
    const anchors = await pinned();
    if (!anchors.ok) return anchors;
    return work({
      store,
      tryLogon,
      clock,
      bundles,
      pendingKeys,
      waits,
      waitLimit,
      est,
      pinned: anchors.value,
      terms,
      condition,
      repeatable,
      log,
    });
  };
  return {
    prepare() {
      ahead.prepare();
      terms.prepare();
      prepareStore(store).catch(() => undefined);
    },
    bundles,
    inventory,
    condition,
    find: (signal) => findBest(inventory, signal),
    giveUpPendingKey: pendingKeys.giveUp,
    async hasTraces() {
      const names = await files.listBundles();
      return names.ok && names.value.length > 0;
    },
    retrieve: (grant, onStage, signal) => turn(grant.contractorId, onStage, signal, (attempt) => withDeps((deps) => retrieve(deps, grant, attempt))),
    renew: (current, onStage, signal) =>
      turn(current.contractorId, onStage, signal, (attempt) =>
        withDeps((deps) => renew({ ...deps, inventory, openIdentityClient, estOver, log }, current, attempt)),
      ),
    readIdentity: (contractorId) => readIdentity({ bundles, condition, clock }, contractorId),
  };
}

async function readIdentity(
  { bundles, condition, clock }: Pick<RetrievalDeps, 'bundles' | 'condition' | 'clock'>,
  contractorId: ContractorId,
): Promise<Outcome<ClientIdentity>> {
  const kept = await bundles.ofContract(contractorId);
  if (!kept.ok) return kept;
  const [best] = kept.value;
  // An expired one is of an earlier time where a newer one cannot be read now.
  const isTheOne = best !== undefined && (Date.parse(best.bundle.leaf.validTo) > clock.now().getTime() || !(await bundles.isAnyUnavailable(contractorId)));
  if (isTheOne) return success({ pfx: best.pfx, passphrase: best.passphrase });
  if (best !== undefined) return failure('certificate-file-unavailable');
  return withoutIdentity(await condition(contractorId, AbortSignal.timeout(toolTimeLimit)));
}

async function pinnedOf({ authority }: Pick<RetrieverParts, 'authority'>): Promise<Outcome<ReturnType<typeof parseBundle>>> {
  const pem = await authority();
  return pem.ok ? success(parseBundle(pem.value)) : pem;
}

async function findBest(inventory: Inventory, signal: AbortSignal): Promise<Outcome<HeldCertificate | null>> {
  const held = await inventory.list(signal);
  if (!held.ok) return held;
  const best = bestOf(held.value);
  if (best !== null) return success(best);
  const alone = await inventory.listStoreOnly(signal);
  return alone.ok ? success(bestOf(alone.value)) : alone;
}

/** What the person is told where Kaitsu has no copy to log on with. */
function withoutIdentity(condition: Outcome<IdentityCondition>): Failure {
  if (!condition.ok) return condition;
  return failure(codeOfCondition(condition.value) ?? 'certificate-required');
}
