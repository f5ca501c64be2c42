import type { Places } from '../../../preload/contract/places.ts';
import type { Preflight } from '../../../preload/contract/preflight.ts';
import type { ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import type { RecordState } from '../../../preload/contract/record.ts';
import type { ReleaseRequest } from '../../../preload/contract/release-request.ts';
import type { UsersState } from '../../../preload/contract/users.ts';
import type { ManualScreen } from '../prose.ts';
import { offeredBank } from './places.ts';
import { preflight } from './preflight.ts';
import { renewal, retrieval, sampleStates, snapshotOf } from './procedure.ts';
import { requestEntries } from './request.ts';
import { companyUser, usersStates } from './users.ts';

/** What a screen is drawn from in the manual's picture of it. */
export type Sample = {
  readonly snapshot: ProcedureSnapshot;
  readonly users?: UsersState;
  /** What differs from a closed form. */
  readonly request?: Pick<ReleaseRequest, 'open' | 'form' | 'entries'>;
  readonly record?: RecordState;
  readonly preflight?: Preflight;
  /** What differs from a PC on which nothing was set up; none while a place is open. */
  readonly places?: Partial<Places>;
};

const over = <U extends UsersState>(users: U) => ({ snapshot: snapshotOf(sampleStates.loggedOn), users });

/** The picture of each of the manual's pages, in the help, in print and in the gallery. A page without one does not compile. */
export const samples = {
  places: { snapshot: snapshotOf(sampleStates.start), places: {} },
  bankFile: { snapshot: snapshotOf(sampleStates.start), places: { offered: offeredBank } },
  start: { snapshot: snapshotOf(sampleStates.start) },
  newPc: { snapshot: snapshotOf(sampleStates.newPc) },
  locked: { snapshot: snapshotOf(sampleStates.locked) },
  releaseRequest: { snapshot: snapshotOf(sampleStates.locked), request: { open: true, form: 'release', entries: requestEntries } },
  awaitingRelease: { snapshot: snapshotOf(sampleStates.awaitingRelease) },
  preflight: {
    snapshot: snapshotOf(sampleStates.logonMenu),
    preflight: preflight({ 'clock-wrong': -5400, 'keychain-locked': null, 'user-elevated': null }),
  },
  logonMenu: { snapshot: snapshotOf(sampleStates.logonMenu) },
  activationMenu: { snapshot: snapshotOf(sampleStates.activationMenu) },
  identification: { snapshot: snapshotOf(sampleStates.identification) },
  newPins: { snapshot: snapshotOf(sampleStates.newPins) },
  oneTimePassword: { snapshot: snapshotOf(sampleStates.oneTimePassword) },
  certificateRequired: { snapshot: snapshotOf(sampleStates.certificateRequired) },
  retrieval: { snapshot: snapshotOf(retrieval('checked')) },
  certificateReady: { snapshot: snapshotOf(sampleStates.certificateReady) },
  loggedOn: { ...over({ ...usersStates.closed, lockedUsers: 0 }), record: { available: true, open: false, savedAs: null } },
  renewal: { snapshot: snapshotOf(renewal('sent')) },
  usersMenu: over(usersStates.menu),
  usersRegisterOrChange: over(usersStates.registerOrChange),
  userSelection: over(usersStates.selection),
  userChange: over(usersStates.change),
  userData: over({ ...usersStates.change, part: 'data', user: companyUser(2) }),
  userRegister: over(usersStates.register),
} as const satisfies Readonly<Record<ManualScreen, Sample>>;
