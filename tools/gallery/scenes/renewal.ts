import type { Validity } from '../../../preload/contract/validity.ts';
import { samples } from '../../../renderer/help/samples/pages.ts';
import { renewal, snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../../renderer/help/samples/users.ts';
import { problem, states } from '../../window/snapshots.ts';
import type { Scene, Scenes } from './scene.ts';

/** The certificate's renewal, and what the screens of the logon say of how long it is still good for. */

export const renewalScenes = {
  renewal: [
    { name: '93-renewal-sent', screen: 'renewal', ...samples.renewal },
    { name: '93-renewal-waiting', screen: 'renewal', snapshot: snapshotOf(renewal('waiting', { waitingUntil: '2026-11-22T06:04:05.000Z' })) },
    { name: '93-renewal-cancelling', screen: 'renewal', snapshot: snapshotOf(renewal('sent', { phase: 'cancelling' })) },
    { name: '93-renewal-stopped', screen: 'renewal', snapshot: snapshotOf(renewal('request', { phase: 'stopped' })) },
    {
      name: '93-renewal-failed',
      screen: 'renewal',
      snapshot: snapshotOf(renewal('sent', { phase: 'failed', problem: problem('certificate-expired-paper-form', { screenCode: '2-10-212' }) })),
    },
  ],
} as const satisfies Readonly<Record<string, Scenes>>;

const due: Validity = { kind: 'due', daysLeft: 12 };
const kinds: Readonly<Record<Exclude<Validity['kind'], 'notDue'>, Validity>> = {
  due,
  closed: { kind: 'closed', wants: 'revokeFirst' },
  expired: { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' },
  revokeFirst: { kind: 'revokeFirst' },
  paperForm: { kind: 'paperForm' },
};

/** A kind of validity without a scene does not compile. */
export const validityScenes: readonly Scene[] = [
  ...Object.entries(kinds).map(
    ([kind, validity]): Scene => ({
      name: `94-certificate-ready-${kind}`,
      screen: 'certificate-ready',
      snapshot: snapshotOf({ ...states.certificateReady, validity }),
    }),
  ),
  {
    name: '94-certificate-ready-last-day',
    screen: 'certificate-ready',
    snapshot: snapshotOf({ ...states.certificateReady, validity: { kind: 'due', daysLeft: 0 } }),
  },
  {
    name: '94-certificate-ready-closes-today',
    screen: 'certificate-ready',
    snapshot: snapshotOf({ ...states.certificateReady, validity: { kind: 'due', daysLeft: 0, closesAt: '2027-11-22T00:00:00.000Z' } }),
  },
  {
    name: '94-certificate-ready-refused',
    screen: 'certificate-ready',
    snapshot: snapshotOf({ ...states.certificateReady, validity: null, problem: problem('certificate-expired', { screenCode: '2-8-202' }) }),
  },
  { name: '95-logged-on-due', screen: 'logged-on', snapshot: snapshotOf({ ...states.loggedOn, validity: due }), whole: true },
  {
    name: '95-users-menu-due',
    screen: 'users-menu',
    snapshot: snapshotOf({ ...states.loggedOn, validity: due }, { notice: problem('certificate-expires-soon', { screenCode: '2-9-214' }) }),
    users: usersStates.menu,
  },
  { name: '96-resume-renewal', screen: 'resume', snapshot: snapshotOf(states.renewal, { interruptedAt: '2026-11-22T06:05:00.000Z' }) },
];
