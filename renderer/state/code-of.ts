import type { Places } from '../../preload/contract/places.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { beyondCodes, placesCode, screenCode, usersScreenCode } from '../../preload/contract/screen-code.ts';
import { noticeOf, type OpenUsers, screenOf } from './screen-of.ts';

/**
 * What the customer reads to the bank by phone.
 * @param users section 3 where it is on the screen
 * @returns the code of the problem that is shown, else of the screen: one code, one screen
 */
export function codeOf(snapshot: ProcedureSnapshot, users: OpenUsers | null, request: Pick<ReleaseRequest, 'open' | 'form'>): string {
  return problemOf(snapshot, users)?.screenCode || placeOf(snapshot, users, request);
}

function problemOf(snapshot: ProcedureSnapshot, users: OpenUsers | null): Problem | null {
  const shown = users ?? snapshot.state;
  return ('problem' in shown ? shown.problem : null) ?? noticeOf(snapshot);
}

function placeOf(snapshot: ProcedureSnapshot, users: OpenUsers | null, request: Pick<ReleaseRequest, 'open' | 'form'>): string {
  if (users !== null) return usersScreenCode(users);
  switch (screenOf(snapshot, request)) {
    case 'release-request':
      return beyondCodes[request.form];
    case 'resume':
      return beyondCodes.resume;
    default:
      return screenCode(snapshot.state.step);
  }
}

/** The same while no place is open. */
export function placesCodeOf({ offered, problem }: Pick<Places, 'offered' | 'problem'>): string {
  return offered === null ? (problem?.screenCode ?? placesCode('places')) : placesCode('bankFile');
}
