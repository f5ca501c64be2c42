import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundlePartNames } from '../../preload/contract/bundle.ts';
import {
  arrive,
  chooseActivation,
  createDriver,
  type Driver,
  enter,
  field,
  getReleased,
  identify,
  newPins,
  readPapers,
  setPins,
  wrongDigits,
} from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { errorLimits } from '../../tools/window/catalogues.ts';
import { findBarriers } from './axe.ts';

let session: PrivateSession;
let running: Running;
let driver: Driver;
let saved: string;

beforeAll(async () => {
  session = await startPrivateSession('wrong');
  saved = mkdtempSync(join(tmpdir(), 'kaitsu-bundle-'));
  running = await launchKaitsu({ session, language: 'ja', theme: 'light', saveFolder: saved });
  driver = createDriver(running.page, 'ja');
  await getReleased(driver);
  await chooseActivation(driver);
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
  rmSync(saved, { recursive: true, force: true });
});

describe('what is typed wrongly', () => {
  test('full-width digits become half-width as they are typed', async () => {
    const { text } = driver;
    await enter(driver, text.fields.contractorId.label, '１２３４５６７８９０１');
    expect(await field(driver, text.fields.contractorId.label).inputValue()).toBe('12345678901');
  });

  test('a PIN without a digit, and a re-entry that differs, are told before anything is sent', async () => {
    const { page, text } = driver;
    const { customerCard, applicationForm } = await readPapers(driver);
    await identify(driver, customerCard.contractorId, applicationForm.registrationPin);
    await arrive(driver, 'newPins');
    await enter(driver, text.fields.logonPin.label, 'abcdefgh');
    await page.getByText(text.input.errors.needsLetterAndDigit(errorLimits()), { exact: true }).waitFor();
    await enter(driver, text.fields.logonPin.label, 'Abcdef12');
    await enter(driver, text.fields.logonPinReentry.label, 'abcdef12');
    await page.getByText(text.input.errors.notEqual(errorLimits({ first: text.fields.logonPin.label })), { exact: true }).waitFor();
  });
});

/** With two attempts left or fewer, the entries are to be compared before they are sent. */
async function sendAfterReview(): Promise<void> {
  const { page, text } = driver;
  await page.getByRole('alertdialog', { name: text.review.title }).getByRole('button', { name: text.review.send }).click();
}

describe('what the bank refuses', () => {
  test('the attempts that remain are counted down, the last ones with what a lock would mean, until the contract is locked', async () => {
    const { page, text } = driver;
    const { applicationForm } = await readPapers(driver);
    const warnings: boolean[] = [];
    for (let left = 6; left > 0; left--) {
      await setPins(driver, wrongDigits(applicationForm.registrationPin));
      if (left < 2) await sendAfterReview();
      await page.getByText(text.problem.attemptsLeft(left)).first().waitFor();
      warnings.push(await page.getByText(text.problem.lockMeans).isVisible());
    }
    expect(warnings).toEqual([false, false, false, false, true, true]);
    await setPins(driver, wrongDigits(applicationForm.registrationPin));
    await sendAfterReview();
    await page.getByText(text.problem.codes['pin-locked'].title).waitFor();
    expect((await readPapers(driver)).contractStatus).toBe('locked');
  });
});

describe('the file for support', () => {
  test('is made from the problem in one press: every line that it holds was shown before, and none of it was typed', async () => {
    const { page, text } = driver;
    const words = text.bundle;
    await page.getByRole('button', { name: words.name, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    const shown = new Map<string, string>();
    for (const part of bundlePartNames) {
      // How many lines it has stands beside its name.
      await dialog.locator('.bundle-choice label').filter({ hasText: words.parts[part].name }).click();
      shown.set(part, (await dialog.locator('.bundle-lines pre').allTextContents()).join(''));
    }
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: words.save }).click();
    await dialog.getByRole('button', { name: text.releaseRequest.showSaved }).waitFor();
    const [name = 'none'] = readdirSync(saved).filter((each) => each.endsWith('.zip'));
    const held = unzipSync(readFileSync(join(saved, name)));
    expect(Object.keys(held).sort()).toEqual([...bundlePartNames].sort());
    for (const part of bundlePartNames) expect(strFromU8(held[part] ?? new Uint8Array())).toBe(shown.get(part));
    expect(shown.get('events.jsonl')).toContain('"problem":"pin-locked"');
    for (const pin of [newPins.logon, newPins.confirmation, 'abcdefgh', 'Abcdef12']) expect([...shown.values()].join('')).not.toContain(pin);
    await dialog.getByRole('button', { name: text.common.close }).click();
  });
});
