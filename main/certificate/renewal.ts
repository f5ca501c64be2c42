import type { ContractorId } from '../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CertificateSummary } from '../../preload/contract/procedure.ts';
import type { ClientIdentity, SendHttp } from '../bank/http.ts';
import type { CertificateName } from '../procedure/ports.ts';
import { Redacted } from '../support/redacted.ts';
import type { KeptBundle } from './bundles.ts';
import { makeRenewalRequest, type RequestedSubject } from './certificate-request.ts';
import type { Enrolment, EstClient } from './est-client.ts';
import { codeOfCondition, type IdentityCondition } from './identity-condition.ts';
import type { Inventory } from './inventory.ts';
import { type Attempt, type EnrolmentPlan, type Installable, type IssuanceDeps, installAndTry, obtainBundle, reuseBundle } from './issuance.ts';
import { toolTimeLimit } from './stores/store.ts';
import { serialOf, subjectValues } from './x509.ts';

/**
 * The renewal of a certificate (RFC 7030 section 4.2.2): a new key and a new certificate for the same subject,
 * asked for by mutual TLS with the old one. The old one goes last, when the new one has been tried.
 */

export type OpenIdentityClient = (identity: ClientIdentity) => { readonly send: SendHttp; close(): Promise<void> };

type RenewalDeps = IssuanceDeps & {
  readonly openIdentityClient: OpenIdentityClient;
  /** EST over a given connection. */
  readonly estOver: (send: SendHttp) => EstClient;
  readonly inventory: Inventory;
  readonly condition: (contractorId: ContractorId, signal: AbortSignal) => Promise<Outcome<IdentityCondition>>;
};

/**
 * @param current the certificate to be renewed
 * @returns the new certificate; certificate-required where neither the old one nor what it was renewed to is here
 */
export async function renew(deps: RenewalDeps, current: CertificateName, attempt: Attempt): Promise<Outcome<CertificateSummary>> {
  const obtained = await obtain(deps, current, attempt);
  if (!obtained.ok) return obtained;
  const { installable, notInstalled } = obtained.value;
  if (attempt.signal.aborted) {
    await notInstalled();
    return failure('cancelled');
  }
  // Two certificates in the store are no place to stop at: once the new one is there, it is seconds until the old one goes.
  const renewed = await installAndTry(deps, installable, attempt, { trialCanBeCancelled: false, notInstalled });
  if (renewed.ok) await removeOld(deps, current);
  return renewed;
}

type Obtained = { readonly installable: Installable; readonly notInstalled: () => Promise<unknown> };

/**
 * Whatever of the contract lasts longer than the certificate to be renewed was brought by a renewal that was interrupted.
 * @returns certificate-in-browser-only or certificate-file-unreadable where Kaitsu's copy is lost: nothing can be renewed without its key
 */
async function obtain(deps: RenewalDeps, current: CertificateName, attempt: Attempt): Promise<Outcome<Obtained>> {
  const held = await deps.bundles.ofContract(current.contractorId);
  if (!held.ok) return held;
  const [longest] = held.value;
  if (longest === undefined || !(await lastsLonger(deps, longest, held.value, current, attempt.signal))) {
    const condition = await deps.condition(current.contractorId, attempt.signal);
    return failure(
      (condition.ok ? codeOfCondition(condition.value) : null) ?? (longest === undefined ? 'certificate-required' : 'certificate-file-unreadable'),
    );
  }
  const subject = { contractorId: current.contractorId, organization: subjectValues(longest.bundle.leaf, 'O')[0] ?? '' };
  if (longest.name.serial !== current.serial) {
    const again = reuseBundle(deps, longest, subject, attempt.signal);
    return again.ok ? success({ installable: again.value, notInstalled: async () => undefined }) : again;
  }
  const fresh = await obtainBundle(deps, planOf(deps, longest, subject), attempt);
  if (!fresh.ok) return fresh;
  // As if nothing had been: the key is kept, and the bank answers the same request with the same certificate.
  return success({ installable: fresh.value, notInstalled: () => deps.bundles.remove(fresh.value.kept.name) });
}

/** A damaged bundle must not let an older one, which tidying left, pass for what it was renewed to. */
async function lastsLonger(
  { store }: RenewalDeps,
  longest: KeptBundle,
  held: readonly KeptBundle[],
  current: CertificateName,
  signal: AbortSignal,
): Promise<boolean> {
  if (held.some((one) => one.name.serial === current.serial)) return true;
  const stored = await store.list(signal);
  const standing = stored.ok ? stored.value.find((one) => serialOf(one) === current.serial) : undefined;
  // Neither here nor there: it went last, when what it was renewed to had been tried.
  return standing === undefined || Date.parse(longest.bundle.leaf.validTo) > Date.parse(standing.validTo);
}

function planOf(deps: RenewalDeps, old: KeptBundle, subject: RequestedSubject): EnrolmentPlan {
  return {
    subject,
    right: new Redacted(old.name.serial),
    makeRequest: (key, contents) => makeRenewalRequest(key, old.bundle.leaf, contents),
    send: (enrolment) => reenrol(deps, old, enrolment),
    keep: (bundle) => deps.bundles.keep(subject.contractorId, bundle),
  };
}

async function reenrol({ openIdentityClient, estOver }: RenewalDeps, { pfx, passphrase }: KeptBundle, enrolment: Enrolment) {
  const client = openIdentityClient({ pfx, passphrase });
  try {
    return await estOver(client.send).simpleReenroll(enrolment);
  } finally {
    await client.close();
  }
}

/** The person has what they came for; what cannot be removed is found, and offered to be put away, by the examination of the PC. */
async function removeOld({ inventory, log }: RenewalDeps, old: CertificateName): Promise<void> {
  const removed = await inventory.uninstall(old, AbortSignal.timeout(toolTimeLimit)).catch((error: unknown) => {
    log.error('certificate.old-one-left', { error });
    return success(undefined);
  });
  if (!removed.ok) log.warn('certificate.old-one-left', { code: removed.problem.code });
}
