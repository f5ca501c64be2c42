import type { PinRule } from '../../preload/contract/fields.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { ActivationBank, CertificateRetriever, SecretKeeper, SessionHolder } from './ports.ts';
import type { Runner } from './runner.ts';

/** Everything that the procedure needs of the world. */
export type ProcedureParts = {
  readonly runner: Runner;
  readonly bank: ActivationBank;
  readonly certificate: CertificateRetriever;
  readonly secrets: SecretKeeper;
  readonly administrator: SessionHolder;
  readonly pinRule: PinRule;
  /** Shows a file in its folder, on the desktop. */
  readonly showInFolder: (path: string) => void;
  readonly clock: Clock;
  readonly log: Log;
};
