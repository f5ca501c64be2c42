import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';
import type { ClientIdentity, SendHttp } from '../bank/http.ts';
import type { CertificateRetriever, Grant } from '../procedure/ports.ts';
import type { Clock, Log } from '../support/ports.ts';
import { type Bundles, createBundles } from './bundles.ts';
import { makeCertificateRequest } from './certificate-request.ts';
import { createEstClient } from './est-client.ts';
import { createCertificateFiles } from './files.ts';
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
import { createKeyAhead, generateKey, type KeyBits } from './key.ts';
import { type PassphraseKeeper, type RandomSource, systemRandom } from './passphrases.ts';
import { createPendingKeys } from './pending-key.ts';
import { type OpenIdentityClient, renew } from './renewal.ts';
import type { CertificateStore } from './stores/store.ts';
import { parseBundle } from './x509.ts';

/**
 * The retrieval of the certificate (the manual's section 2 (6) says that it must follow): from the right
 * that the activation brought to a certificate that stands in the store and logs on.
 */

export type RetrieverParts = {
  readonly keychain: PassphraseKeeper;
  readonly send: SendHttp;
  /** A connection that presents this certificate; it is closed after one use. */
  readonly openIdentityClient: OpenIdentityClient;
  readonly tryLogon: TryLogon;
  readonly store: CertificateStore;
  readonly dataDir: string;
  readonly profile: { readonly keyBits?: KeyBits };
  /** PEM of the authorities that the bank's profile pins: certificates must chain to one of them. */
  readonly authority: string;
  readonly clock: Clock;
  readonly random?: RandomSource;
  /** How long the waits that the bank asks for may take together, in milliseconds. */
  readonly waitLimit?: number;
  readonly log: Log;
};

export type FullRetriever = CertificateRetriever & {
  /** Bundle and passphrase (a secret) for mutual TLS; certificate-required when this PC holds none for the contract. */
  readIdentity(contractorId: string): Promise<Outcome<ClientIdentity>>;
  readonly inventory: Inventory;
  readonly bundles: Bundles;
};

async function retrieve(deps: IssuanceDeps, grant: Grant, attempt: Attempt): Promise<Outcome<CertificateSummary>> {
  const { signal } = attempt;
  const earlier = await interruptedBundle(deps, grant, signal);
  if (!earlier.ok) return earlier;
  const obtained = earlier.value === null ? await obtainBundle(deps, planOf(deps, grant), attempt) : success(earlier.value);
  if (!obtained.ok || signal.aborted) return obtained.ok ? failure('cancelled') : obtained;
  return installAndTry(deps, obtained.value, attempt, { trialCanBeCancelled: true, notInstalled: async () => undefined });
}

async function interruptedBundle(deps: IssuanceDeps, grant: Grant, signal: AbortSignal): Promise<Outcome<Installable | null>> {
  const kept = await deps.bundles.ofGrant(grant);
  if (!kept.ok || kept.value === null) return kept.ok ? success(null) : kept;
  return reuseBundle(deps, kept.value, grant, signal);
}

/** A first certificate is asked for with the secret that the activation brought. */
function planOf({ est, bundles }: IssuanceDeps, grant: Grant): EnrolmentPlan {
  return {
    subject: grant,
    makeRequest: (key) => makeCertificateRequest(key, grant),
    send: (enrolment) => est.simpleEnroll(enrolment, { name: grant.contractorId, secret: grant.enrolmentSecret }),
    keep: (bundle) => bundles.keepOfGrant(grant, bundle),
  };
}

/** @returns the retriever of one bank on this PC; it does one retrieval or renewal at a time */
export function createCertificateRetriever(parts: RetrieverParts): FullRetriever {
  const { keychain: passphrases, send, openIdentityClient, tryLogon, store, clock, random = systemRandom, log } = parts;
  const files = createCertificateFiles(parts.dataDir);
  const bundles = createBundles({ files, passphrases, random });
  const ahead = createKeyAhead(() => generateKey(parts.profile.keyBits ?? 2048));
  const pendingKeys = createPendingKeys({ files, passphrases, random, log, take: ahead.take });
  const estOver = (way: SendHttp) => createEstClient({ send: way, clock, ...(parts.waitLimit === undefined ? {} : { waitLimit: parts.waitLimit }) });
  const deps: IssuanceDeps = { store, tryLogon, clock, bundles, pendingKeys, est: estOver(send), pinned: parseBundle(parts.authority) };
  const inventory = createInventory({ files, bundles, store });
  const turn = createTurns(log);
  return {
    prepareKey: ahead.prepare,
    bundles,
    inventory,
    async find(signal) {
      const held = await inventory.list(signal);
      return held.ok ? success(bestOf(held.value)) : held;
    },
    retrieve: (grant, onStage, signal) => turn(grant.contractorId, onStage, signal, (attempt) => retrieve(deps, grant, attempt)),
    renew: (current, onStage, signal) =>
      turn(current.contractorId, onStage, signal, (attempt) => renew({ ...deps, inventory, openIdentityClient, estOver, log }, current, attempt)),
    async readIdentity(contractorId) {
      const kept = await bundles.ofContract(contractorId);
      if (!kept.ok) return kept;
      const [best] = kept.value;
      return best === undefined ? failure('certificate-required') : success({ pfx: best.pfx, passphrase: best.passphrase });
    },
  };
}
