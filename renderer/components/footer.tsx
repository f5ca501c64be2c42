import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { screenCode } from '../../preload/contract/screen-code.ts';
import { StartOver } from './start-over.tsx';
import { useWindow } from './window-context.tsx';
import './footer.css';

/** What the customer reads to the bank by phone, and the way back to the beginning. */
export function Footer({ snapshot }: { readonly snapshot: ProcedureSnapshot }) {
  const { text } = useWindow();
  const { state, interruptedAt, notice } = snapshot;
  const problem = ('problem' in state ? state.problem : null) ?? notice;
  const offersStart = state.step !== 'locked' && state.step !== 'loggedOn' && interruptedAt === null;
  return (
    <footer className="footer">
      <p>
        {text.shell.screenCode} <strong translate="no">{problem?.screenCode || screenCode(state.step)}</strong>
      </p>
      {offersStart && <StartOver />}
    </footer>
  );
}
