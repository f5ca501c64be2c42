import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeFolder, practicePlace } from '../../main/places/place.ts';
import { programFile } from '../../main/support/kept-files.ts';
import type { Published } from '../../preload/contract/contract.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { arrive, createDriver, type Driver, headingOf, press } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from './axe.ts';

/** Manual 1 (1) and (2) in the running program: the paper, the waiting, and what is looked at before the first attempt. */
let session: PrivateSession;
let running: Running;
let driver: Driver;
let papers: string;

const ask = (tool: string, ...args: readonly string[]) => execFileSync(tool, args, { encoding: 'utf8' });
const saved = (ending: string) => {
  const [name] = readdirSync(papers).filter((each) => each.endsWith(ending) && each !== 'printed.pdf');
  return join(papers, name ?? `no ${ending}`);
};
/** Without the blanks that come of where a word stands on the page. */
const textOf = (path: string) => ask('pdftotext', '-raw', path, '-').replace(/\s+/gu, '');
const start = async () => {
  running = await launchKaitsu({ session, language: 'ja', saveFolder: papers });
  driver = createDriver(running.page, 'ja');
};

beforeAll(async () => {
  papers = mkdtempSync(join(tmpdir(), 'kaitsu-papers-'));
  session = await startPrivateSession('release-request');
  await start();
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
  rmSync(papers, { recursive: true, force: true });
});

async function fillIn({ page, text }: Driver): Promise<void> {
  const { inputs, pins, accountKinds, reasons } = text.releaseRequest;
  const texts = ['date', 'branch', 'company', 'representative', 'accountNumber', 'contractorId', 'contactName', 'contactPhone'] as const;
  for (const name of texts) await page.getByLabel(inputs[name].label, { exact: true }).fill(requestEntries[name]);
  await page.getByRole('radio', { name: accountKinds.current }).check();
  await page.getByRole('checkbox', { name: pins.logonPin, exact: true }).check();
  await page.getByRole('checkbox', { name: pins.userConfirmationPin, exact: true }).check();
  await page.getByLabel(inputs.userName.label, { exact: true }).fill(requestEntries.userName);
  await page.getByRole('radio', { name: reasons.other }).check();
  await page.getByLabel(inputs.reasonText.label, { exact: true }).fill(requestEntries.reasonText);
}

describe('the request form', () => {
  test('opens for a person who is locked out, dated today, and names what is missing before anything is printed', async () => {
    const { page, text } = driver;
    await arrive(driver, 'start');
    await press(driver, text.screens.start.choices.lockedOut.label);
    await arrive(driver, 'locked');
    await press(driver, text.releaseRequest.open);
    await headingOf(page, text.releaseRequest.title).waitFor();
    await press(driver, text.releaseRequest.savePdf);
    await page.getByText(text.releaseRequest.errorCount(9)).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('request-branch');
    expect(readdirSync(papers)).toEqual([]);
  });

  test('has no barrier that axe knows', async () => {
    expect(await findBarriers(driver.page)).toEqual([]);
  });

  test('is saved as one page of A4, tagged, with the Japanese font inside', async () => {
    await fillIn(driver);
    await press(driver, driver.text.releaseRequest.savePdf);
    await driver.page.getByText(driver.text.releaseRequest.saved('')).waitFor();
    const info = ask('pdfinfo', saved('.pdf'));
    expect(info).toMatch(/Tagged:\s+yes/u);
    expect(info).toMatch(/^Title:\s+法人インターネットバンキング暗証番号ロック解除依頼書$/mu);
    expect(info).toMatch(/Pages:\s+1$/mu);
    expect(info).toMatch(/Page size:\s+59[45][.0-9]* x 84[12][.0-9]* pts \(A4\)/u);
    const fonts = ask('pdffonts', saved('.pdf')).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font, font).toMatch(/NotoSansJP.* yes yes yes /u);
  });

  test('can be read back from the PDF with every entry, the day in the imperial calendar and the boxes', () => {
    const text = textOf(saved('.pdf'));
    const { branch, company, representative, accountNumber, contractorId, userName, reasonText, contactName, contactPhone } = requestEntries;
    const entries = [branch, company, representative, accountNumber, contractorId, userName, reasonText, contactName, contactPhone];
    const printed = [...entries, '令和8年11月22日', '法人インターネットバンキング暗証番号ロック解除依頼書', '届出印', '銀行使用欄', '開通銀行御中', '練習用'];
    for (const each of printed) expect(text).toContain(each.replace(/\s/gu, ''));
    for (const ticked of ['■ご契約先暗証番号', '□ご契約先確認暗証番号', '□利用者暗証番号', '■利用者確認暗証番号', '□普通', '■当座', '■その他'])
      expect(text).toContain(ticked);
    // The paper alone: nothing of the window around it.
    for (const around of ['画面コード', '依頼書の見本', 'PDFとして保存']) expect(text).not.toContain(around);
  });

  test('tells a screen reader which table cell has which heading', () => {
    const structure = ask('pdfinfo', '-struct-text', saved('.pdf'));
    expect(structure).toMatch(/H1[\s\S]*法人インターネットバンキング暗証番号ロック解除依頼書/u);
    expect(structure).toMatch(/TH[\s\S]*"?契約者ID（利用者番号）/u);
  });

  test('shows the saved file in its folder, and prints the same paper', async () => {
    const { text, page } = driver;
    await press(driver, text.releaseRequest.showSaved);
    if (running.shell === 'electron') return;
    await expect.poll(() => running.output()).toContain(`show in folder ${saved('.pdf')}`);
    await press(driver, text.releaseRequest.print);
    await page.getByText(text.releaseRequest.printed).waitFor();
    expect(textOf(join(papers, 'printed.pdf'))).toBe(textOf(saved('.pdf')));
  });

  test('keeps the entries for its owner alone, and has them again after a crash', async () => {
    const file = programFile(placeFolder(session.userData, practicePlace), 'releaseRequest');
    expect(JSON.parse(readFileSync(file, 'utf8')).entries).toEqual(requestEntries);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await running.kill();
    await start();
    const { page, text } = driver;
    await arrive(driver, 'locked');
    await press(driver, text.releaseRequest.open);
    expect(await page.getByLabel(text.releaseRequest.inputs.company.label, { exact: true }).inputValue()).toBe(requestEntries.company);
  });

  test('has kept the last keystroke even when the window is closed at once', async () => {
    const { page, text } = driver;
    await page.getByLabel(text.releaseRequest.inputs.branch.label, { exact: true }).fill('港支店');
    expect(await running.close()).toBe(0);
    expect(JSON.parse(readFileSync(programFile(placeFolder(session.userData, practicePlace), 'releaseRequest'), 'utf8')).entries.branch).toBe('港支店');
    await start();
    await arrive(driver, 'locked');
  });
});

describe('waiting for the branch', () => {
  test('follows once the request is handed in; what is ready is remembered', async () => {
    const { page, text } = driver;
    await press(driver, text.screens.locked.action);
    await arrive(driver, 'awaitingRelease');
    await page.getByText(requestEntries.contactPhone).waitFor();
    await page.getByRole('checkbox', { name: text.releaseRequest.things.customerCard.name }).check();
    await page.getByText(text.releaseRequest.preparedCount(1, 3)).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await running.kill();
    await start();
    await arrive(driver, 'awaitingRelease');
    expect(await driver.page.getByRole('checkbox', { name: text.releaseRequest.things.customerCard.name }).isChecked()).toBe(true);
  });

  test('puts a reminder into a calendar file', async () => {
    const { page, text } = driver;
    await page.getByLabel(text.releaseRequest.reminderDay, { exact: true }).fill('2099-11-25');
    await page.getByLabel(text.releaseRequest.reminderTime, { exact: true }).fill('09:30');
    await press(driver, text.releaseRequest.reminderSave);
    await page.getByText(text.releaseRequest.reminderSaved).waitFor();
    const at = await page.evaluate(() => new Date('2099-11-25T09:30').toISOString());
    expect(readFileSync(saved('.ics'), 'utf8')).toContain(`\r\nDTSTART:${at.replace(/[-:]|\.000/gu, '')}\r\n`);
  });

  test('ends with the call: this PC is looked at before an attempt is spent, and says how it stands', async () => {
    const { page, text } = driver;
    await press(driver, text.screens.awaitingRelease.action);
    await arrive(driver, 'logonMenu');
    const asRoot = process.getuid?.() === 0;
    await page.getByText(asRoot ? text.preflight.notReady(1) : text.preflight.ready.slice(0, 14)).waitFor();
    const published: Published<'preflight'> | undefined = await page.evaluate(() => window.kaitsu?.states.preflight.fetch());
    const findings = published?.value.results.map((result) => result.finding);
    const user = asRoot ? 'user-root' : 'user-usual';
    expect(findings).toEqual([
      'clock-right',
      'network-not-needed',
      'proxy-none',
      'tls-trusted',
      'keychain-ready',
      'store-ready',
      user,
      expect.stringMatching(/^disk-(ready|low)$/u),
    ]);
    await press(driver, text.preflight.details);
    await page.getByText(text.preflight.checks.keychain).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
});
