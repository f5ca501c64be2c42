import type { Places } from '../../../preload/contract/places.ts';
import { problemNumbers } from '../../../preload/contract/problem-numbers.ts';
import { placesCode } from '../../../preload/contract/screen-code.ts';
import { firstStart, offeredBank } from '../../../renderer/help/samples/places.ts';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { asahi, minato } from '../../../renderer/reproduction/samples/places.ts';
import { problem, states } from '../../window/snapshots.ts';
import type { Scene, Scenes, ScreenKey } from './scene.ts';

/** The list of places, from the first start to an accountant's ten companies, and the bank file that is compared. */

const problemHere = (code: 'bank-file-expired' | 'bank-file-damaged' | 'prescribed-by-policy') =>
  problem(code, { screenCode: placesCode('places', problemNumbers[code]) });

const scene = (name: string, screen: ScreenKey, places: Partial<Places>): Scene => ({
  name,
  screen,
  snapshot: snapshotOf(states.start),
  places: { ...firstStart, ...places },
  bank: (bank) => ({ ...bank, practice: false, name: { ja: 'Kaitsu', en: 'Kaitsu', ko: 'Kaitsu' } }),
});

const list: Scenes = [
  scene('130-places-first', 'places', {}),
  scene('131-places-several', 'places', { banks: [asahi, minato], practice: 'begun' }),
  scene('132-places-taken', 'places', { banks: [{ ...asahi, contracts: [] }], told: 'taken' }),
  scene('133-places-prescribed', 'places', { banks: [asahi], practice: 'forbidden', prescribedBy: '情報システム部' }),
  scene('134-places-expired', 'places', { banks: [{ ...asahi, problem: problemHere('bank-file-expired') }], problem: problemHere('bank-file-expired') }),
  {
    ...scene('139-places-help', 'places', {}),
    prepare: async (page, text) => {
      await page.getByRole('button', { name: text.help.open }).click();
      await page.locator('#help-title').waitFor();
    },
  },
  scene('135-places-blocked', 'places', { practice: 'forbidden', prescribedBy: '', problem: problemHere('prescribed-by-policy') }),
];

const file: Scenes = [
  scene('136-bank-file', 'bank-file', { offered: offeredBank }),
  {
    ...scene('137-bank-file-foreign', 'bank-file', { offered: offeredBank }),
    prepare: async (page, text) => {
      await page.evaluate((answer) => Object.assign(window.fakeMain.answers, { 'places.confirmFile': answer }), {
        ok: false,
        problem: problem('bank-file-foreign', { screenCode: placesCode('bankFile', problemNumbers['bank-file-foreign']) }),
      });
      await page.getByRole('textbox').fill('4817-0362-9951-2274-6608-1539-7720-4417');
      await page.getByRole('button', { name: text.places.file.take }).click();
      await page.getByText(text.problem.codes['bank-file-foreign'].title).waitFor();
    },
  },
  {
    ...scene('138-bank-file-empty', 'bank-file', { offered: offeredBank }),
    prepare: (page, text) => page.getByRole('button', { name: text.places.file.take }).click(),
  },
];

export const placesScenes = { places: list, 'bank-file': file } as const;
