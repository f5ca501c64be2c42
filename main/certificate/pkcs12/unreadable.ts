/** Why a PKCS#12 of somebody cannot be read. */
export type Pkcs12Fault =
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

/** Ends the reading of a file wherever its fault is met; readPkcs12 catches it. */
export class Unreadable extends Error {
  readonly fault: Pkcs12Fault;
  constructor(fault: Pkcs12Fault) {
    super(fault);
    this.fault = fault;
  }
}
