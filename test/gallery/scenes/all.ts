import { activationScenes } from './activation.ts';
import { certificateScenes } from './certificate.ts';
import { problemScenes, unfoldedScenes } from './problems.ts';
import { releaseScenes } from './release.ts';
import type { Scene, Scenes, ScreenKey } from './scene.ts';
import { noticeScenes, surroundingScenes } from './surroundings.ts';
import { usersScenes } from './users.ts';

/** Every screen there is, in the manual's order; one without a scene does not compile. */
export const scenesByScreen: Readonly<Record<ScreenKey, Scenes>> = {
  ...releaseScenes,
  ...activationScenes,
  ...certificateScenes,
  ...usersScenes,
  ...surroundingScenes,
};

/** The screens in all their states, and every problem: what the gallery draws. */
export const screenScenes: readonly Scene[] = [...Object.values(scenesByScreen).flat(), ...noticeScenes, ...unfoldedScenes];
export const allScenes: readonly Scene[] = [...screenScenes, ...problemScenes];

/** @throws Error when there is no such scene */
export function sceneNamed(name: string): Scene {
  const scene = allScenes.find((each) => each.name === name);
  if (scene === undefined) throw new Error(`The gallery has no scene ${name}.`);
  return scene;
}
