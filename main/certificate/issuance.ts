import type { KeyObject, X509Certificate } from 'node:crypto';
import type { ContractorId } from '../../preload/contract/identities.ts';
import { type Failure, failure, type Outcome, remarkMaxLength, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary, RetrievalStage } from '../../preload/contract/procedure.ts';
import type { ClientIdentity } from '../bank/http.ts';
import type { OnStage } from '../procedure/ports.ts';
import { pause } from '../support/pause.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { Secret } from '../support/redacted.ts';
import type { Bundles, KeptBundle } from './bundles.ts';
import type { RequestContents, RequestedSubject } from './certificate-request.ts';
import type { CsrDemands } from './csr-attributes.ts';
import type { Enrolment, EstClient } from './est-client.ts';
import { installWholly, readStock, type Stock } from './installation.ts';
import { bitsOf, largestKeyBits } from './key.ts';
import { isSameCompany } from './names.ts';
import type { PendingKey, PendingKeys } from './pending-key.ts';
import type { NamedEnrolment, PendingWaits } from './pending-wait.ts';
import type { Bundle } from './pkcs12.ts';
import type { CertificateStore } from './stores/store.ts';
import type { TermsAhead } from './terms.ts';
import { verifyAnswer } from './verification.ts';
import { subjectValues, summarize } from './x509.ts';

/** The way to a certificate, as retrieval and renewal go it alike: key, request, answer, bundle, installation, trial. */

/** Asks the bank whom the certificate would log on; a failure says why the bank refuses it. */
export type TryLogon = (identity: ClientIdentity, contractorId: ContractorId, signal: AbortSignal) => Promise<Outcome<void>>;

export type Tell = (stage: RetrievalStage, waitingUntil?: string | null) => void;
export type Attempt = { readonly contractorId: ContractorId; readonly tell: Tell; readonly signal: AbortSignal };

/** What one attempt works with. */
export type IssuanceDeps = {
  readonly store: CertificateStore;
  readonly tryLogon: TryLogon;
  readonly clock: Clock;
  readonly bundles: Bundles;
  readonly pendingKeys: PendingKeys;
  readonly waits: PendingWaits;
  /** The longest wait that is waited for, in milliseconds; the person comes back for a longer one. */
  readonly waitLimit: number;
  /** Over a connection without a certificate. */
  readonly est: EstClient;
  readonly pinned: readonly X509Certificate[];
  readonly terms: Pick<TermsAhead, 'take'>;
  readonly log: Log;
};

/** In what retrieval and renewal differ. */
export type EnrolmentPlan = {
  readonly subject: RequestedSubject;
  /** Under what the certificate is asked for: see NamedEnrolment. */
  readonly right: Secret;
  makeRequest(key: KeyObject, contents: RequestContents): Promise<Uint8Array>;
  send(enrolment: Enrolment): Promise<Outcome<readonly X509Certificate[]>>;
  keep(bundle: Bundle): Promise<Outcome<KeptBundle>>;
};

/** A bundle on the disk, and what the store holds beside it. */
export type Installable = { readonly kept: KeptBundle; readonly stock: Promise<Stock> };

/** key: the one that the certificate was asked for with. */
type Enrolled = { readonly key: KeyObject; readonly answer: readonly X509Certificate[]; readonly authorities: readonly X509Certificate[] };

/** Makes and sends the request (stages request, sent and waiting), with a larger key where the server wants one. */
async function enrol(deps: IssuanceDeps, pending: PendingKey, plan: EnrolmentPlan, attempt: Attempt): Promise<Outcome<Enrolled>> {
  attempt.tell('request');
  const terms = await deps.terms.take(deps.pinned, attempt.signal);
  if (!terms.ok) return terms;
  const { authorities, demands } = terms.value;
  const isTooSmall = couldBeLarger(pending.key, demands);
  const enrolWith = async (key: KeyObject): Promise<Outcome<Enrolled>> => {
    const answer = await ask(deps, key, demands, plan, attempt);
    return answer.ok ? success({ key, answer: answer.value, authorities }) : answer;
  };
  if (!isTooSmall || !pending.isNew) {
    // An earlier key is tried first: its certificate may be made already, and a server may name more than it insists on.
    const enrolled = await enrolWith(pending.key);
    if (enrolled.ok || !isTooSmall || !isRequestRefused(enrolled)) return enrolled.ok ? enrolled : explain(enrolled, demands, pending.key);
  }
  const larger = await deps.pendingKeys.enlarge(attempt.contractorId, demands.rsaBits ?? 0);
  if (!larger.ok || attempt.signal.aborted) return larger.ok ? failure('cancelled') : larger;
  const enrolled = await enrolWith(larger.value.key);
  return enrolled.ok ? enrolled : explain(enrolled, demands, larger.value.key);
}

async function ask(deps: IssuanceDeps, key: KeyObject, demands: CsrDemands, plan: EnrolmentPlan, attempt: Attempt) {
  const { contractorId, tell, signal } = attempt;
  const request = await plan.makeRequest(key, { demands, challenge: null });
  if (signal.aborted) return failure('cancelled');
  tell('sent');
  const named = { contractorId, right: plan.right };
  const waited = await waitAsTold(deps, named, attempt);
  if (!waited.ok) return waited;
  const link = demands.linked ? { link: (challenge: string | null) => plan.makeRequest(key, { demands, challenge }) } : {};
  return plan.send({ request, ...link, signal, onWaiting: (until) => noteWait(deps, named, attempt, until) });
}

const isRequestRefused = ({ problem }: Failure): boolean => problem.code === 'certificate-request-refused';

function couldBeLarger(key: KeyObject, { rsaBits }: CsrDemands): boolean {
  return rsaBits !== null && bitsOf(key) < rsaBits && rsaBits <= largestKeyBits;
}

async function noteWait({ waits }: IssuanceDeps, named: NamedEnrolment, { tell }: Attempt, until: Date): Promise<void> {
  tell('waiting', until.toISOString());
  await waits.keep(named, until);
}

/** What the bank said the last time still holds after a cancel or a restart (RFC 7030 section 4.2.3). */
async function waitAsTold({ waits, clock, waitLimit }: IssuanceDeps, named: NamedEnrolment, { tell, signal }: Attempt): Promise<Outcome<void>> {
  const until = await waits.read(named);
  if (until === null) return success(undefined);
  const left = until.getTime() - clock.now().getTime();
  if (left > waitLimit) return failure('enrolment-pending', { retryAt: until.toISOString() });
  tell('waiting', until.toISOString());
  return (await pause(clock, Math.max(0, left), signal)) ? success(undefined) : failure('cancelled');
}

/** A request that was refused although the bank had said what it wants to find in it: what was missing is named. */
function explain(refusal: Failure, demands: CsrDemands, key: KeyObject): Failure {
  const missing = [...(demands.rsaBits === null || demands.rsaBits <= bitsOf(key) ? [] : [`RSA ${demands.rsaBits}`]), ...demands.unmet];
  if (missing.length === 0 || !isRequestRefused(refusal)) return refusal;
  return {
    ok: false,
    problem: { ...refusal.problem, code: 'certificate-attributes-demanded', remark: { from: 'check', text: missing.join(' ').slice(0, remarkMaxLength) } },
  };
}

/** From the key to a bundle on the disk. When the answer comes, nothing of the attempt works on. */
export async function obtainBundle(deps: IssuanceDeps, plan: EnrolmentPlan, attempt: Attempt): Promise<Outcome<Installable>> {
  const { contractorId, tell, signal } = attempt;
  tell('key');
  const pending = await deps.pendingKeys.obtain(contractorId);
  if (!pending.ok || signal.aborted) return pending.ok ? failure('cancelled') : pending;
  // While the bank is asked: an empty store is nothing that could be in anybody's way, and reading changes nothing.
  const reading = new AbortController();
  const stock = runInBackground(readStock(deps.store, AbortSignal.any([signal, reading.signal])));
  let obtained: Outcome<Installable> | null = null;
  try {
    obtained = await enrolAndKeep(deps, pending.value, plan, attempt, stock);
    return obtained;
  } finally {
    if (obtained?.ok !== true) {
      reading.abort();
      await stock;
    }
  }
}

async function enrolAndKeep(
  deps: IssuanceDeps,
  pending: PendingKey,
  plan: EnrolmentPlan,
  attempt: Attempt,
  stock: Promise<Stock>,
): Promise<Outcome<Installable>> {
  const enrolled = await enrol(deps, pending, plan, attempt);
  if (!enrolled.ok) return enrolled;
  await deps.waits.forget(attempt.contractorId);
  attempt.tell('checked');
  const { key, answer, authorities: handedOut } = enrolled.value;
  const verified = verifyAnswer(answer, { key, subject: plan.subject, pinned: deps.pinned, handedOut, now: deps.clock.now() });
  if (!verified.ok) return verified;
  noteOtherName(deps.log, verified.value.leaf, plan.subject);
  // Before the certificate is proven, nothing is put into the store.
  const kept = await plan.keep({ key, ...verified.value });
  return kept.ok ? success({ kept: kept.value, stock }) : kept;
}

/** The person sees the name in the certificate; who supports them finds in the log that it is another than was asked for. */
function noteOtherName(log: Log, leaf: X509Certificate, { organization }: RequestedSubject): void {
  if (!subjectValues(leaf, 'O').some((one) => isSameCompany(one, organization))) log.warn('certificate.organization-differs');
}

/** The bundle of an interrupted attempt. It is examined again: the disk is not the bank. */
export function reuseBundle({ pinned, clock, store }: IssuanceDeps, kept: KeptBundle, subject: RequestedSubject, signal: AbortSignal): Outcome<Installable> {
  const { key, leaf, issuers } = kept.bundle;
  const verified = verifyAnswer([leaf], { key, subject, pinned, handedOut: issuers, now: clock.now() });
  return verified.ok ? success({ kept, stock: runInBackground(readStock(store, signal)) }) : verified;
}

/** How an attempt ends. */
export type Ending = {
  /** Whether the person can still cancel once the certificate is installed and only its trial is left. */
  readonly trialCanBeCancelled: boolean;
  /** Called when the installation failed or was cancelled; what came into the store is out of it again. */
  readonly notInstalled: () => Promise<unknown>;
};

/** Installs a bundle and tries the logon with it (stages installed and tried). */
export async function installAndTry(deps: IssuanceDeps, installable: Installable, attempt: Attempt, ending: Ending): Promise<Outcome<CertificateSummary>> {
  const { kept, stock } = installable;
  const { contractorId, tell, signal } = attempt;
  tell('installed');
  const { pfx, passphrase } = kept;
  const trial = new AbortController();
  // Needs nothing of the store, so that it need not wait for it.
  const trying = runInBackground(
    deps.tryLogon({ pfx, passphrase }, contractorId, AbortSignal.any([trial.signal, ...(ending.trialCanBeCancelled ? [signal] : [])])),
  );
  const installed = await installWholly(deps.store, kept, await stock, signal);
  if (!installed.ok) {
    trial.abort();
    await ending.notInstalled();
    return installed;
  }
  await deps.pendingKeys.discard(contractorId);
  tell('tried');
  const tried = await trying;
  return tried.ok ? success(summarize(kept.bundle.leaf, deps.store.kind)) : tried;
}

/** What runs beside: nobody waits for it when something before it fails, and a bug in it is the waiter's. */
function runInBackground<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** One attempt at a time, told and logged. */
export function createTurns(log: Log) {
  let running = false;
  return async (contractorId: ContractorId, onStage: OnStage, signal: AbortSignal, work: (attempt: Attempt) => Promise<Outcome<CertificateSummary>>) => {
    if (running) return failure('not-now');
    if (signal.aborted) return failure('cancelled');
    running = true;
    const tell: Tell = (stage, waitingUntil = null) => {
      log.info('certificate.stage', { stage });
      onStage(stage, waitingUntil);
    };
    const outcome = await work({ contractorId, tell, signal }).finally(() => {
      running = false;
    });
    if (!outcome.ok) log.warn('certificate.retrieval-failed', { code: outcome.problem.code, said: outcome.problem.remark?.text });
    return outcome;
  };
}
