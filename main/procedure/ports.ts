import type { ContractorId, Serial } from '../../preload/contract/identities.ts';
import type { KeychainCode, Outcome } from '../../preload/contract/problem.ts';
import type { CardPosition, CertificateSummary, RetrievalStage } from '../../preload/contract/procedure.ts';
import type { Secret } from '../support/redacted.ts';

/**
 * What the procedure needs of the world, declared by itself: bank, certificate and keychain implement
 * these, and unit tests do so too. Whatever can fail answers an Outcome; every wait takes a signal.
 * An Outcome names its codes where this PC alone decides them. A bank may refuse with any code of its part of
 * the catalogue: what that means for the way stands in after-refusal.ts.
 */

/** The right to one certificate that a good activation brings. */
export type Grant = { readonly contractorId: ContractorId; readonly organization: string; readonly enrolmentSecret: Secret; readonly enrolBefore: string };

/** Where an activation session stands, as the bank sees it. */
export type SessionPosition =
  | { readonly next: 'pins'; readonly contractorId: ContractorId; readonly expiresAt: string }
  | { readonly next: 'oneTimePassword'; readonly contractorId: ContractorId; readonly expiresAt: string; readonly position: CardPosition | null }
  | { readonly next: 'certificate'; readonly contractorId: ContractorId; readonly expiresAt: string; readonly grant: Grant }
  /** The PINs came last, and are set. */
  | { readonly next: 'logon'; readonly contractorId: ContractorId; readonly expiresAt: string };

/** What is sent of the manual's 2 (4). holder: the contract whose certificate is shown, where the bank issues it before; else null. */
export type PinChange = {
  readonly registrationPin: Secret;
  readonly logonPin: Secret;
  readonly confirmationPin: Secret;
  readonly email: string | null;
  readonly holder: ContractorId | null;
};

/** The bank, as far as the activation and the logon need it. */
export type ActivationBank = {
  identify(
    input: { readonly contractorId: ContractorId; readonly registrationPin: Secret },
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly token: Secret; readonly expiresAt: string }>>;
  setPins(token: Secret, input: PinChange, signal: AbortSignal): Promise<Outcome<{ readonly position: CardPosition | null }>>;
  confirmOneTimePassword(token: Secret, oneTimePassword: Secret, signal: AbortSignal): Promise<Outcome<Grant>>;
  /** Where the session stands: asked after a restart, and when an answer was lost. */
  readSession(token: Secret, signal: AbortSignal): Promise<Outcome<SessionPosition>>;
  /** Closes the session, within a few seconds. @returns whether the token is worthless now; else it expires by itself */
  abandon(token: Secret): Promise<boolean>;
  logOn(
    input: { readonly contractorId: ContractorId; readonly logonPin: Secret },
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly loggedOnAt: string; readonly lastLogonAt: string | null; readonly session: LogonSession }>>;
};

/** The administrator's session that a logon opens; it ends after so many seconds without a question. */
export type LogonSession = { readonly token: Secret; readonly idleSeconds: number };

/** The part of the program that works in the administrator's session (manual 3). */
export type SessionHolder = {
  begin(administrator: { readonly contractorId: ContractorId; readonly token: Secret }, idleSeconds: number): void;
  /** The session is forgotten here at once, and closed at the bank. @returns whether none is open there any more */
  end(): Promise<boolean>;
};

/** One certificate of a contract. */
export type CertificateName = { readonly contractorId: ContractorId; readonly serial: Serial };

/** Told as each stage begins, with the time of the next question while waiting. */
export type OnStage = (stage: RetrievalStage, waitingUntil: string | null) => void;

/** The certificate, as far as the procedure needs it. */
export type CertificateRetriever = {
  /**
   * Begins in the background, while the person still types, what a retrieval needs first: the key, a ready store and
   * what the bank says beforehand. Never throws; asking twice is harmless.
   */
  prepare(): void;
  /**
   * Does the whole retrieval, or goes on with one that was interrupted (the same key, and a bundle that
   * already lies on the disk, are used again). Nothing is half installed when it fails or is cancelled.
   * @param grant contract and enrolment secret
   */
  retrieve(grant: Grant, onStage: OnStage, signal: AbortSignal): Promise<Outcome<CertificateSummary>>;
  /**
   * Does the whole renewal (RFC 7030 section 4.2.2), or goes on with one that was interrupted, as retrieve does.
   * The old certificate goes once the new one has been tried; where it does not go, the renewal is done all the same.
   * @param current the certificate to be renewed
   * @returns the new one; certificate-required where this PC no longer holds the one to be renewed
   */
  renew(current: CertificateName, onStage: OnStage, signal: AbortSignal): Promise<Outcome<CertificateSummary>>;
  /**
   * The person gives up the key of a retrieval or renewal under way, which cannot be read: it is set aside, and the
   * next attempt makes another one. A bank that has issued to the old key may refuse that.
   */
  giveUpPendingKey(contractorId: ContractorId): Promise<Outcome<void>>;
  /** Whether anything of a certificate lies in the program's folder; told without the bank. Never throws. */
  hasTraces(): Promise<boolean>;
  /** @returns the certificate of this PC that lasts longest, expired or not, or null where it holds none */
  find(signal: AbortSignal): Promise<Outcome<HeldCertificate | null>>;
};

/** A certificate that this PC holds with its key, and the contract that it names. */
export type HeldCertificate = { readonly contractorId: ContractorId; readonly organization: string; readonly certificate: CertificateSummary };

/** Names of the secrets that the procedure keeps between restarts, all of them in the OS keychain. */
export type SecretName = 'activation-session' | 'enrolment-grant';

/** The keychain, as far as the procedure needs it. */
export type SecretKeeper = {
  read(name: SecretName): Promise<Outcome<Secret | null, KeychainCode>>;
  keep(name: SecretName, secret: Secret): Promise<Outcome<void, KeychainCode>>;
  forget(name: SecretName): Promise<Outcome<void, KeychainCode>>;
};
