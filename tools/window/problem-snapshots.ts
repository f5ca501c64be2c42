import type { Problem } from '../../preload/contract/problem.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { screenCode, usersScreenCode } from '../../preload/contract/screen-code.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import { retrieval, snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { endsLogon, usualOf } from '../../renderer/reproduction/samples/problems.ts';
import { type Place, type UsersPlace, usualPlaces } from '../../renderer/reproduction/usual-place.ts';
import { problem, states } from './snapshots.ts';

/** What the window is given to show a problem; users: null where section 3 is closed. */
export type ProblemScene = { readonly snapshot: ProcedureSnapshot; readonly users: UsersState | null };

/** How long the certificate is good for where a problem speaks of it. */
const validities: Partial<Record<ProblemCode, Validity>> = {
  'certificate-expires-soon': { kind: 'due', daysLeft: 12 },
  'certificate-expired': { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' },
  'certificate-expired-revoke-first': { kind: 'revokeFirst' },
  'certificate-expired-paper-form': { kind: 'paperForm' },
};

/** @returns a window in which the problem stands where it usually does */
export function problemScene(code: ProblemCode): ProblemScene {
  const place = usualPlaces[code];
  const more = usualOf(code);
  const ready = { ...states.certificateReady, validity: validities[code] ?? states.certificateReady.validity };
  switch (place) {
    case 'selection':
    case 'change':
    case 'register': {
      const shown = problem(code, { screenCode: usersScreenCode({ screen: place }, problemNumbers[code]), ...more });
      return { snapshot: snapshotOf(states.loggedOn), users: { ...usersStates[place], problem: shown } };
    }
    case 'notice':
      return { snapshot: snapshotOf(ready, { notice: inProcedure(code, 'certificateReady') }), users: null };
    case 'waitingNotice':
      return { snapshot: snapshotOf(states.awaitingRelease, { notice: inProcedure(code, 'awaitingRelease') }), users: null };
    case 'retrievalNotice': {
      const pending = retrieval('waiting', { phase: 'failed', problem: inProcedure('enrolment-pending', 'retrieval') });
      return { snapshot: snapshotOf(pending, { notice: inProcedure(code, 'retrieval') }), users: null };
    }
    case 'retrieval':
      return {
        snapshot: snapshotOf(retrieval(code === 'enrolment-pending' ? 'waiting' : 'sent', { phase: 'failed', problem: inProcedure(code, place) })),
        users: null,
      };
    case 'journalUnavailable':
    case 'identification':
    case 'newPins':
    case 'oneTimePassword':
      return { snapshot: snapshotOf({ ...states[place], problem: inProcedure(code, place) }), users: null };
    case 'certificateReady':
      return { snapshot: snapshotOf({ ...ready, problem: inProcedure(code, place) }), users: null };
    default:
      return place satisfies never;
  }
}

function inProcedure(code: ProblemCode, step: Exclude<Place, UsersPlace | 'notice' | 'waitingNotice' | 'retrievalNotice'> | 'awaitingRelease'): Problem {
  return problem(code, { screenCode: screenCode(endsLogon(code) ? 'loggedOn' : step, problemNumbers[code]), ...usualOf(code) });
}
