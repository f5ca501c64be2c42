import type { ProcedureSnapshot, StepName } from '../../../preload/contract/procedure.ts';
import type { HelpPage } from '../../help/help-page.ts';
import { HelpButton } from './help-button.tsx';
import { StartOver } from './start-over.tsx';
import { useWindow } from './window-context.tsx';
import './footer.css';

/** Where the screen itself leads back to the start, is it, or has a way of its own. */
const leadsThere: ReadonlySet<StepName> = new Set(['journalUnavailable', 'start', 'newPc', 'locked', 'logonMenu', 'certificateReady', 'loggedOn']);

/** The rail's foot: the manual at this screen, what the customer reads to the bank by phone, and the way back to the beginning. */
export function Footer({ snapshot: { state, interruptedAt }, help }: { readonly snapshot: ProcedureSnapshot; readonly help: HelpPage }) {
  const { screenCode, text } = useWindow();
  const offersStart = interruptedAt === null && !leadsThere.has(state.step);
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
