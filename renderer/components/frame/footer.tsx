import type { ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import { screenCode, usersScreenCode } from '../../../preload/contract/screen-code.ts';
import type { UsersState } from '../../../preload/contract/users.ts';
import { StartOver } from './start-over.tsx';
import { useWindow } from './window-context.tsx';
import './footer.css';

/** What the customer reads to the bank by phone, and the way back to the beginning. */
export function Footer({ snapshot, users }: { readonly snapshot: ProcedureSnapshot; readonly users: UsersState | null }) {
  const { text } = useWindow();
  const { state, interruptedAt, notice } = snapshot;
  const shown = users ?? state;
  const problem = ('problem' in shown ? shown.problem : null) ?? notice;
  const place = users === null ? screenCode(state.step) : usersScreenCode(users.screen);
  const offersStart = state.step !== 'journalUnavailable' && state.step !== 'locked' && state.step !== 'loggedOn' && interruptedAt === null;
  return (
    <footer className="footer">
      <p>
        {text.shell.screenCode} <strong translate="no">{problem?.screenCode || place}</strong>
      </p>
      {offersStart && <StartOver />}
    </footer>
  );
}
