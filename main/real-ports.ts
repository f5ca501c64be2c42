import { addressOf } from './bank/connection.ts';
import { createHttpClient } from './bank/http-client.ts';
import type { BankProfile } from './bank/profile.ts';
import type { Dial } from './bank/proxy/dial.ts';
import { createDiagnosis } from './diagnosis/diagnosis.ts';
import { registerContract } from './ipc/register.ts';
import { createKeychainProbe, type KeychainProbeParts } from './keychain/keychain-probe.ts';
import { writeOnTrial } from './preflight/pc-checks.ts';
import type { ProgramPorts } from './program-ports.ts';
import { systemDisk } from './support/whole-file.ts';

/**
 * The ports as they really are.
 * @param dial how connections leave this network
 */
export function portsOf(
  profile: BankProfile,
  host: Pick<ProgramPorts, 'loadKeytar' | 'run'> & Pick<KeychainProbeParts, 'platform' | 'environment'>,
  dial: Dial,
): ProgramPorts {
  const { loadKeytar, run } = host;
  const probeKeychain = createKeychainProbe(host);
  const address = addressOf(profile);
  return {
    locate: async () => address,
    openHttpClient: (settings) => createHttpClient({ ...settings, dial }),
    loadKeytar,
    probeKeychain,
    run,
    disk: systemDisk,
    writeOnTrial,
    createDiagnosis,
    registerContract,
  };
}
