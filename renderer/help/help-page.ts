import type { Places } from '../../preload/contract/places.ts';
import type { ProcedureSnapshot, StepName } from '../../preload/contract/procedure.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { type OpenUsers, screenOf } from '../state/screen-of.ts';
import type { ManualScreen } from './prose.ts';

/** A page of the help: of a screen, or the way at a glance. */
export type HelpPage = ManualScreen | 'overview';

/** While nobody knows where the procedure stands, the whole way is shown. */
const ofSteps: Readonly<Record<StepName, HelpPage>> = {
  journalUnavailable: 'overview',
  start: 'start',
  newPc: 'newPc',
  locked: 'locked',
  awaitingRelease: 'awaitingRelease',
  logonMenu: 'logonMenu',
  activationMenu: 'activationMenu',
  identification: 'identification',
  newPins: 'newPins',
  oneTimePassword: 'oneTimePassword',
  certificateRequired: 'certificateRequired',
  retrieval: 'retrieval',
  certificateReady: 'certificateReady',
  loggedOn: 'loggedOn',
  renewal: 'renewal',
};

const ofUsers: Readonly<Record<OpenUsers['screen'], HelpPage>> = {
  menu: 'usersMenu',
  registerOrChange: 'usersRegisterOrChange',
  selection: 'userSelection',
  change: 'userChange',
  register: 'userRegister',
};

/**
 * @param users section 3 where it is on the screen
 * @returns the help's page for what is on the screen; after a restart in the middle, that of the step to go on with
 */
export function helpPageOf(snapshot: ProcedureSnapshot, users: OpenUsers | null, request: Pick<ReleaseRequest, 'open' | 'form'>): HelpPage {
  if (users !== null) return users.screen === 'change' && users.part === 'data' ? 'userData' : ofUsers[users.screen];
  return screenOf(snapshot, request) === 'release-request' ? 'releaseRequest' : ofSteps[snapshot.state.step];
}

/** The same while no place is open. */
export function placesHelpOf({ offered }: Pick<Places, 'offered'>): HelpPage {
  return offered === null ? 'places' : 'bankFile';
}
