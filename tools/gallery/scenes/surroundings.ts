import type { Page } from 'playwright';
import { snapshotOf } from '../../../renderer/help/samples/procedure.ts';
import { fullHandOverPaper, handOverPaper } from '../../../renderer/reproduction/samples/hand-over.ts';
import { practicePapers } from '../../../renderer/reproduction/samples/practice.ts';
import { prescribedSettings } from '../../../renderer/reproduction/samples/published.ts';
import type { Catalogue } from '../../../renderer/text/ja/catalogue.ts';
import { bundlePreview } from '../../window/bundle-sample.ts';
import { openedScenario, problem, states } from '../../window/snapshots.ts';
import type { Scene, Scenes } from './scene.ts';

/** What stands around the procedure: the panel of the practice, questions, resuming, notices, and the window without any state. */

const openPanel = async (page: Page, text: Catalogue) => {
  await page.getByRole('button', { name: text.practice.open }).click();
  await page.getByRole('table').waitFor();
};

const openHelp: Scene['prepare'] = async (page, text) => {
  await page.getByRole('button', { name: text.help.open }).click();
  await page.locator('#help-title').waitFor();
};

const interrupted = { interruptedAt: '2026-11-22T06:05:00.000Z' };
const unavailable = { screen: 'unavailable', snapshot: snapshotOf(states.locked) } as const;

/** A state that no screen can draw: what a bug in a screen would do. */
const undrawable: Scene['prepare'] = async (page) => {
  await page.evaluate(() => window.fakeMain.publish('procedure', JSON.parse('{"state":{"step":"oneTimePassword"},"interruptedAt":null,"notice":null}')));
  await page.locator('.unavailable').waitFor();
};

const openSettings = async (page: Page, text: Catalogue) => {
  await page.locator('.appearance-button').click();
  await page.getByRole('button', { name: text.settings.open }).click();
  await page.getByRole('dialog').waitFor();
};

const openScreenCode = async (page: Page) => {
  await page.locator('.footer-code').click();
  await page.getByRole('dialog').waitFor();
};

const openBundle = { open: true, savedAs: null };
const bundleShown: Scene['prepare'] = (page) => page.locator('.bundle-lines pre').first().waitFor();

/** What is shown before it is saved. */
const bundleScenes = [
  { name: '150-bundle', screen: 'bundle', snapshot: snapshotOf(states.oneTimePassword), bundle: openBundle, prepare: bundleShown },
  {
    name: '151-bundle-sealed',
    screen: 'bundle',
    snapshot: snapshotOf(states.oneTimePassword),
    bundle: openBundle,
    preview: bundlePreview(true),
    prepare: bundleShown,
  },
  {
    name: '152-bundle-environment',
    screen: 'bundle',
    snapshot: snapshotOf(states.start),
    bundle: openBundle,
    prepare: async (page, text) => {
      await bundleShown(page, text);
      await page.locator('.bundle-choice input[value="environment.json"]').check();
      await page.getByPlaceholder(text.bundle.search).fill('screen');
    },
  },
  {
    name: '153-bundle-saved',
    screen: 'bundle',
    snapshot: snapshotOf(states.oneTimePassword),
    bundle: { open: true, savedAs: 'Kaitsu お問い合わせ用ファイル_2026-11-22.zip' },
    prepare: async (page, text) => {
      await bundleShown(page, text);
      await page.getByRole('button', { name: text.bundle.save }).click();
      await page.getByRole('button', { name: text.releaseRequest.showSaved }).waitFor();
    },
  },
] as const satisfies Scenes;

const handOver = {
  screen: 'hand-over',
  snapshot: snapshotOf(states.start),
  handOver: { open: true, savedAs: null },
  prepare: (page) => page.locator('.hand-over-list').waitFor(),
} as const satisfies Partial<Scene>;

export const surroundingScenes = {
  bundle: bundleScenes,
  'hand-over': [
    { ...handOver, name: '160-hand-over' },
    { ...handOver, name: '161-hand-over-broken', handOverPaper: handOverPaper({ fault: { line: 6, how: 'changed' }, checkNumber: null }) },
    { ...handOver, name: '162-hand-over-empty', handOverPaper: handOverPaper({ entries: [], lines: 0, checkNumber: null, contract: null }) },
    { ...handOver, name: '163-hand-over-long', handOverPaper: { ...fullHandOverPaper(), waiting: 2 } },
    {
      ...handOver,
      name: '164-hand-over-saved',
      handOver: { open: true, savedAs: '法人インターネットバンキング 引継書_2026-11-22.csv' },
      prepare: async (page, text) => {
        await page.getByRole('button', { name: text.handOver.saveCsv }).click();
        await page.getByRole('button', { name: text.releaseRequest.showSaved }).waitFor();
      },
    },
  ],
  settings: [
    { name: '140-settings', screen: 'settings', snapshot: snapshotOf(states.start), prepare: openSettings },
    {
      name: '142-settings-update',
      screen: 'settings',
      snapshot: snapshotOf(states.start),
      updates: { kind: 'offered', version: '0.5.0' },
      prepare: async (page, text) => {
        await openSettings(page, text);
        await page.locator('.settings-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      },
    },
    { name: '141-settings-prescribed', screen: 'settings', snapshot: snapshotOf(states.start), settings: prescribedSettings, prepare: openSettings },
  ],
  'screen-code': [
    { name: '150-screen-code', screen: 'screen-code', snapshot: snapshotOf(states.newPins), prepare: openScreenCode },
    {
      name: '151-screen-code-problem',
      screen: 'screen-code',
      snapshot: snapshotOf({ ...states.identification, problem: problem('identification-refused', { screenCode: '2-3-101', attemptsLeft: 5 }) }),
      prepare: openScreenCode,
    },
    { name: '152-screen-code-largest', screen: 'screen-code', snapshot: snapshotOf(states.oneTimePassword), textSize: 'largest', prepare: openScreenCode },
  ],
  'journal-unavailable': [
    { name: '100-journal-unavailable', screen: 'journal-unavailable', snapshot: snapshotOf(states.journalUnavailable) },
    {
      name: '101-journal-unavailable-question',
      screen: 'journal-unavailable',
      snapshot: snapshotOf(states.journalUnavailable),
      prepare: async (page, text) => {
        await page.getByRole('button', { name: text.screens.journalUnavailable.begin }).click();
        await page.getByRole('alertdialog').waitFor();
      },
    },
  ],
  resume: [
    { name: '25-resume', screen: 'resume', snapshot: snapshotOf(states.oneTimePassword, interrupted) },
    { name: '87-resume-retrieval', screen: 'resume', snapshot: snapshotOf(states.retrieval, interrupted) },
  ],
  'practice-panel': [
    { name: '03-practice-panel', screen: 'practice-panel', snapshot: snapshotOf(states.awaitingRelease), prepare: openPanel },
    { name: '07-identification-panel', screen: 'practice-panel', snapshot: snapshotOf(states.identification), prepare: openPanel },
    { name: '16-one-time-password-panel', screen: 'practice-panel', snapshot: snapshotOf(states.oneTimePassword), prepare: openPanel },
    {
      name: '88-panel-situation',
      screen: 'practice-panel',
      snapshot: snapshotOf(states.logonMenu),
      papers: { ...practicePapers, contractStatus: 'released', situation: 'bank-closed' },
      prepare: async (page, text) => {
        await openPanel(page, text);
        await page.locator('.practice-panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
      },
    },
    {
      name: '143-panel-scenarios',
      screen: 'practice-panel',
      snapshot: snapshotOf(states.start),
      prepare: async (page, text) => {
        await openPanel(page, text);
        await page.getByText(text.practice.scenarios.groups.activation).click();
        await page.locator('.practice-scenarios').evaluate((list) => list.scrollIntoView());
      },
    },
    {
      name: '144-panel-scenario-question',
      screen: 'practice-panel',
      snapshot: snapshotOf(states.start),
      prepare: async (page, text) => {
        await openPanel(page, text);
        await page.getByText(text.practice.scenarios.groups.certificate).click();
        await page.locator('.practice-scenarios li button').filter({ visible: true }).first().click();
        await page.getByRole('alertdialog').waitFor();
      },
    },
    {
      name: '145-panel-open-scenario',
      screen: 'practice-panel',
      snapshot: snapshotOf({
        ...states.oneTimePassword,
        problem: problem('one-time-password-refused', { attemptsLeft: 3, field: 'oneTimePassword', screenCode: '2-5-109' }),
      }),
      papers: { ...practicePapers, contractStatus: 'released' },
      scenarios: openedScenario,
      prepare: openPanel,
    },
  ],
  'start-over': [
    {
      name: '27-start-over',
      screen: 'start-over',
      snapshot: snapshotOf(states.identification),
      prepare: async (page, text) => {
        await page.getByRole('button', { name: text.common.startOver }).click();
        await page.getByRole('alertdialog').waitFor();
      },
    },
  ],
  'log-off': [
    {
      name: '105-log-off',
      screen: 'log-off',
      snapshot: snapshotOf(states.newPins),
      prepare: async (page, text) => {
        await page.getByRole('button', { name: text.session.logOff }).click();
        await page.getByRole('alertdialog').waitFor();
      },
    },
  ],
  help: [
    { name: '106-help', screen: 'help', snapshot: snapshotOf(states.oneTimePassword), prepare: openHelp },
    { name: '107-help-fields', screen: 'help', snapshot: snapshotOf(states.newPins), prepare: openHelp },
    { name: '108-help-overview', screen: 'help', snapshot: snapshotOf(states.journalUnavailable), prepare: openHelp },
  ],
  waiting: [{ name: '89-waiting', screen: 'waiting', snapshot: snapshotOf(states.locked), broken: 'silent' }],
  unavailable: [
    { ...unavailable, name: '90-unavailable', broken: 'failing' },
    { ...unavailable, name: '91-unavailable-no-border', broken: 'missing' },
    { ...unavailable, name: '92-unavailable-undrawable', prepare: undrawable, complains: true },
  ],
} as const satisfies Readonly<Record<string, Scenes>>;

/** Notices above a screen that concern no single step, without the codes' own scenes. */
export const noticeScenes: readonly Scene[] = [
  { name: '26-notice', screen: 'locked', snapshot: snapshotOf(states.locked, { notice: problem('keychain-missing', { screenCode: '1-1-511' }) }) },
];
