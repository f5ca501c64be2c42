import { describe, expect, test } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { factsOf } from '../../renderer/help/facts.ts';
import { helpPageOf } from '../../renderer/help/help-page.ts';
import { manualPages } from '../../renderer/help/pages.ts';
import { proseEn } from '../../renderer/help/prose-en.ts';
import { proseJa } from '../../renderer/help/prose-ja.ts';
import { proseKo } from '../../renderer/help/prose-ko.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { codeOf } from '../../renderer/state/code-of.ts';
import { liveSession } from '../../renderer/state/live-session.ts';
import { openUsers } from '../../renderer/state/screen-of.ts';
import { screenScenes } from '../../tools/gallery/scenes/all.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { practiceBank, releaseRequest, states } from '../../tools/window/snapshots.ts';

const proses = { ja: proseJa, en: proseEn, ko: proseKo };

describe('the help', () => {
  test.each(screenScenes.map((scene) => [scene.name, scene] as const))('has a page for %s, under the code that the screen shows', (_name, scene) => {
    const request = scene.request ?? releaseRequest();
    const users = openUsers(scene.snapshot, scene.users ?? usersStates.closed, request);
    const page = helpPageOf(scene.snapshot, users, request);
    const inPlace = scene.snapshot.interruptedAt === null && scene.snapshot.notice === null;
    const { state } = scene.snapshot;
    const quiet = inPlace && !('problem' in (users ?? state) && Reflect.get(users ?? state, 'problem') !== null);
    if (page === 'overview') return expect(state.step).toBe('journalUnavailable');
    for (const language of languages)
      expect(proses[language](catalogues[language], factsOf(practiceBank, language)).screens[page].does.length).toBeGreaterThan(0);
    if (quiet) expect(manualPages[page].code).toBe(codeOf(scene.snapshot, users, request));
  });
});

describe('a session that can be ended', () => {
  test('is the administrator’s after the logon and the activation’s between PINs and one-time password, and no other', () => {
    const alive = Object.values(states).filter((state) => liveSession(snapshotOf(state), usersStates.closed) !== null);
    expect(alive.map(({ step }) => step)).toEqual(['newPins', 'oneTimePassword', 'loggedOn']);
    expect(liveSession(snapshotOf(states.loggedOn), { screen: 'closed' })).toBeNull();
    expect(liveSession(snapshotOf(states.loggedOn), usersStates.menu)).toMatchObject({ company: states.loggedOn.organization });
  });
});
