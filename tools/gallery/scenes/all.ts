import { activationScenes } from './activation.ts';
import { certificateScenes } from './certificate.ts';
import { certificateFirstScenes } from './certificate-first.ts';
import { keyboardScenes } from './keyboard.ts';
import { placesScenes } from './places.ts';
import { problemScenes, proxyScenes, unfoldedScenes } from './problems.ts';
import { releaseScenes } from './release.ts';
import { renewalScenes, validityScenes } from './renewal.ts';
import type { Scene, Scenes, ScreenKey } from './scene.ts';
import { startScenes } from './start.ts';
import { noticeScenes, surroundingScenes } from './surroundings.ts';
import { usersScenes } from './users.ts';

/** Every screen there is, in the manual's order; one without a scene does not compile. */
export const scenesByScreen: Readonly<Record<ScreenKey, Scenes>> = {
  ...placesScenes,
  ...startScenes,
  ...releaseScenes,
  ...activationScenes,
  ...certificateScenes,
  ...renewalScenes,
  ...usersScenes,
  ...keyboardScenes,
  ...surroundingScenes,
};

/** The screens in all their states, and every problem: what the gallery draws. */
export const screenScenes: readonly Scene[] = [
  ...Object.values(scenesByScreen).flat(),
  ...validityScenes,
  ...certificateFirstScenes,
  ...noticeScenes,
  ...unfoldedScenes,
  ...proxyScenes,
];
export const allScenes: readonly Scene[] = [...screenScenes, ...problemScenes];

/** What the first scene of a screen does not show yet, and what may go wrong in another look. */
const tellingNames: readonly string[] = [
  '131-places-several',
  '141-settings-prescribed',
  '161-hand-over-broken',
  '163-hand-over-long',
  '111-start-good',
  '112-start-due',
  '113-start-revoke-first',
  '114-start-interrupted',
  '115-start-no-certificate',
  '35-awaiting-whole',
  '32-request-whole',
  '33-request-errors',
  '34-request-saved',
  '36-preflight-running',
  '37-preflight-details',
  '38-preflight-bad',
  '09-identification-last-attempt',
  '10-identification-locked',
  '102-identification-review',
  '11-identification-full-width',
  '14-new-pins-errors',
  '103-new-pins-refused',
  '104-new-pins-largest',
  '17-one-time-password-refused',
  '73-one-time-password-single',
  '20-retrieval-waiting',
  '22-retrieval-failed',
  '94-certificate-ready-due',
  '94-certificate-ready-expired',
  '26-notice',
  '54-user-selection-done',
  '56-user-selection-99',
  '58-user-selection-nobody',
  '80-user-selection-loading',
  '62-user-change-errors',
  '65-user-change-data',
  '88-panel-situation',
  '143-panel-scenarios',
  '144-panel-scenario-question',
  '145-panel-open-scenario',
  '46-keyboard-digits',
  '47-keyboard-symbols',
  '48-keyboard-capitals',
  '49-keyboard-shuffled',
  'q202-certificate-expired-unfolded',
  'q509-certificates-piled-up-unfolded',
];

/** Every screen as it usually comes. */
export const firstScenes: readonly Scene[] = Object.values(scenesByScreen).map(([first]) => first);

/** What is drawn in the looks of the screens: every screen, and all that can stand on one, at least once. */
export const tellingScenes: readonly Scene[] = [...firstScenes, ...tellingNames.map(sceneNamed)];

/** @throws Error when there is no such scene */
export function sceneNamed(name: string): Scene {
  const scene = allScenes.find((each) => each.name === name);
  if (scene === undefined) throw new Error(`The gallery has no scene ${name}.`);
  return scene;
}
