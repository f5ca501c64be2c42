import type { Outcome } from '../preload/contract/problem.ts';
import type { BankAddress } from './bank/connection.ts';
import type { HttpClient, HttpClientSettings } from './bank/http-client.ts';
import type { Run } from './certificate/stores/run.ts';
import type { Diagnosis, DiagnosisParts } from './diagnosis/diagnosis.ts';
import type { Registration } from './ipc/register.ts';
import type { KeychainProbe } from './keychain/keychain-probe.ts';
import type { LoadKeytar } from './keychain/keytar-port.ts';
import type { Disk } from './support/whole-file.ts';

/**
 * Where the program meets what is outside of it: this machine, the bank and the window. A real bank's program
 * uses them as they are; a practice stands in front of them (main/practice/decorate.ts).
 */
export type ProgramPorts = {
  /** Where the bank answers. The embedded one is started at the first question, and again when it has died. */
  readonly locate: () => Promise<Outcome<BankAddress>>;
  readonly openHttpClient: (settings: HttpClientSettings) => HttpClient;
  readonly loadKeytar: LoadKeytar;
  /** Looks at the keychain after it failed. */
  readonly probeKeychain: KeychainProbe;
  /** Runs the tools of the certificate store. */
  readonly run: Run;
  /** Where the program keeps its files. */
  readonly disk: Disk;
  /** Writes a file on trial. @throws what the operating system says of the disk */
  readonly writeOnTrial: (path: string) => Promise<void>;
  readonly createDiagnosis: (parts: DiagnosisParts) => Diagnosis;
  /** Binds the contract to what answers the window's requests. */
  readonly registerContract: (registration: Registration) => void;
};
