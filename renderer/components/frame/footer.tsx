import type { ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import type { HelpPage } from '../../help/help-page.ts';
import { HelpButton } from './help-button.tsx';
import { StartOver } from './start-over.tsx';
import { useWindow } from './window-context.tsx';
import './footer.css';

/** The rail's foot: the manual at this screen, what the customer reads to the bank by phone, and the way back to the beginning. */
export function Footer({ snapshot: { state, interruptedAt }, help }: { readonly snapshot: ProcedureSnapshot; readonly help: HelpPage }) {
  const { screenCode, text } = useWindow();
  const offersStart = state.step !== 'journalUnavailable' && state.step !== 'locked' && state.step !== 'loggedOn' && interruptedAt === null;
  return (
    <footer className="footer">
      <HelpButton page={help} />
      {offersStart && <StartOver icon="again" />}
      <p>
        <span className="footer-name">{text.shell.screenCode}</span> <strong translate="no">{screenCode}</strong>
      </p>
    </footer>
  );
}
