import { readdirSync, readFileSync } from 'node:fs';

/**
 * Stops the practice bank's process for a while, as a bank that takes its time: what is sent to it is
 * neither answered nor refused. Linux only.
 * @param mainPid the program's main process
 * @returns lets the bank go on
 */
export function holdBank(mainPid: number): () => void {
  const bank = childrenOf(mainPid).find(isBank);
  if (bank === undefined) throw new Error('The practice bank does not run.');
  process.kill(bank, 'SIGSTOP');
  return () => void process.kill(bank, 'SIGCONT');
}

function childrenOf(pid: number): number[] {
  const lists = readdirSync(`/proc/${pid}/task`).map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'));
  return lists.flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number));
}

/** On the stand-in a Node process with the bank's file, on Electron a utility process. */
function isBank(pid: number): boolean {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return words.some((word) => word.endsWith('bank.cjs') || word === '--utility-sub-type=node.mojom.NodeService');
}
