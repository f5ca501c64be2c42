import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { PracticeScenarios } from '../../preload/contract/practice.ts';
import { type Outcome, problemOf } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { PracticeBankHandle } from '../practice-bank/process.ts';
import type { ProgramPorts } from '../program-ports.ts';
import type { DemoPins } from './demo-person.ts';
import { lockedForNewProcedure } from './new-procedure.ts';
import type { ScenarioDesk } from './scenario-desk.ts';

type PanelHandlers = RequestHandlers['practice'];

export type PanelParts = {
  /** The running practice bank. */
  readonly handle: () => Promise<Outcome<PracticeBankHandle>>;
  readonly desk: ScenarioDesk;
  /** The new PINs of the demo company, where a scenario has set them. */
  readonly pins: () => DemoPins | null;
  /** A situation was chosen by hand. */
  readonly onChosen: () => void;
};

/** The practice panel's requests: the papers of the demo company, the part of the branch, the scenarios and the situations. */
export function panelHandlers({ handle, desk, pins, onChosen }: PanelParts): PanelHandlers {
  const command = async (run: (bank: PracticeBankHandle) => Promise<Outcome<void>>): Promise<Accepted> => {
    const bank = await handle();
    const done = bank.ok ? await run(bank.value) : bank;
    return done.ok ? { ok: true } : { ok: false, problem: problemOf(done.problem) };
  };
  return {
    async readPapers() {
      const bank = await handle();
      const papers = bank.ok ? await bank.value.readPapers() : bank;
      return papers.ok ? papers : { ok: false, problem: problemOf(papers.problem) };
    },
    releaseLock: () => command((bank) => bank.releaseLock()),
    lockAgain: () => command((bank) => bank.lockAgain()),
    setSituation({ code }) {
      onChosen();
      return command((bank) => bank.setSituation(code));
    },
    readScenarios: async () => ({ ok: true, value: await shownScenarios(desk, pins()) }),
    openScenario: async ({ id }) => wayTo(desk, id),
    leaveScenario: async () => (desk.opened === null ? notNow : wayTo(desk, null)),
  };
}

const notNow: Accepted = { ok: false, problem: problemOf({ code: 'not-now' }) };

/** @param id null: the practice as it was before */
async function wayTo({ open, shipped }: ScenarioDesk, id: string | null): Promise<Accepted> {
  if (id !== null && !(await shipped()).some((one) => one.id === id)) return notNow;
  return open(id) ? { ok: true } : notNow;
}

async function shownScenarios({ opened, shipped }: ScenarioDesk, pins: DemoPins | null): Promise<PracticeScenarios> {
  return {
    shipped: (await shipped()).map(({ id, scenario: { group, title } }) => ({ id, group, title })),
    open: opened === null ? null : { id: opened.id, title: opened.scenario.title, about: opened.scenario.about, pins },
  };
}

/** Binds the contract with a panel that answers, and with a procedure that begins locked when it is begun again. */
export function withPanel(register: ProgramPorts['registerContract'], panel: PanelHandlers): ProgramPorts['registerContract'] {
  return ({ handlers, ...registration }) => {
    const waiting = () => {
      const { value } = registration.states.read('procedure');
      return 'offer' in value && value.offer?.kind === 'retrieval';
    };
    register({ ...registration, handlers: { ...handlers, procedure: lockedForNewProcedure(handlers.procedure, panel, waiting), practice: panel } });
  };
}
