import type { ProcedureState } from '../../preload/contract/procedure.ts';
import type { RendererWindow, WindowOptions } from './renderer-window.ts';
import { problem, releaseRequest, retrieval, snapshotOf, states, usersStates } from './snapshots.ts';

/** A screen to be looked at, as main would publish it. */
export type Screen = Pick<WindowOptions, 'snapshot' | 'users' | 'request'> & { readonly name: string };

const stepScreens: readonly Screen[] = Object.values(states).map((state: ProcedureState) => ({ name: state.step, snapshot: snapshotOf(state) }));
const usersScreens: readonly Screen[] = Object.values(usersStates)
  .filter((users) => users.screen !== 'closed')
  .map((users) => ({ name: `users: ${users.screen}`, snapshot: snapshotOf(states.loggedOn), users }));

/** Every screen of the window once, and those on which something went wrong. */
export const everyScreen: readonly Screen[] = [
  ...stepScreens,
  ...usersScreens,
  { name: 'the request form', snapshot: snapshotOf(states.locked), request: releaseRequest({ open: true }) },
  { name: 'after an interruption', snapshot: snapshotOf(states.oneTimePassword, { interruptedAt: '2026-11-22T06:05:00.000Z' }) },
  { name: 'a notice', snapshot: snapshotOf(states.locked, { notice: problem('keychain-missing', { screenCode: '1-1-511' }) }) },
  {
    name: 'a refused identification',
    snapshot: snapshotOf({ ...states.identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 2 }) }),
  },
  { name: 'a lock', snapshot: snapshotOf({ ...states.identification, problem: problem('pin-locked', { screenCode: '2-3-102' }) }) },
  {
    name: 'a failed retrieval',
    snapshot: snapshotOf(retrieval('installed', { phase: 'failed', problem: problem('keychain-locked', { reference: 'K7Q2-81', screenCode: '2-7-512' }) })),
  },
  { name: 'a certificate to be renewed', snapshot: snapshotOf({ ...states.certificateReady, validity: { kind: 'due', daysLeft: 12 } }) },
  { name: 'users: the data of one', snapshot: snapshotOf(states.loggedOn), users: { ...usersStates.change, part: 'data' } },
];

/** Brings a screen into a window that is open already, as main does: by publishing. @returns once it stands */
export async function show({ page, publish, publishUsers }: RendererWindow, { snapshot, users, request }: Screen): Promise<void> {
  await page.evaluate((value) => window.fakeMain.publish('releaseRequest', value), request ?? releaseRequest());
  await publishUsers(users ?? usersStates.closed);
  await publish(snapshot);
  await page.locator('.sheet h1').waitFor();
  // Two frames: what is fetched late has come, and effects have run.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
