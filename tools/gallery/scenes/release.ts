import { type PreflightFinding, preflightChecks, preflightFindings } from '../../../preload/contract/preflight-findings.ts';
import { noEntries } from '../../../preload/contract/request-rules.ts';
import { samples } from '../../../renderer/help/samples/pages.ts';
import { preflight } from '../../../renderer/help/samples/preflight.ts';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { requestEntries } from '../../../renderer/help/samples/request.ts';
import { releaseRequest, states } from '../../window/snapshots.ts';
import type { Scene, Scenes } from './scene.ts';

/** Manual 1: from the lock to the branch's call, and the menus behind it with the preflight. */

const locked: Scenes = [
  { name: '01-locked', screen: 'locked', ...samples.locked },
  {
    name: '28-locked-real-bank',
    screen: 'locked',
    snapshot: snapshotOf(states.locked),
    bank: (bank) => ({ ...bank, practice: false }),
  },
];

const awaiting: Scenes = [
  { name: '02-awaiting-release', screen: 'awaiting-release', ...samples.awaitingRelease },
  {
    name: '35-awaiting-whole',
    screen: 'awaiting-release',
    snapshot: snapshotOf(states.awaitingRelease),
    request: releaseRequest({ prepared: ['customerCard'] }),
    whole: true,
  },
  {
    name: '29-awaiting-reminder-saved',
    screen: 'awaiting-release',
    snapshot: snapshotOf(states.awaitingRelease),
    request: releaseRequest({ prepared: ['designatedPc', 'customerCard', 'applicationForm'] }),
    whole: true,
    prepare: async (page, text) => {
      await page.getByRole('button', { name: text.releaseRequest.reminderSave }).click();
      await page.getByText(text.releaseRequest.reminderSaved).waitFor();
    },
  },
];

const open = { screen: 'release-request', snapshot: snapshotOf(states.locked) } as const;
const form: Scenes = [
  { ...open, name: '30-request-empty', request: releaseRequest({ open: true, entries: { ...noEntries, date: '2026-11-22' } }) },
  { ...open, name: '31-request-filled', request: releaseRequest(samples.releaseRequest.request) },
  { ...open, name: '32-request-whole', request: releaseRequest({ open: true }), whole: true },
  {
    ...open,
    name: '33-request-errors',
    request: releaseRequest({ open: true, entries: { ...requestEntries, representative: '', accountNumber: '123', contactPhone: '1234', lockedPins: [] } }),
    whole: true,
    prepare: (page, text) => page.getByRole('button', { name: text.releaseRequest.savePdf }).click(),
  },
  {
    name: '34-request-saved',
    screen: 'release-request',
    snapshot: snapshotOf(states.awaitingRelease),
    request: releaseRequest({ open: true, savedAs: '法人インターネットバンキング暗証番号ロック解除依頼書_2026-11-22.pdf' }),
    prepare: async (page, text) => {
      await page.getByRole('button', { name: text.releaseRequest.savePdf }).click();
      await page.getByRole('button', { name: text.releaseRequest.showSaved }).scrollIntoViewIfNeeded();
    },
  },
];

const underWay = preflight({}, { phase: 'running', checkedAt: null, results: preflightChecks.map((check) => ({ check, finding: null, amount: null })) });
const details: Scene['prepare'] = (page, text) => page.getByRole('button', { name: text.preflight.details }).click();

/** All that can be found, a finding a check at a time, so that every sentence and every remedy is seen once. */
function everyFinding(): readonly Scene[] {
  const all = Object.keys(preflightFindings).filter(isFinding);
  const byCheck = preflightChecks.map((check) => all.filter((finding) => preflightFindings[finding].check === check));
  const rounds = Math.max(...byCheck.map((findings) => findings.length));
  return Array.from({ length: rounds - 1 }, (_, index) => {
    const found = byCheck.flatMap((findings) => findings[index + 1] ?? []);
    return {
      name: `4${index}-preflight-findings`,
      screen: 'logon-menu',
      snapshot: snapshotOf(states.logonMenu),
      preflight: preflight(Object.fromEntries(found.map((finding) => [finding, amounts[finding] ?? null]))),
      whole: true,
    };
  });
}

const amounts: Partial<Record<PreflightFinding, number>> = {
  'clock-wrong': -5400,
  'clock-before-certificate': -40 * 86_400,
  'clock-past-certificate': 3 * 86_400,
  'disk-low': 180,
  'bank-closed': Date.parse('2026-11-23T23:45:00Z') / 1000,
};
const isFinding = (word: string): word is PreflightFinding => word in preflightFindings;

const logonMenu: Scenes = [
  { name: '04-logon-menu', screen: 'logon-menu', ...samples.logonMenu },
  { name: '36-preflight-running', screen: 'logon-menu', snapshot: snapshotOf(states.logonMenu), preflight: underWay },
  { name: '98-preflight-running-details', screen: 'logon-menu', snapshot: snapshotOf(states.logonMenu), preflight: underWay, whole: true, prepare: details },
  {
    name: '37-preflight-details',
    screen: 'logon-menu',
    snapshot: snapshotOf(states.logonMenu),
    preflight: preflight({ 'user-elevated': null }),
    whole: true,
    prepare: details,
  },
  {
    name: '38-preflight-bad',
    screen: 'logon-menu',
    ...samples.preflight,
    whole: true,
  },
  ...everyFinding(),
];

const activationMenu: Scenes = [
  { name: '05-activation-menu', screen: 'activation-menu', ...samples.activationMenu },
  {
    name: '39-preflight-untrusted',
    screen: 'activation-menu',
    snapshot: snapshotOf(states.activationMenu),
    preflight: preflight({ 'clock-not-compared': null, 'tls-untrusted': null, 'disk-full': null, 'store-refused': null }),
    whole: true,
  },
];

export const releaseScenes = {
  locked,
  'release-request': form,
  'awaiting-release': awaiting,
  'logon-menu': logonMenu,
  'activation-menu': activationMenu,
} as const;
