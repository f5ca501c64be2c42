import { acceptedSchema, confirmOneTimePasswordInputSchema, identifyInputSchema, logOnInputSchema, setPinsInputSchema } from './procedure.ts';
import { request, step } from './request-schema.ts';

/** What the window may ask of the procedure: part of the contract (contract.ts). */
export const procedureRequests = {
  /** From the start: the company is locked out (manual, opening paragraph). */
  chooseLockedOut: step,
  /** From the start: this PC is new, or was set up again. */
  chooseNewPc: step,
  /** Manual 1 (1): the release request was handed in at the branch. */
  reportReleaseRequested: step,
  /** Manual 1 (2): the branch said that the lock is lifted. From the start as well: the paper may have been handed in without the program. */
  reportReleased: step,
  /** Manual 2 (1). */
  chooseAdministratorLogon: step,
  /** Manual 2 (2). */
  chooseActivation: step,
  /** Manual 2 (6): the logon with a certificate that this PC holds already. From the start as well. */
  chooseLogon: step,
  /** Manual 2 (3). */
  identify: request(identifyInputSchema, acceptedSchema),
  /** Manual 2 (4). */
  setPins: request(setPinsInputSchema, acceptedSchema),
  /** Manual 2 (5). */
  confirmOneTimePassword: request(confirmOneTimePasswordInputSchema, acceptedSchema),
  /** Manual 2 (6): what must follow. */
  retrieveCertificate: step,
  /** A new certificate in place of one that ends soon or has ended; also to go on with a renewal that stopped. */
  chooseRenewal: step,
  /** Gives up a key that cannot be read, and asks for the certificate with a new one: for retrieval and renewal alike. */
  retrieveWithNewKey: step,
  /** Goes the way that is offered (see the snapshot's offer). */
  takeOffer: step,
  /** Whichever runs, retrieval or renewal. */
  cancelRetrieval: step,
  logOn: request(logOnInputSchema, acceptedSchema),
  /**
   * Ends the session at the bank, the administrator's or the activation's, and forgets it here; not-now where there
   * is none. Whether the bank could be told is said in the snapshot.
   */
  logOff: step,
  goBack: step,
  /** After a restart in the middle: go on where it stopped. */
  resume: step,
  /** Back to the start; an open session at the bank is closed. */
  startOver: step,
  /** The journal could not be read: try again. Nothing was written over it. */
  readJournalAgain: step,
  /** Shows the journal that cannot be read in its folder. */
  showJournal: step,
  /** Begins without the journal that cannot be read; it is kept under another name. */
  setJournalAside: step,
  dismissNotice: step,
} as const;
