import { join } from 'node:path';
import { type Outcome, success } from '../../preload/contract/problem.ts';
import { readSituation, watchSituation } from '../practice-bank/situations/situation-file.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { isDoneBy, type Scenario } from '../scenario/scenario.ts';
import { bankFolder } from '../support/kept-files.ts';
import type { Clock, Log } from '../support/ports.ts';
import { decorate } from './decorate.ts';
import { inventPins } from './demo-person.ts';
import { createEmbeddedBank, type Fork } from './embedded-bank.ts';
import { memoryKeychain } from './memory-keychain.ts';
import { panelHandlers, withPanel } from './panel.ts';
import { scenarioCertificates } from './scenario-certificates.ts';
import type { ScenarioDesk } from './scenario-desk.ts';
import { openScenarioPractice, type ScenarioPractice } from './scenario-practice.ts';

/** The practice: the only door to this folder, loaded by main/program.ts where the bank profile is a practice one. */

export type PracticeParts = {
  /** The user-data folder; the practice bank keeps its own folder in it. */
  readonly folder: string;
  /** Starts the bank's process with these arguments. */
  readonly fork: Fork;
  readonly scenarios: ScenarioDesk;
  readonly clock: Clock;
  readonly log: Log;
};

export type Practice = {
  /** Stands in front of the program's ports. */
  decorate(ports: ProgramPorts): ProgramPorts;
  /** Calls back, soon, whenever a situation was chosen, in the panel or at the command line; and while a scenario is brought about. */
  onSituation(listener: () => unknown): void;
  /** Brings bank and program to where the scenario begins, if there is one. To be called once the contract is bound. */
  stage(): Promise<Outcome<void>>;
  /** Ends the embedded bank, if it runs. */
  stop(): Promise<void>;
};

/** @param parts see PracticeParts */
export function openPractice({ folder, fork, scenarios, clock, log }: PracticeParts): Practice {
  const dataDir = join(folder, bankFolder);
  const scenario = scenarios.opened?.scenario ?? null;
  const bank = createEmbeddedBank({ fork, dataDir, fleeting: scenario !== null, log });
  const pins = inventPins();
  const certificates = scenarioCertificates();
  const listeners: (() => unknown)[] = [];
  const examine = async () => void (await Promise.all(listeners.map((listener) => listener())));
  let practice: ScenarioPractice | null = null;
  let isStaged = false;
  const panel = panelHandlers({
    handle: bank.handle,
    desk: scenarios,
    pins: () => (isStaged && scenario !== null && hasPins(scenario) ? pins : null),
    onChosen: () => practice?.schedule.stop(),
  });

  async function takeOut(): Promise<void> {
    const running = await bank.handle();
    const papers = running.ok ? await running.value.readPapers() : running;
    if (papers.ok) await certificates.takeOut(papers.value.customerCard.contractorId);
  }

  function withScenario(register: ProgramPorts['registerContract']): ProgramPorts['registerContract'] {
    if (scenario === null) return register;
    return (registration) => {
      const { handlers } = registration;
      practice = openScenarioPractice({ scenario, handle: bank.handle, pins, examine, clock, log }, registration);
      const { before } = practice.schedule;
      register({ ...registration, handlers: { ...handlers, procedure: before(handlers.procedure), users: before(handlers.users) } });
    };
  }
  return {
    decorate(ports) {
      const registerContract = withScenario(withPanel(ports.registerContract, panel));
      const loadKeytar = scenario === null ? ports.loadKeytar : memoryKeychain();
      const createDiagnosis = scenario === null ? ports.createDiagnosis : certificates.watch(ports.createDiagnosis);
      return decorate({ ...ports, loadKeytar, createDiagnosis, locate: bank.handle, registerContract }, () => readSituation(dataDir));
    },
    onSituation(listener) {
      listeners.push(listener);
      watchSituation(dataDir, () => void listener());
    },
    async stage() {
      const staged = (await practice?.stage()) ?? success(undefined);
      isStaged = scenario !== null;
      return staged;
    },
    async stop() {
      if (scenario !== null) await takeOut();
      await bank.stop();
    },
  };
}

/** Whether the PINs are the demo company's by then. */
function hasPins({ done, certificate }: Scenario): boolean {
  return isDoneBy(done, 'pinsSet') || (certificate !== undefined && certificate !== 'none');
}
