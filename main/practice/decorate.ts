import type { ProgramPorts } from '../program-ports.ts';
import { failingDisk, failingWrite } from './failing-disk.ts';
import { failingKeytar, failingProbe, failingTools } from './failing-tools.ts';
import type { Situation } from './situation.ts';
import { spoiltBorder } from './spoilt-border.ts';
import { spoiltDiagnosis } from './spoilt-diagnosis.ts';
import { spoiltLine } from './spoilt-line.ts';

/**
 * The practice's faults on this PC and on the way to the bank. Each stands at a port and spoils what is real there,
 * so that the program's own checks find it: the code comes out of the same lines as when it happens in earnest.
 * @param ports as the program has them
 * @returns the same ports; without a situation everything passes as it is
 */
export function decorate(ports: ProgramPorts, situation: Situation): ProgramPorts {
  return {
    locate: ports.locate,
    openHttpClient: spoiltLine(ports.openHttpClient, situation),
    loadKeytar: failingKeytar(ports.loadKeytar, situation),
    probeKeychain: failingProbe(ports.probeKeychain, situation),
    run: failingTools(ports.run, situation),
    disk: failingDisk(ports.disk, situation),
    writeOnTrial: failingWrite(ports.writeOnTrial, situation),
    createDiagnosis: spoiltDiagnosis(ports.createDiagnosis, situation),
    registerContract: spoiltBorder(ports.registerContract, situation),
  };
}
