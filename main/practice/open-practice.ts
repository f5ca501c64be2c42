import { join } from 'node:path';
import { readSituation, watchSituation } from '../practice-bank/situations/situation-file.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { bankFolder } from '../support/kept-files.ts';
import type { Log } from '../support/ports.ts';
import { decorate } from './decorate.ts';
import { createEmbeddedBank, type Fork } from './embedded-bank.ts';
import { panelHandlers, withPanel } from './panel.ts';

/** The practice: the only door to this folder, loaded by main/program.ts where the bank profile is a practice one. */

export type PracticeParts = {
  /** The user-data folder; the practice bank keeps its own folder in it. */
  readonly folder: string;
  /** Starts the bank's process with these arguments. */
  readonly fork: Fork;
  readonly log: Log;
};

export type Practice = {
  /** Stands in front of the program's ports. */
  decorate(ports: ProgramPorts): ProgramPorts;
  /** Calls back, soon, whenever a situation was chosen, in the panel or at the command line. */
  onSituation(listener: () => void): void;
  /** Ends the embedded bank, if it runs. */
  stop(): Promise<void>;
};

/** @param parts see PracticeParts */
export function openPractice({ folder, fork, log }: PracticeParts): Practice {
  const dataDir = join(folder, bankFolder);
  const bank = createEmbeddedBank({ fork, dataDir, log });
  const panel = panelHandlers(bank.handle);
  return {
    decorate: (ports) => decorate({ ...ports, locate: bank.handle, registerContract: withPanel(ports.registerContract, panel) }, () => readSituation(dataDir)),
    onSituation: (listener) => watchSituation(dataDir, listener),
    stop: bank.stop,
  };
}
