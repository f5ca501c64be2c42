import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractsFolderIn, placeFolder, practicePlace } from '../../main/places/place.ts';
import {
  activate,
  arrive,
  createDriver,
  type Driver,
  headingOf,
  logOn,
  newPins,
  press,
  readSnapshot,
  retrieveCertificate,
} from '../../tools/journey/journey.ts';
import type { Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { goesAndEnds, launchAtBank } from './at-second-bank.ts';
import { findBarriers } from './axe.ts';
import { filesIn } from './installed-certificate.ts';
import { type SecondBank, startSecondBank } from './second-bank.ts';

/** A PC that is set up for a bank by its file, with two contracts there: chosen, switched between, and never mixed. */

const second = '90000000019';
let session: PrivateSession;
let bank: SecondBank;
let running: Running;
let driver: Driver;
let output = '';

async function start(switches: readonly string[] = []): Promise<void> {
  running = await launchAtBank({ session, bank, switches });
  driver = createDriver(running.page, 'ja');
}
async function goesTo(label: string): Promise<void> {
  await goesAndEnds(driver, running, label);
  output += running.output();
  await start();
}
const words = () => driver.text.places;
const papersOf = (contractorId: string) => ({ ...bank.papers, customerCard: { ...bank.papers.customerCard, contractorId } });
const nicknames = () => execFileSync('certutil', ['-L', '-d', `sql:${join(session.home, '.pki', 'nssdb')}`], { encoding: 'utf8' });

/** From the start to a certificate on this PC. */
async function getCertificate(contractorId: string): Promise<void> {
  await bank.release(contractorId);
  await arrive(driver, 'start');
  await press(driver, driver.text.screens.start.choices.called.label);
  await activate(driver, papersOf(contractorId));
  await retrieveCertificate(driver);
}

beforeAll(async () => {
  bank = await startSecondBank(second);
  session = await startPrivateSession('places');
  // As by a double click on the file.
  await start([bank.file]);
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
  bank?.stop();
});

describe('a PC on which nothing was set up', () => {
  test('asks for the bank file, and takes it only with the number from paper', async () => {
    const { page, text } = driver;
    await headingOf(page, words().file.title).waitFor();
    await press(driver, words().file.dismiss);
    await headingOf(page, words().firstTitle).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press(driver, words().open.label);
    await headingOf(page, words().file.title).waitFor();
    for (const each of ['あさひ銀行', '127.0.0.1', bank.fingerprint.split('-')[3] ?? 'none']) await page.getByText(each).first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press(driver, words().file.take);
    await page.getByText(words().file.empty).waitFor();
    const entry = page.getByRole('textbox', { name: words().file.entry });
    await entry.fill(bank.fingerprint.replace(/^\d/u, (digit) => String((Number(digit) + 1) % 10)));
    await press(driver, words().file.take);
    await page.getByText(text.problem.codes['bank-file-foreign'].title).waitFor();
    // Full-width, as an input method leaves them, and with blanks in place of hyphens.
    await entry.fill(bank.fingerprint.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replaceAll('-', ' '));
    await press(driver, words().file.take);
    await page.getByText(words().told.taken).waitFor();
  });

  test('leads to the bank: the whole procedure, and nothing of a practice', async () => {
    await goesTo(words().start);
    expect(await driver.page.locator('.practice-strip').count()).toBe(0);
    await getCertificate(bank.papers.customerCard.contractorId);
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
    expect(existsSync(placeFolder(session.userData, practicePlace))).toBe(false);
    expect(output + running.output()).not.toContain('practice bank');
  });
});

describe('another contract at the same bank', () => {
  test('begins with nothing of the first', async () => {
    await running.close();
    await start();
    await goesTo(words().leave);
    await headingOf(driver.page, words().title).waitFor();
    await driver.page.getByText('株式会社サンプル商事').waitFor();
    expect(await findBarriers(driver.page)).toEqual([]);
    await goesTo(words().add);
    await headingOf(driver.page, driver.text.screens.start.title).waitFor();
    expect((await readSnapshot(driver)).offer).toBeNull();
    await getCertificate(second);
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
  });

  test('is on the list beside it, and each is opened with its own certificate', async () => {
    await running.close();
    await start();
    await goesTo(words().leave);
    await driver.page.getByText('有限会社みどり製作所').waitFor();
    await goesTo('株式会社サンプル商事');
    await press(driver, driver.text.screens.certificateReady.action);
    await arrive(driver, 'certificateReady');
    const { state } = await readSnapshot(driver);
    expect('contractorId' in state && state.contractorId).toBe(bank.papers.customerCard.contractorId);
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
  });

  test('keeps everything in a folder and under names of its own', () => {
    const contracts = contractsFolderIn(session.userData);
    expect(readdirSync(contracts).sort()).toEqual(['asahi.1', 'asahi.2']);
    const first = bank.papers.customerCard.contractorId;
    for (const [place, own, other] of [
      ['asahi.1', first, second],
      ['asahi.2', second, first],
    ] as const) {
      const files = filesIn(join(contracts, place));
      expect(files.filter((path) => path.endsWith('.p12') && path.includes(own))).toHaveLength(1);
      expect(files.filter((path) => path.includes(other) || readFileSync(path, 'latin1').includes(other))).toEqual([]);
    }
    expect(nicknames()).toContain(first);
    expect(nicknames()).toContain(second);
  });
});
