import type { ReceivedFile } from './places/places.ts';
import type { Program } from './program-host.ts';
import { readBankFileAt } from './window/open-bank-file.ts';
import type { FromOutside } from './window/opened-from-outside.ts';
import { showReceivedFile } from './window/start-failure.ts';

/** What other programs hand in, and what becomes of it. */

/** What comes from outside before the program is there waits for it. @param show brings the window to the front */
export function waitForProgram(show: () => void): { receive(what: FromOutside): void; opened(program: Program): void } {
  let opened: (program: Program) => void = () => undefined;
  const program = new Promise<Program>((resolve) => {
    opened = resolve;
  });
  return { opened, receive: (what) => void program.then((there) => takeFromOutside(there, what, show)) };
}

/** A bank file goes to the list of places. A screen code brings the window to the front; it is support's, whose mode shows it. */
async function takeFromOutside(program: Program, what: FromOutside, show: () => void): Promise<void> {
  show();
  if (what.kind === 'screen-code') {
    program.showAsked({ code: what.code, file: null });
    return;
  }
  const file = await readBankFileAt(what.path);
  const received: ReceivedFile = file.ok ? await program.receiveFile(file.value) : { kind: 'refused', code: file.problem.code };
  if (received.kind === 'shown') return;
  const isPrescribed = received.kind === 'refused' && received.code === 'prescribed-by-policy';
  await showReceivedFile(program.language(), isPrescribed ? 'prescribed' : received.kind);
}
