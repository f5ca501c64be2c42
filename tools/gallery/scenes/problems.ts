import { type ProblemCode, problemCodes, problemNumbers } from '../../../preload/contract/problem-numbers.ts';
import { openUsers, screenOf, usersScreenNames } from '../../../renderer/state/screen-of.ts';
import { problemScene } from '../../window/problem-snapshots.ts';
import type { Scene } from './scene.ts';

/** Every problem of the catalogue where it usually stands: folded as it comes, and once with all that it can say. */

function sceneOf(code: ProblemCode, kind: 'p' | 'q'): Scene {
  const { snapshot, users } = problemScene(code);
  const opened = users === null ? null : openUsers(snapshot, users);
  const screen = opened === null ? screenOf(snapshot, { open: false, form: 'release' }) : usersScreenNames[opened.screen];
  return { name: `${kind}${problemNumbers[code]}-${code}`, screen, snapshot, ...(users === null ? {} : { users }) };
}

const unfold: Scene['prepare'] = async (page) => {
  for (const summary of await page.locator('.advice summary').all()) await summary.click();
};

export const problemScenes: readonly Scene[] = problemCodes.map((code) => sceneOf(code, 'p'));

/** What is behind the folds is the same frame for every code: three of them stand for all. */
export const unfoldedScenes: readonly Scene[] = (['certificate-expired', 'certificates-piled-up', 'bank-untrusted'] as const).map((code) => {
  const scene = sceneOf(code, 'q');
  return { ...scene, name: `${scene.name}-unfolded`, prepare: unfold };
});

/** The company's proxy asks, and the person has opened where it is answered. */
export const proxyScenes: readonly Scene[] = [
  {
    ...sceneOf('proxy-credentials-wanted', 'q'),
    name: '120-proxy-sign-in',
    prepare: async (page, text) => {
      await page.getByRole('button', { name: text.proxy.open }).first().click();
      // Its code is fetched when it is first wanted.
      await page.getByRole('alertdialog').waitFor();
    },
  },
];
