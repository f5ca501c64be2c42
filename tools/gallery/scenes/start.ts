import { problemNumbers } from '../../../preload/contract/problem-numbers.ts';
import { screenCode } from '../../../preload/contract/screen-code.ts';
import type { Validity } from '../../../preload/contract/validity.ts';
import { samples } from '../../../renderer/help/samples/pages.ts';
import { heldCertificate, snapshotOf, waitingRight } from '../../../renderer/help/samples/procedure.ts';
import { problem, releaseRequest, states } from '../../window/snapshots.ts';
import type { Scene, Scenes } from './scene.ts';

/** The start in everything it knows of this PC, and what is said of a PC that has no certificate. */

const withCertificate = (name: string, validity: Validity | null, more: Partial<Scene['snapshot']> = {}): Scene => ({
  name,
  screen: 'start',
  snapshot: snapshotOf(states.start, { offer: { ...heldCertificate, validity }, ...more }),
});

const start: Scenes = [
  { name: '110-start', screen: 'start', ...samples.start },
  { name: '110-start-real-bank', screen: 'start', snapshot: snapshotOf(states.start), bank: (bank) => ({ ...bank, practice: false }) },
  { ...withCertificate('111-start-good', heldCertificate.validity), record: { available: true, open: false, savedAs: null } },
  withCertificate('111-start-looking', null),
  withCertificate('111-start-doubted', heldCertificate.validity, {
    notice: problem('certificate-absent-on-pc', { screenCode: screenCode('start', problemNumbers['certificate-absent-on-pc']) }),
  }),
  { ...withCertificate('112-start-due', { kind: 'due', daysLeft: 12 }), reminders: { offered: true, snoozedUntil: null } },
  { ...withCertificate('112-start-due-snoozed', { kind: 'due', daysLeft: 12 }), reminders: { offered: true, snoozedUntil: '2026-12-03T03:00:00.000Z' } },
  withCertificate('112-start-closes', { kind: 'due', daysLeft: 0, closesAt: '2027-11-22T00:00:00.000Z' }),
  withCertificate('113-start-closed', { kind: 'closed', wants: 'revokeFirst' }),
  withCertificate('113-start-expired', { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' }),
  withCertificate('113-start-revoke-first', { kind: 'revokeFirst' }),
  withCertificate('113-start-paper-form', { kind: 'paperForm' }),
  { name: '114-start-interrupted', screen: 'start', snapshot: snapshotOf(states.start, { offer: waitingRight }) },
  {
    name: '115-start-no-certificate',
    screen: 'start',
    snapshot: snapshotOf(states.start),
    prepare: async (page, text) => {
      await page.evaluate((answer) => Object.assign(window.fakeMain.answers, { 'procedure.chooseLogon': answer }), {
        ok: false,
        problem: problem('certificate-required', { screenCode: screenCode('start', problemNumbers['certificate-required']) }),
      });
      await page.getByRole('button', { name: text.screens.start.choices.certificate.label }).click();
      await page.getByText(text.problem.codes['certificate-required'].title).waitFor();
    },
  },
];

const newPc: Scenes = [
  { name: '116-new-pc', screen: 'new-pc', ...samples.newPc },
  { name: '116-new-pc-right-waiting', screen: 'new-pc', snapshot: snapshotOf(states.newPc, { offer: waitingRight }) },
  { name: '116-new-pc-bank-form', screen: 'new-pc', snapshot: snapshotOf(states.newPc), request: releaseRequest({ offersReissue: false }) },
];

export const startScenes = { start, 'new-pc': newPc } as const;
