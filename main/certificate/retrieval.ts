import type { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary, RetrievalStage } from '../../preload/contract/procedure.ts';
import type { ClientIdentity, SendHttp } from '../bank/http.ts';
import type { CertificateRetriever, Clock, Grant, Log } from '../procedure/ports.ts';
import { type Bundles, createBundles, type KeptBundle } from './bundles.ts';
import { makeCertificateRequest } from './certificate-request.ts';
import { createEstClient, type EstClient } from './est-client.ts';
import { createCertificateFiles } from './files.ts';
import { installWholly, readAhead, type Stock } from './installation.ts';
import { bestOf, createInventory, type Inventory } from './inventory.ts';
import { createKeyAhead, generateKey, type KeyBits } from './key.ts';
import { type PassphraseKeeper, type RandomSource, systemRandom } from './passphrases.ts';
import { createPendingKeys, type PendingKeys } from './pending-key.ts';
import type { CertificateStore } from './stores/store.ts';
import { verifyAnswer, verifyAuthorities } from './verification.ts';
import { parseBundle, summarize } from './x509.ts';

/**
 * The retrieval of the certificate (the manual's section 2 (6) says that it must follow): from the right
 * that the activation brought to a certificate that stands in the store and logs on.
 */

/** Asks the bank whom the certificate would log on; a failure says why the bank refuses it. */
export type TryLogon = (identity: ClientIdentity, contractorId: string, signal: AbortSignal) => Promise<Outcome<void>>;

export type RetrieverParts = {
  readonly keychain: PassphraseKeeper;
  readonly send: SendHttp;
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
};

type Tell = (stage: RetrievalStage, waitingUntil?: string | null) => void;
type Attempt = { readonly grant: Grant; readonly tell: Tell; readonly signal: AbortSignal };

/** What one retrieval works with. */
type Workshop = Pick<RetrieverParts, 'store' | 'tryLogon' | 'clock'> & {
  readonly bundles: Bundles;
  readonly pendingKeys: PendingKeys;
  readonly est: EstClient;
  readonly pinned: readonly X509Certificate[];
};

/** Sends the request (stages sent and waiting). @returns the answer and the authorities that may have issued it */
async function enrol({ est, pinned, clock }: Workshop, request: Uint8Array, { grant, tell, signal }: Attempt): Promise<Outcome<Enrolled>> {
  tell('sent');
  const authorities = await est.caCertificates(signal);
  if (!authorities.ok) return authorities;
  const trusted = verifyAuthorities(authorities.value, pinned, clock.now());
  if (!trusted.ok) return trusted;
  const onWaiting = (until: Date) => tell('waiting', until.toISOString());
  const answer = await est.simpleEnroll({ request, signal, onWaiting }, { name: grant.contractorId, secret: grant.enrolmentSecret });
  return answer.ok ? success({ answer: answer.value, authorities: trusted.value }) : answer;
}

type Enrolled = { readonly answer: readonly X509Certificate[]; readonly authorities: readonly X509Certificate[] };

/** A bundle on the disk, and what the store holds beside it. */
type Installable = { readonly kept: KeptBundle; readonly stock: Promise<Stock> };

/** From the key to a bundle on the disk. */
async function obtainBundle(shop: Workshop, attempt: Attempt): Promise<Outcome<Installable>> {
  const { grant, tell, signal } = attempt;
  tell('key');
  const key = await shop.pendingKeys.obtain(grant.contractorId);
  if (!key.ok || signal.aborted) return key.ok ? failure('cancelled') : key;
  tell('request');
  const request = await makeCertificateRequest(key.value, grant);
  if (signal.aborted) return failure('cancelled');
  const enrolled = await enrol(shop, request, attempt);
  if (!enrolled.ok) return enrolled;
  tell('checked');
  const { answer, authorities } = enrolled.value;
  const verified = verifyAnswer(answer, { key: key.value, subject: grant, pinned: shop.pinned, handedOut: authorities, now: shop.clock.now() });
  if (!verified.ok) return verified;
  // The store is made ready while the bundle is written; before the certificate is proven nothing is touched.
  const stock = begun(readAhead(shop.store, signal));
  const kept = await shop.bundles.keep(grant, { key: key.value, ...verified.value });
  return kept.ok ? success({ kept: kept.value, stock }) : kept;
}

/** The bundle of an interrupted retrieval. It is examined again: the disk is not the bank. */
async function interruptedBundle({ bundles, pinned, clock, store }: Workshop, { grant, signal }: Attempt): Promise<Outcome<Installable | null>> {
  const kept = await bundles.ofGrant(grant);
  if (!kept.ok || kept.value === null) return kept.ok ? success(null) : kept;
  const { key, leaf, issuers } = kept.value.bundle;
  const verified = verifyAnswer([leaf], { key, subject: grant, pinned, handedOut: issuers, now: clock.now() });
  return verified.ok ? success({ kept: kept.value, stock: begun(readAhead(store, signal)) }) : verified;
}

async function retrieve(shop: Workshop, attempt: Attempt): Promise<Outcome<CertificateSummary>> {
  const { grant, tell, signal } = attempt;
  const earlier = await interruptedBundle(shop, attempt);
  if (!earlier.ok) return earlier;
  const obtained = earlier.value === null ? await obtainBundle(shop, attempt) : success(earlier.value);
  if (!obtained.ok || signal.aborted) return obtained.ok ? failure('cancelled') : obtained;
  tell('installed');
  const { kept, stock } = obtained.value;
  const { pfx, passphrase } = kept;
  const trial = new AbortController();
  // Needs nothing of the store, so that it need not wait for it.
  const trying = begun(shop.tryLogon({ pfx, passphrase }, grant.contractorId, AbortSignal.any([signal, trial.signal])));
  const installed = await installWholly(shop.store, kept, await stock, signal);
  if (!installed.ok) {
    trial.abort();
    return installed;
  }
  await shop.pendingKeys.discard(grant.contractorId);
  tell('tried');
  const tried = await trying;
  return tried.ok ? success(summarize(kept.bundle.leaf, shop.store.kind)) : tried;
}

/** What runs beside: nobody waits for it when something before it fails, and a bug in it is the waiter's. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** One retrieval at a time, told and logged. */
function retrieveAlone(shop: Workshop, log: Log): CertificateRetriever['retrieve'] {
  let running = false;
  return async (grant, onStage, signal) => {
    if (running) return failure('not-now');
    if (signal.aborted) return failure('cancelled');
    running = true;
    const tell: Tell = (stage, waitingUntil = null) => {
      log.info('certificate.stage', { stage });
      onStage(stage, waitingUntil);
    };
    const outcome = await retrieve(shop, { grant, tell, signal }).finally(() => {
      running = false;
    });
    if (!outcome.ok) log.warn('certificate.retrieval-failed', { code: outcome.problem.code });
    return outcome;
  };
}

/** @returns the retriever of one bank on this PC; it does one retrieval at a time */
export function createCertificateRetriever(parts: RetrieverParts): FullRetriever {
  const { keychain: passphrases, send, tryLogon, store, clock, random = systemRandom, log } = parts;
  const files = createCertificateFiles(parts.dataDir);
  const bundles = createBundles({ files, passphrases, random });
  const ahead = createKeyAhead(() => generateKey(parts.profile.keyBits ?? 2048));
  const pendingKeys = createPendingKeys({ files, passphrases, random, log, take: ahead.take });
  const est = createEstClient({ send, clock, ...(parts.waitLimit === undefined ? {} : { waitLimit: parts.waitLimit }) });
  const shop: Workshop = { store, tryLogon, clock, bundles, pendingKeys, est, pinned: parseBundle(parts.authority) };
  const inventory = createInventory({ files, bundles, store });
  return {
    prepareKey: ahead.prepare,
    inventory,
    async find(signal) {
      const held = await inventory.list(signal);
      return held.ok ? success(bestOf(held.value, parts.clock.now())) : held;
    },
    retrieve: retrieveAlone(shop, log),
    async readIdentity(contractorId) {
      const kept = await bundles.ofContract(contractorId);
      if (!kept.ok) return kept;
      const [best] = kept.value;
      return best === undefined ? failure('certificate-required') : success({ pfx: best.pfx, passphrase: best.passphrase });
    },
  };
}
