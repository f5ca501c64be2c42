import { samples } from '../../../renderer/help/samples/pages.ts';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { problem, states } from '../../window/snapshots.ts';
import { fill, type Scenes } from './scene.ts';

/** Manual 2 (3) to (5): contractor ID, new PINs, one-time password. */

const { identification, newPins, oneTimePassword } = states;

const identificationScenes: Scenes = [
  { name: '06-identification', screen: 'identification', ...samples.identification },
  {
    name: '08-identification-refused',
    screen: 'identification',
    snapshot: snapshotOf({ ...identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 5 }) }),
  },
  {
    name: '09-identification-last-attempt',
    screen: 'identification',
    snapshot: snapshotOf({ ...identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 1 }) }),
  },
  {
    name: '10-identification-locked',
    screen: 'identification',
    snapshot: snapshotOf({ ...identification, problem: problem('pin-locked', { screenCode: '2-3-102' }) }),
  },
  {
    name: '11-identification-full-width',
    screen: 'identification',
    snapshot: snapshotOf(identification),
    prepare: (page) => fill(page, 'contractorId', '４０７１８２０５９３６'),
  },
  {
    name: '102-identification-review',
    screen: 'identification',
    snapshot: snapshotOf({ ...identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 2 }) }),
    prepare: async (page, text) => {
      await fill(page, 'contractorId', '40718205936');
      await fill(page, 'registrationPin', '8264');
      await page.getByRole('button', { name: text.screens.identification.action, exact: true }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: '12-identification-sending', screen: 'identification', snapshot: snapshotOf({ ...identification, phase: 'sending' }) },
  {
    name: '70-identification-empty',
    screen: 'identification',
    snapshot: snapshotOf(identification),
    prepare: (page, text) => page.getByRole('button', { name: text.screens.identification.action, exact: true }).click(),
  },
];

const newPinsScenes: Scenes = [
  { name: '13-new-pins', screen: 'new-pins', ...samples.newPins },
  {
    name: '14-new-pins-errors',
    screen: 'new-pins',
    snapshot: snapshotOf(newPins),
    prepare: async (page, text) => {
      await fill(page, 'logonPin', 'umisora');
      await fill(page, 'logonPinReentry', 'umisor');
      await fill(page, 'email', 'soumu@');
      await page.getByRole('button', { name: text.screens.newPins.action }).click();
    },
  },
  {
    name: '103-new-pins-refused',
    screen: 'new-pins',
    snapshot: snapshotOf({ ...newPins, problem: problem('registration-pin-refused', { field: 'registrationPin', attemptsLeft: 1, screenCode: '2-4-108' }) }),
  },
  { name: '104-new-pins-largest', screen: 'new-pins', snapshot: snapshotOf(newPins), textSize: 'largest' },
  { name: '71-new-pins-whole', screen: 'new-pins', snapshot: snapshotOf(newPins), whole: true },
  { name: '72-new-pins-sending', screen: 'new-pins', snapshot: snapshotOf({ ...newPins, phase: 'sending' }) },
];

const oneTimePasswordScenes: Scenes = [
  { name: '15-one-time-password', screen: 'one-time-password', ...samples.oneTimePassword },
  {
    name: '17-one-time-password-refused',
    screen: 'one-time-password',
    snapshot: snapshotOf({
      ...oneTimePassword,
      problem: problem('one-time-password-refused', { field: 'oneTimePassword', attemptsLeft: 2, screenCode: '2-5-109' }),
    }),
  },
  {
    name: '73-one-time-password-single',
    screen: 'one-time-password',
    snapshot: snapshotOf({ ...oneTimePassword, position: null }),
    bank: (bank) => ({ ...bank, cardGrid: null }),
  },
  { name: '74-one-time-password-sending', screen: 'one-time-password', snapshot: snapshotOf({ ...oneTimePassword, phase: 'sending' }) },
];

export const activationScenes = { identification: identificationScenes, 'new-pins': newPinsScenes, 'one-time-password': oneTimePasswordScenes } as const;
