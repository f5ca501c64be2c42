import type { ContractorId, Serial } from '../../preload/contract/identities.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import type { CardPosition, CertificateSummary, Offer, RetrievalStage } from '../../preload/contract/procedure.ts';
import type { Validity } from '../../preload/contract/validity.ts';

/** What the person does. Entries themselves (PINs and the like) never travel in an event. */
export type PersonEvent =
  | { readonly type: 'lockedOutChosen' }
  | { readonly type: 'newPcChosen' }
  | { readonly type: 'releaseRequested'; readonly at: string }
  | { readonly type: 'released' }
  | { readonly type: 'administratorLogonChosen' }
  | { readonly type: 'activationChosen' }
  | { readonly type: 'identificationSent' }
  | { readonly type: 'pinsSent' }
  | { readonly type: 'oneTimePasswordSent' }
  | { readonly type: 'retrievalAsked' }
  | { readonly type: 'renewalAsked' }
  /** The retrieval or the renewal, whichever runs. */
  | { readonly type: 'retrievalCancelAsked' }
  | { readonly type: 'logonSent' }
  /** The person chose the logon with the certificate that this PC holds already. */
  | { readonly type: 'logonChosen'; readonly contractorId: ContractorId; readonly organization: string; readonly certificate: CertificateSummary }
  | { readonly type: 'wentBack' }
  | { readonly type: 'offerTaken' }
  | { readonly type: 'resumed' }
  | { readonly type: 'startedOver' }
  | { readonly type: 'noticeDismissed' };

/** A certificate of this PC; the contract is said beside it. */
type InstalledCertificate = { readonly organization: string; readonly certificate: CertificateSummary };

/** What the world answered, without any secret. */
export type OutcomeEvent =
  | { readonly type: 'identified'; readonly contractorId: ContractorId; readonly expiresAt: string }
  /** position: of the one-time password on the card, where that comes now. */
  | { readonly type: 'pinsAccepted'; readonly position: CardPosition | null }
  /** The one-time password was right, and brought the right to a certificate. */
  | { readonly type: 'activated'; readonly contractorId: ContractorId; readonly organization: string; readonly enrolBefore: string }
  /** The bank said where the open session stands: after a restart, or when an answer was lost. */
  | {
      readonly type: 'sessionFound';
      readonly next: 'pins';
      readonly contractorId: ContractorId;
      readonly expiresAt: string;
      /** The certificate of this PC, where the bank wants it before the PINs. */
      readonly installed: InstalledCertificate | null;
    }
  | {
      readonly type: 'sessionFound';
      readonly next: 'oneTimePassword';
      readonly contractorId: ContractorId;
      readonly expiresAt: string;
      readonly position: CardPosition | null;
    }
  /** The session is over (expired, unknown, locked): the way leads back to the identification. */
  | { readonly type: 'sessionLost'; readonly problem: Problem }
  | { readonly type: 'refused'; readonly problem: Problem }
  /** Of retrieval and renewal alike, and so are the next three. */
  | { readonly type: 'stageReached'; readonly stage: RetrievalStage; readonly waitingUntil: string | null }
  | { readonly type: 'retrievalFailed'; readonly problem: Problem }
  | { readonly type: 'retrievalStopped' }
  | { readonly type: 'certificateInstalled'; readonly certificate: CertificateSummary }
  /** Where the certificate with this serial number stands now, by the bank's time. */
  | { readonly type: 'validityKnown'; readonly serial: Serial; readonly validity: Validity }
  | { readonly type: 'loggedOn'; readonly loggedOnAt: string; readonly lastLogonAt: string | null }
  /** The session at the bank is over: the way leads back to the logon, or, in the activation, to its beginning. */
  | { readonly type: 'loggedOff'; readonly problem: Problem | null }
  /** The journal was read at start; at is when it was last written. */
  | { readonly type: 'restored'; readonly at: string }
  /** The journal cannot be read now: where the procedure stands is not known. */
  | { readonly type: 'journalUnread'; readonly problem: Problem }
  /** The journal that could not be read is out of the way. */
  | { readonly type: 'journalSetAside' }
  | { readonly type: 'noticed'; readonly problem: Problem }
  /** What an earlier run left on this PC; null where there is nothing any more. */
  | { readonly type: 'offered'; readonly offer: Offer | null };

export type ProcedureEvent = PersonEvent | OutcomeEvent;
