import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { type Language, languages, type Theme } from '../../preload/contract/preferences.ts';
import { preflightChecks } from '../../preload/contract/preflight-findings.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import type { Catalogue } from '../../renderer/text/ja.ts';
import { catalogues } from '../support/catalogues.ts';
import { problemScene } from '../support/problem-snapshots.ts';
import { launchBrowser, openWindow, type RendererWindow, type WindowOptions } from '../support/renderer-window.ts';
import {
  companyUser,
  preflight,
  problem,
  releaseRequest,
  requestEntries,
  retrieval,
  snapshotOf,
  states,
  todoOf,
  userList,
  usersStates,
} from '../support/snapshots.ts';

/** One picture: a snapshot, and what is done on the screen before it is taken. */
type Picture = Pick<WindowOptions, 'request' | 'preflight'> & {
  readonly name: string;
  readonly snapshot: ProcedureSnapshot;
  readonly users?: UsersState;
  readonly prepare?: (page: Page, text: Catalogue) => Promise<unknown>;
  /** The whole of what can be scrolled, not the window alone. */
  readonly whole?: boolean;
};

const sizes = [
  { name: '1280', width: 1280, height: 800 },
  { name: '1024', width: 1024, height: 700 },
] as const;
const themes: readonly Theme[] = ['light', 'dark'];

const openPanel = async (page: Page, text: Catalogue) => {
  await page.getByRole('button', { name: text.practice.open }).click();
  await page.getByRole('table').waitFor();
};
const fill = (page: Page, name: string, value: string) => page.locator(`#field-${name}`).fill(value);

/** Manual 3: over the logged-on administrator. */
const usersPicture = (name: string, users: UsersState, prepare?: Picture['prepare']): Picture => ({
  name,
  snapshot: snapshotOf(states.loggedOn),
  users,
  ...(prepare === undefined ? {} : { prepare }),
});
const { selection, change, register } = usersStates;
const toEnd = (page: Page) => page.locator('.content').evaluate((element) => element.scrollTo(0, element.scrollHeight));

const usersPictures: readonly Picture[] = [
  usersPicture('50-users-menu', usersStates.menu),
  usersPicture('51-users-register-or-change', usersStates.registerOrChange),
  usersPicture('52-user-selection', selection),
  usersPicture('53-user-selection-end', selection, toEnd),
  usersPicture('54-user-selection-done', {
    ...selection,
    todo: todoOf(12, 1),
    done: { what: 'pins', user: companyUser(3, { locked: false }) },
  }),
  usersPicture('55-user-selection-all-done', {
    ...selection,
    todo: todoOf(12, 3),
    list: { ...userList(12), users: userList(12).users.map((user) => ({ ...user, locked: false })) },
    done: { what: 'pins', user: companyUser(11, { locked: false }) },
  }),
  usersPicture('56-user-selection-99', { ...selection, todo: todoOf(99, 4), search: { ...selection.search, page: 3 }, list: userList(99, 3) }),
  usersPicture('57-user-selection-99-end', { ...selection, todo: todoOf(99, 4), search: { ...selection.search, page: 3 }, list: userList(99, 3) }, toEnd),
  usersPicture('58-user-selection-nobody', {
    ...selection,
    todo: [],
    search: { search: '仙台', lockedOnly: true, page: 1 },
    list: { ...userList(12), users: [], total: 0 },
  }),
  usersPicture('59-user-selection-unreachable', {
    ...selection,
    list: null,
    todo: [],
    problem: problem('bank-unreachable', { screenCode: '3-3-401' }),
  }),
  usersPicture('60-user-change', change),
  usersPicture('61-user-change-end', change, toEnd),
  usersPicture('62-user-change-errors', change, async (page, text) => {
    await fill(page, 'userLogonPin', 'umisora');
    await fill(page, 'userLogonPinReentry', 'umisor');
    await page.getByRole('button', { name: text.users.change.action, exact: true }).click();
  }),
  usersPicture('63-user-change-refused', {
    ...change,
    problem: problem('confirmation-refused', { field: 'confirmationPin', attemptsLeft: 2, screenCode: '3-4-122' }),
  }),
  usersPicture('64-user-change-sending', { ...change, phase: 'sending' }),
  usersPicture('65-user-change-data', { ...change, part: 'data', user: companyUser(2) }),
  usersPicture('66-user-register', register),
  usersPicture('67-user-register-taken', { ...register, problem: problem('user-id-taken', { field: 'userId', screenCode: '3-5-125' }) }),
  {
    name: '68-logged-off',
    snapshot: snapshotOf({ ...states.certificateReady, problem: problem('logged-off', { screenCode: '2-9-121' }) }),
  },
];
const preflightUnderWay = preflight(
  {},
  { phase: 'running', checkedAt: null, results: preflightChecks.map((check) => ({ check, finding: null, amount: null })) },
);

const pictures: readonly Picture[] = [
  { name: '01-locked', snapshot: snapshotOf(states.locked) },
  { name: '02-awaiting-release', snapshot: snapshotOf(states.awaitingRelease) },
  { name: '03-practice-panel', snapshot: snapshotOf(states.awaitingRelease), prepare: openPanel },
  { name: '04-logon-menu', snapshot: snapshotOf(states.logonMenu) },
  { name: '05-activation-menu', snapshot: snapshotOf(states.activationMenu) },
  { name: '06-identification', snapshot: snapshotOf(states.identification) },
  { name: '07-identification-panel', snapshot: snapshotOf(states.identification), prepare: openPanel },
  {
    name: '08-identification-refused',
    snapshot: snapshotOf({ ...states.identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 5 }) }),
  },
  {
    name: '09-identification-last-attempt',
    snapshot: snapshotOf({ ...states.identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 1 }) }),
  },
  { name: '10-identification-locked', snapshot: snapshotOf({ ...states.identification, problem: problem('pin-locked', { screenCode: '2-3-102' }) }) },
  {
    name: '11-identification-full-width',
    snapshot: snapshotOf(states.identification),
    prepare: (page) => fill(page, 'contractorId', '４０７１８２０５９３６'),
  },
  { name: '12-identification-sending', snapshot: snapshotOf({ ...states.identification, phase: 'sending' }) },
  { name: '13-new-pins', snapshot: snapshotOf(states.newPins) },
  {
    name: '14-new-pins-errors',
    snapshot: snapshotOf(states.newPins),
    prepare: async (page, text) => {
      await fill(page, 'logonPin', 'umisora');
      await fill(page, 'logonPinReentry', 'umisor');
      await fill(page, 'email', 'soumu@');
      await page.getByRole('button', { name: text.screens.newPins.action }).click();
    },
  },
  { name: '15-one-time-password', snapshot: snapshotOf(states.oneTimePassword) },
  { name: '16-one-time-password-panel', snapshot: snapshotOf(states.oneTimePassword), prepare: openPanel },
  {
    name: '17-one-time-password-refused',
    snapshot: snapshotOf({ ...states.oneTimePassword, problem: problem('one-time-password-refused', { field: 'oneTimePassword', attemptsLeft: 2 }) }),
  },
  { name: '18-certificate-required', snapshot: snapshotOf(states.certificateRequired) },
  { name: '19-retrieval-key', snapshot: snapshotOf(retrieval('key')) },
  { name: '20-retrieval-waiting', snapshot: snapshotOf(retrieval('waiting', { waitingUntil: '2026-11-22T06:04:05.000Z' })) },
  { name: '21-retrieval-stopped', snapshot: snapshotOf(retrieval('sent', { phase: 'stopped' })) },
  {
    name: '22-retrieval-failed',
    snapshot: snapshotOf(retrieval('installed', { phase: 'failed', problem: problem('keychain-locked', { reference: 'K7Q2-81', screenCode: '2-7-512' }) })),
  },
  { name: '23-certificate-ready', snapshot: snapshotOf(states.certificateReady) },
  { name: '24-logged-on', snapshot: snapshotOf(states.loggedOn) },
  { name: '25-resume', snapshot: snapshotOf(states.oneTimePassword, { interruptedAt: '2026-11-22T06:05:00.000Z' }) },
  { name: '26-notice', snapshot: snapshotOf(states.locked, { notice: problem('keychain-missing', { screenCode: '1-1-511' }) }) },
  {
    name: '27-start-over',
    snapshot: snapshotOf(states.identification),
    prepare: async (page, text) => {
      await page.getByRole('button', { name: text.common.startOver }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: '30-request-empty', snapshot: snapshotOf(states.locked), request: releaseRequest({ open: true, entries: { ...noEntries, date: '2026-11-22' } }) },
  { name: '31-request-filled', snapshot: snapshotOf(states.locked), request: releaseRequest({ open: true }) },
  { name: '32-request-whole', snapshot: snapshotOf(states.locked), request: releaseRequest({ open: true }), whole: true },
  {
    name: '33-request-faults',
    snapshot: snapshotOf(states.locked),
    request: releaseRequest({ open: true, entries: { ...requestEntries, representative: '', accountNumber: '１２３', contactPhone: '1234', lockedPins: [] } }),
    whole: true,
    prepare: (page, text) => page.getByRole('button', { name: text.releaseRequest.savePdf }).click(),
  },
  {
    name: '34-request-saved',
    snapshot: snapshotOf(states.awaitingRelease),
    request: releaseRequest({ open: true, savedAs: '法人インターネットバンキング暗証番号ロック解除依頼書_2026-11-22.pdf' }),
    prepare: async (page, text) => {
      await page.getByRole('button', { name: text.releaseRequest.savePdf }).click();
      await page.getByRole('button', { name: text.releaseRequest.showSaved }).scrollIntoViewIfNeeded();
    },
  },
  { name: '35-awaiting-whole', snapshot: snapshotOf(states.awaitingRelease), request: releaseRequest({ prepared: ['customerCard'] }), whole: true },
  { name: '36-preflight-running', snapshot: snapshotOf(states.logonMenu), preflight: preflightUnderWay },
  {
    name: '37-preflight-details',
    snapshot: snapshotOf(states.logonMenu),
    preflight: preflight({ 'user-root': null }),
    whole: true,
    prepare: (page, text) => page.getByRole('button', { name: text.preflight.details }).click(),
  },
  {
    name: '38-preflight-bad',
    snapshot: snapshotOf(states.logonMenu),
    preflight: preflight({ 'clock-wrong': -5400, 'keychain-locked': null, 'proxy-not-used': null }),
    whole: true,
  },
  {
    name: '39-preflight-untrusted',
    snapshot: snapshotOf(states.activationMenu),
    preflight: preflight({ 'clock-not-compared': null, 'tls-untrusted': null, 'disk-full': null, 'store-refused': null }),
    whole: true,
  },
  ...usersPictures,
];

function sceneOf(code: ProblemCode): Pick<Picture, 'snapshot' | 'users'> {
  const { snapshot, users } = problemScene(code);
  return users === null ? { snapshot } : { snapshot, users };
}

/** Every problem of the catalogue where it usually stands; one look a language, since their frame is always the same. */
const problemPictures: readonly Picture[] = problemCodes.map((code) => ({ name: `p${problemNumbers[code]}-${code}`, ...sceneOf(code) }));

/** The same with everything unfolded. */
const unfold: Picture['prepare'] = async (page) => {
  for (const summary of await page.locator('.advice summary').all()) await summary.click();
};
const unfolded: readonly Picture[] = (['certificate-expired', 'certificates-piled-up', 'bank-untrusted'] as const).map((code) => ({
  name: `q${problemNumbers[code]}-${code}-unfolded`,
  ...sceneOf(code),
  prepare: unfold,
}));

/** Which pictures are taken of a look. */
function picturesOf(theme: Theme, size: (typeof sizes)[number]): readonly Picture[] {
  const once = theme === 'light' && size.width === 1024;
  return [...pictures, ...(once ? problemPictures : []), ...(size.width === 1024 ? unfolded : [])];
}

/**
 * Takes every picture, in every language, both themes and both sizes.
 * @param folder where the PNGs are laid
 * @param only parts of file names; none takes all
 * @returns the exit code: 1 when a page complained or axe found something
 */
export async function takePictures(folder: string, only: readonly string[]): Promise<number> {
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  const findings: string[] = [];
  let count = 0;
  for (const size of sizes)
    for (const language of languages)
      for (const theme of themes)
        for (const picture of picturesOf(theme, size)) {
          const name = `${picture.name}-${language}-${theme}-${size.name}`;
          if (only.length > 0 && !only.every((part) => name.includes(part))) continue;
          findings.push(
            ...(await takePicture(browser, picture, { language, theme, size, path: join(folder, `${name}.png`) })).map((each) => `${name}: ${each}`),
          );
          count += 1;
        }
  await browser.close();
  for (const finding of findings) console.error(finding);
  console.log(`${count} pictures, ${findings.length} findings, in ${folder}`);
  return findings.length === 0 ? 0 : 1;
}

type Look = { readonly language: Language; readonly theme: Theme; readonly size: (typeof sizes)[number]; readonly path: string };

async function takePicture(browser: Browser, picture: Picture, look: Look): Promise<readonly string[]> {
  const { language, theme, size } = look;
  const opened = await openWindow(browser, {
    snapshot: picture.snapshot,
    ...(picture.users === undefined ? {} : { users: picture.users }),
    ...(picture.request === undefined ? {} : { request: picture.request }),
    ...(picture.preflight === undefined ? {} : { preflight: picture.preflight }),
    preferences: { language, theme },
    context: { viewport: { width: size.width, height: size.height }, reducedMotion: 'reduce' },
  });
  try {
    await opened.page.locator('.sheet h1').waitFor();
    await opened.page.evaluate((value) => Object.assign(window.fakeMain.answers, value), answers);
    await picture.prepare?.(opened.page, catalogues[language]);
    await opened.page.evaluate(() => document.fonts.ready);
    if (picture.whole === true) await makeRoom(opened.page, size.width);
    await opened.page.screenshot({ path: look.path });
    return [...opened.complaints, ...(await audit(opened))];
  } finally {
    await opened.page.context().close();
  }
}

const done = { ok: true, value: { kind: 'done' } };
const answers = { 'releaseRequest.saveAsPdf': done, 'releaseRequest.print': done, 'releaseRequest.saveReminder': done };

/** Makes the window as high as its content. */
async function makeRoom(page: Page, width: number): Promise<void> {
  const more = await page.evaluate(() => {
    const content = document.querySelector('.content');
    return content === null ? 0 : content.scrollHeight - content.clientHeight;
  });
  const height = page.viewportSize()?.height ?? 0;
  await page.setViewportSize({ width, height: height + more });
}

/** What axe finds, and whether anything is cut off at the side. */
async function audit({ page }: RendererWindow): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const tooWide = await page.evaluate(() => [...document.querySelectorAll('.content, html')].some((element) => element.scrollWidth > element.clientWidth + 1));
  const found = violations.map((each) => `axe ${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  return tooWide ? [...found, 'something is wider than the window'] : found;
}
