import { describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { type PreflightFinding, preflightFindings } from '../../preload/contract/preflight-findings.ts';
import { problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { retrievalStages } from '../../preload/contract/procedure.ts';
import { ja } from '../../renderer/text/ja/catalogue.ts';
import { looks, pictureName } from '../../tools/gallery/looks.ts';
import { presentedOf } from '../../tools/gallery/presenting.ts';
import { referenceNames } from '../../tools/gallery/references.ts';
import { allScenes, sceneNamed, scenesByScreen, screenScenes } from '../../tools/gallery/scenes/all.ts';
import { problemScenes } from '../../tools/gallery/scenes/problems.ts';
import { codeOf, problemOf } from '../../tools/gallery/scenes/scene.ts';

const surroundings = [
  'software-keyboard',
  'practice-panel',
  'start-over',
  'log-off',
  'help',
  'hand-over',
  'settings',
  'screen-code',
  'bundle',
  'waiting',
  'unavailable',
];
/** As the text catalogue names what the window's folders name. */
const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

describe('the gallery', () => {
  it('shows every problem of the catalogue', () => {
    expect(problemScenes.map(codeOf)).toEqual(problemCodes);
  });

  it.each(Object.keys(ja.screens))('shows the screen of the texts of %s', (name) => {
    expect(Object.keys(scenesByScreen)).toContain(kebab(name));
  });

  it.each(['menu', 'registerOrChange', 'selection', 'change', 'register'] as const)("shows the users' screen %s", (name) => {
    expect(ja.users[name].title).not.toBe('');
    const shown = screenScenes.filter((scene) => scene.users?.screen === name);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('shows every stage of the retrieval and every phase of it', () => {
    const states = scenesByScreen.retrieval.flatMap(({ snapshot: { state } }) => (state.step === 'retrieval' ? [state] : []));
    expect(new Set(states.map((state) => state.stage))).toEqual(new Set(retrievalStages));
    expect(new Set(states.map((state) => state.phase))).toEqual(new Set(['running', 'cancelling', 'stopped', 'failed']));
  });

  it('shows whatever the preflight can find', () => {
    const found = new Set<PreflightFinding | null>(allScenes.flatMap(({ preflight }) => (preflight?.results ?? []).map((result) => result.finding)));
    const usual = ['network-up', 'clock-right', 'proxy-none', 'tls-trusted', 'keychain-ready', 'store-ready', 'user-usual', 'disk-ready'];
    expect(Object.keys(preflightFindings).filter((finding) => ![...found].some((each) => each === finding) && !usual.includes(finding))).toEqual([]);
  });

  it('files every scene under the screen that its published values draw', () => {
    for (const [screen, scenes] of Object.entries(scenesByScreen)) {
      if (surroundings.includes(screen)) continue;
      for (const scene of scenes) expect([scene.name, presentedOf(scene).screen]).toEqual([scene.name, screen]);
    }
  });

  it('shows with every problem the number that a customer would read out for it', () => {
    for (const scene of allScenes) {
      const code = codeOf(scene);
      if (code === null) continue;
      expect([scene.name, problemOf(scene)?.screenCode]).toEqual([scene.name, expect.stringMatching(new RegExp(`-${problemNumbers[code]}$`, 'u'))]);
    }
  });

  it('gives no two pictures one name', () => {
    const names = allScenes.flatMap((scene) => languages.flatMap((language) => looks.map((look) => pictureName(scene.name, language, look))));
    expect(new Set(names).size).toBe(names.length);
  });

  it('keeps some of its pictures to be compared', () => {
    const names = new Set(allScenes.flatMap((scene) => languages.flatMap((language) => looks.map((look) => pictureName(scene.name, language, look)))));
    expect(referenceNames.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(referenceNames).size).toBe(33);
  });

  it('does not take a scene for granted that is not there', () => {
    expect(sceneNamed('01-locked').screen).toBe('locked');
    expect(() => sceneNamed('02-nothing')).toThrow('02-nothing');
  });
});
