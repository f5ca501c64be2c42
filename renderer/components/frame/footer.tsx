import type { ProcedureSnapshot, StepName } from '../../../preload/contract/procedure.ts';
import type { HelpPage } from '../../help/help-page.ts';
import { HelpButton } from './help-button.tsx';
import { ScreenCodeButton } from './screen-code-button.tsx';
import { StartOver } from './start-over.tsx';
import './footer.css';

/** Where the screen itself leads back to the start, is it, or has a way of its own. */
const leadsThere: ReadonlySet<StepName> = new Set(['journalUnavailable', 'start', 'newPc', 'locked', 'logonMenu', 'certificateReady', 'loggedOn']);

/** snapshot: none while no place is open. */
type Props = { readonly snapshot?: ProcedureSnapshot; readonly help: HelpPage };

/** The rail's foot: the manual at this screen, what the customer reads to the bank by phone, and the way back to the beginning. */
export function Footer({ snapshot, help }: Props) {
  const offersStart = snapshot !== undefined && snapshot.interruptedAt === null && !leadsThere.has(snapshot.state.step);
  return (
    <footer className="footer">
      <HelpButton page={help} />
      {offersStart && <StartOver icon="again" />}
      <ScreenCodeButton />
    </footer>
  );
}
