import { createHttpClient } from '../../main/bank/http-client.ts';
import { runTool } from '../../main/certificate/stores/run.ts';
import { createDiagnosis } from '../../main/diagnosis/diagnosis.ts';
import { registerContract } from '../../main/ipc/register.ts';
import { writeOnTrial } from '../../main/preflight/pc-checks.ts';
import type { ProgramPorts } from '../../main/program-ports.ts';
import { systemDisk } from '../../main/support/whole-file.ts';

/** The program's ports as they really are, for a bank that runs already. */
export function realPorts({ locate, loadKeytar, run = runTool }: Pick<ProgramPorts, 'locate' | 'loadKeytar'> & Partial<ProgramPorts>): ProgramPorts {
  return {
    locate,
    openHttpClient: createHttpClient,
    loadKeytar,
    probeKeychain: async () => null,
    run,
    disk: systemDisk,
    writeOnTrial,
    createDiagnosis,
    registerContract,
  };
}
