import { describe, expect, it } from 'vitest';
import { beyondCodes, dataCode, screenCode, stepCodes, usersCodes, usersScreenCode } from '../../preload/contract/screen-code.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { codeOf } from '../../renderer/state/code-of.ts';
import { openUsers } from '../../renderer/state/screen-of.ts';
import { problem, releaseRequest, states } from '../../tools/window/snapshots.ts';

const closed = { open: false, form: 'release' } as const;
const codeOfStep = (state: Parameters<typeof snapshotOf>[0], more: Parameters<typeof snapshotOf>[1] = {}, request = releaseRequest()) =>
  codeOf(snapshotOf(state, more), null, request);

describe('a screen code names one screen alone', () => {
  it('has no code twice', () => {
    // Closed, section 3 shows the screen of the logon.
    const { closed: _, ...usersScreens } = usersCodes;
    const codes = [...Object.values(stepCodes), ...Object.values(beyondCodes), ...Object.values(usersScreens), dataCode];
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('tells the request form from the screen that leads to it, wherever it was opened', () => {
    const open = releaseRequest({ open: true });
    expect(codeOfStep(states.locked)).toBe('1-1');
    expect(codeOfStep(states.locked, {}, open)).toBe('1-4');
    expect(codeOfStep(states.awaitingRelease, {}, open)).toBe('1-4');
    expect(codeOfStep(states.retrieval, {}, releaseRequest({ open: true, form: 'reissue' }))).toBe('1-5');
  });

  it('tells the question after a restart from the step that it asks about', () => {
    expect(codeOfStep(states.newPins)).toBe('2-4');
    expect(codeOfStep(states.newPins, { interruptedAt: '2026-11-22T06:05:00.000Z' })).toBe('0-2');
  });

  it("tells a user's PINs from the user's name", () => {
    const codes = (['pins', 'data'] as const).map((part) => {
      const snapshot = snapshotOf(states.loggedOn);
      return codeOf(snapshot, openUsers(snapshot, { ...usersStates.change, part }), closed);
    });
    expect(codes).toEqual(['3-4', '3-6']);
    expect(usersScreenCode({ screen: 'change', part: 'data' }, 122)).toBe('3-6-122');
  });

  it('gives way to the code of the problem that is shown', () => {
    const refused = problem('identification-refused', { screenCode: screenCode('identification', 101) });
    expect(codeOfStep({ ...states.identification, problem: refused })).toBe('2-3-101');
  });
});
