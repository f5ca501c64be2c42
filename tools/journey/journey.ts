import type { Locator, Page } from 'playwright';
import type { Published } from '../../preload/contract/contract.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import type { Catalogue } from '../../renderer/text/ja/catalogue.ts';
import { catalogues } from '../window/catalogues.ts';

/**
 * Drives the program through the manual as a person does: by what is written on the screen. Used by the
 * tour and by the end-to-end tests alike.
 */
export type Driver = {
  readonly page: Page;
  readonly text: Catalogue;
  /** Called on every screen that is reached, once it stands. */
  readonly look: (name: string) => Promise<void>;
};

/** New PINs for a journey; marked, so that a search for them finds nothing else. */
export const newPins = { logon: 'Umi8Sora42', confirmation: 'Yama7Kawa53' } as const;

type Screen = keyof Catalogue['screens'];
type TitledScreen = Exclude<Screen, 'retrieval' | 'renewal'>;

/** @param look what to do on every screen, e.g. take a picture */
export function createDriver(page: Page, language: Language, look: Driver['look'] = async () => undefined): Driver {
  page.setDefaultTimeout(60_000);
  return { page, text: catalogues[language], look };
}

/** Waits for a screen by its heading. */
export async function arrive({ page, text }: Driver, screen: TitledScreen): Promise<void> {
  await headingOf(page, text.screens[screen].title).waitFor();
}

export function headingOf(page: Page, title: string): Locator {
  return page.getByRole('heading', { level: 1, name: title, exact: true });
}

/** Presses a button by what it says first; what explains it may follow. */
export async function press({ page }: Driver, label: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${escapeExpression(label)}`, 'u') })
    .first()
    .click();
}

/** An input by its label: with the manual's number before it, or "optional" behind it. */
export function field({ page, text }: Driver, label: string): Locator {
  return page.getByLabel(new RegExp(`^[①-⑥]?\\s*${escapeExpression(label)}\\s*(${escapeExpression(text.input.optional)})?$`, 'u'));
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/** Types as a person does, and leaves the field. */
export async function enter(driver: Driver, label: string, value: string): Promise<void> {
  const input = field(driver, label);
  await input.fill(value);
  await input.blur();
}

/** What lies on the desk of the demo company. */
export async function readPapers({ page }: Driver): Promise<PracticePapers> {
  const answer = await page.evaluate(() => window.kaitsu?.practice.readPapers());
  if (answer?.ok !== true) throw new Error(`No papers: ${answer?.problem.code}`);
  return answer.value;
}

/** What main last published of the procedure. */
export async function readSnapshot({ page }: Driver): Promise<ProcedureSnapshot> {
  const published: Published<'procedure'> | undefined = await page.evaluate(() => window.kaitsu?.states.procedure.fetch());
  if (published === undefined) throw new Error('The page has no window.kaitsu.');
  return published.value;
}

/** Another day: the start knows the certificate, and leads to the logon with it. */
export async function beginNextDay(driver: Driver): Promise<void> {
  await press(driver, driver.text.screens.certificateReady.action);
  await arrive(driver, 'certificateReady');
}

/** Manual 1 (1) and (2): the release request, and the branch that lifts the lock. */
export async function getReleased(driver: Driver): Promise<void> {
  const { text, look } = driver;
  await arrive(driver, 'start');
  await look('start');
  await press(driver, text.screens.start.choices.lockedOut.label);
  await arrive(driver, 'locked');
  await look('locked');
  await press(driver, text.releaseRequest.open);
  await headingOf(driver.page, text.releaseRequest.title).waitFor();
  await look('release-request');
  // The paper is taken for printed: the way back leads to where that is said.
  await press(driver, text.common.back);
  await arrive(driver, 'locked');
  await press(driver, text.screens.locked.action);
  await arrive(driver, 'awaitingRelease');
  await look('awaiting-release');
  await playBranch(driver);
  await press(driver, text.screens.awaitingRelease.action);
  await arrive(driver, 'logonMenu');
}

/** Plays the branch on the practice panel. */
export async function playBranch(driver: Driver): Promise<void> {
  const { page, text, look } = driver;
  await press(driver, text.practice.open);
  await page.getByText(text.practice.statuses.locked, { exact: true }).waitFor();
  await look('practice-papers');
  await press(driver, text.practice.release);
  await page.getByText(text.practice.statuses.released, { exact: true }).waitFor();
  await look('release');
  await page.keyboard.press('Escape');
}

/** Manual 2 (1) and (2). */
export async function chooseActivation(driver: Driver): Promise<void> {
  const { text, look } = driver;
  await arrive(driver, 'logonMenu');
  await look('logon-menu');
  await press(driver, text.screens.logonMenu.choice);
  await arrive(driver, 'activationMenu');
  await look('activation-menu');
  await press(driver, text.screens.activationMenu.action);
  await arrive(driver, 'identification');
}

/** Manual 2 (3). */
export async function identify(driver: Driver, contractorId: string, registrationPin: string): Promise<void> {
  const { text } = driver;
  await enter(driver, text.fields.contractorId.label, contractorId);
  await enter(driver, text.fields.registrationPin.label, registrationPin);
  await press(driver, text.screens.identification.action);
}

/** Manual 2 (4), ① to ⑤; ⑥ stays empty: the address is not changed. */
export async function setPins(
  driver: Driver,
  registrationPin: string,
  pins: { readonly logon: string; readonly confirmation: string } = newPins,
): Promise<void> {
  const { text } = driver;
  await enter(driver, text.registeredPin.label, registrationPin);
  await enter(driver, text.fields.logonPin.label, pins.logon);
  await enter(driver, text.fields.logonPinReentry.label, pins.logon);
  await enter(driver, text.fields.confirmationPin.label, pins.confirmation);
  await enter(driver, text.fields.confirmationPinReentry.label, pins.confirmation);
  await press(driver, text.screens.newPins.action);
}

/** Manual 2 (5). */
export async function confirmOneTimePassword(driver: Driver, oneTimePassword: string): Promise<void> {
  await enter(driver, driver.text.fields.oneTimePassword.label, oneTimePassword);
  await press(driver, driver.text.screens.oneTimePassword.action);
}

/** The one-time password that the bank asks for, read off the customer card. */
export async function readOneTimePassword(driver: Driver, papers: Pick<Papers, 'customerCard'>): Promise<string> {
  const { state } = await readSnapshot(driver);
  if (state.step !== 'oneTimePassword') throw new Error(`At ${state.step}, not at the one-time password.`);
  const cell = papers.customerCard.oneTimePasswords[(state.position?.row ?? 1) - 1]?.[(state.position?.column ?? 1) - 1];
  if (cell === undefined) throw new Error('The card has no such place.');
  return cell;
}

/** The logon with the certificate and the new PIN. */
export async function logOn(driver: Driver, logonPin: string): Promise<void> {
  await enter(driver, driver.text.fields.logonPin.label, logonPin);
  await press(driver, driver.text.screens.certificateReady.action);
}

/** What an activation is done with. */
export type Papers = {
  readonly customerCard: { readonly contractorId: string; readonly oneTimePasswords: PracticePapers['customerCard']['oneTimePasswords'] };
  readonly applicationForm: Pick<PracticePapers['applicationForm'], 'registrationPin'>;
};

/** Manual 2 (1) to (5), without a mistake, from the logon menu to "a certificate is required". @param given a real bank's papers, which the window does not know */
export async function activate(driver: Driver, given?: Papers): Promise<Papers> {
  const papers = given ?? (await readPapers(driver));
  await chooseActivation(driver);
  await driver.look('identification');
  await identify(driver, papers.customerCard.contractorId, papers.applicationForm.registrationPin);
  await arrive(driver, 'newPins');
  await driver.look('new-pins');
  await setPins(driver, papers.applicationForm.registrationPin);
  await arrive(driver, 'oneTimePassword');
  await driver.look('one-time-password');
  await confirmOneTimePassword(driver, await readOneTimePassword(driver, papers));
  await arrive(driver, 'certificateRequired');
  await driver.look('certificate-required');
  return papers;
}

/** Manual 2 (6) and what must follow: the certificate. */
export async function retrieveCertificate(driver: Driver): Promise<void> {
  await press(driver, driver.text.screens.certificateRequired.action);
  await arrive(driver, 'certificateReady');
}

/** A number of the same length that is not the right one. */
export function wrongDigits(right: string): string {
  return [...right].map((digit) => (Number(digit) + 1) % 10).join('');
}
