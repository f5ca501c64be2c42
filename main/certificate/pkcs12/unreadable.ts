/** Why a PKCS#12 of somebody cannot be read. */
export type UnreadableReason =
  /** Nothing in it opens with the passphrase. */
  | 'passphrase-wrong'
  /** No PKCS#12, or changed on its way. */
  | 'damaged'
  /** Encrypted in a way that nobody should use any more, or that is not known: to be exported again, with AES. */
  | 'encryption-unknown'
  /** It asks for more work, or is larger, than any honest file. */
  | 'too-much'
  /** No private key with its certificate is in it. */
  | 'no-identity';

/** Ends the reading of a file at the first reason not to; readPkcs12 catches it. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}
