import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { type Outcome, problemOf } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { PracticeBankHandle } from '../practice-bank/process.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { lockedForNewProcedure } from './new-procedure.ts';

type PanelHandlers = RequestHandlers['practice'];

/**
 * The practice panel's requests: the papers of the demo company, the part of the branch, and the situations.
 * @param handle the running practice bank
 */
export function panelHandlers(handle: () => Promise<Outcome<PracticeBankHandle>>): PanelHandlers {
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
    setSituation: ({ code }) => command((bank) => bank.setSituation(code)),
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
