import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordLineSchema } from '../../preload/contract/recorded-event.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { longBundle, type Original, openingTime, scrubbed, walkThrough, windowSize } from '../../tools/journey/replayed-session.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from '../e2e/axe.ts';

/** A customer's session drawn again from the bundle that they saved: the real bundles, on Electron or the stand-in. */

const out = join('out', 'replay');
let session: PrivateSession;
let original: Original;
beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  session = await startPrivateSession('replay');
  original = await walkThrough(session);
}, 300_000);
afterAll(async () => {
  await session?.stop();
});

const reports = () => join(session.home, 'reports');

type Start = { readonly size: { readonly width: number; readonly height: number }; readonly given?: string; readonly chosen?: string };

async function withSupport({ size, given, chosen }: Start, work: (running: Running) => Promise<void>): Promise<void> {
  mkdirSync(reports(), { recursive: true });
  const running = await launchKaitsu({
    session,
    switches: [given === undefined ? '--support' : `--support-file=${given}`, '--lang=ja'],
    size,
    saveFolder: reports(),
    env: chosen === undefined ? {} : { KAITSU_SHELL_OPEN_FILE: chosen },
  });
  running.page.setDefaultTimeout(60_000);
  try {
    await work(running);
  } finally {
    await running.close().catch(() => running.kill());
  }
}

const ready = (page: Page) => page.locator('.support:not([hidden])[data-replay="ready"]').waitFor();
const slider = (page: Page) => page.getByRole('slider');

/** The number of the last event before each picture was taken. */
function numbersOf({ bundle, seen }: Original): readonly { readonly name: string; readonly number: number; readonly picture: Buffer }[] {
  const times = strFromU8(unzipSync(readFileSync(bundle))['events.jsonl'] ?? new Uint8Array())
    .split('\n')
    .slice(0, -1)
    .map((line) => recordLineSchema.parse(JSON.parse(line)).at);
  return seen.map(({ name, at, picture }) => ({ name, picture, number: times.filter((time) => time <= at).length }));
}

/** Goes there by the keyboard, and waits until it stands. */
async function goTo(page: Page, number: number): Promise<void> {
  await slider(page).focus();
  const now = Number(await slider(page).getAttribute('aria-valuenow'));
  for (let at = now; at !== number; at += Math.sign(number - now)) await page.keyboard.press(number > now ? 'ArrowRight' : 'ArrowLeft');
  await expect.poll(() => slider(page).getAttribute('aria-valuenow')).toBe(String(number));
  // What is drawn once one rests.
  await expect.poll(() => page.locator('.replay-frame iframe').getAttribute('data-drawn')).toBe(String(number - 1));
  await page.evaluate(() => document.querySelector<HTMLIFrameElement>('.replay-frame iframe')?.contentWindow?.reproduction?.settled());
}

/** @returns the report's path */
async function saveReport(page: Page): Promise<string> {
  for (const name of readdirSync(reports())) rmSync(join(reports(), name));
  await page.getByRole('button', { name: '報告書（PDF）を保存' }).click();
  await page.getByText('報告書を保存しました。').waitFor();
  return join(reports(), readdirSync(reports()).find((name) => name.endsWith('.pdf')) ?? '');
}

/** @returns the pixels of each picture in a PDF, four bytes each */
async function picturesOf(pdf: string): Promise<readonly Buffer[]> {
  const folder = mkdtempSync(join(session.home, 'pictures-'));
  execFileSync('pdfimages', ['-png', pdf, join(folder, 'p')]);
  const pictures = readdirSync(folder).map((name) => PNG.sync.read(readFileSync(join(folder, name))));
  return pictures.filter(({ width, height }) => width === windowSize.width && height === windowSize.height).map(({ data }) => data);
}

describe('a replay', () => {
  test('has at ten moments the same pixels as the window had then, in the report that is saved of it', { timeout: 400_000 }, async () => {
    const moments = numbersOf(original);
    expect(moments.length).toBeGreaterThanOrEqual(10);
    await withSupport({ given: original.bundle, size: windowSize }, async ({ page }) => {
      await ready(page);
      // Back from the end: what was drawn before leaves no trace.
      for (const { name, number } of moments.toReversed()) {
        await goTo(page, number);
        await expect.poll(() => page.locator('.moment').getAttribute('data-index')).toBe(String(number - 1));
        await page.getByLabel('この時点のメモ').fill(name);
      }
      const report = await saveReport(page);
      const seen = await picturesOf(report);
      const same = (picture: Buffer) => seen.some((again) => again.equals(PNG.sync.read(picture).data));
      for (const { name, picture } of moments) writeFileSync(join(out, `${name}-was.png`), picture);
      copyFileSync(report, join(out, 'ten-moments.pdf'));
      expect(moments.filter(({ picture }) => !same(picture)).map(({ name, number }) => `${name} at ${number}`)).toEqual([]);
    });
  });

  test('of 10,000 events opens, and is scrubbed with no more dropped frames than an idle window has', { timeout: 240_000 }, async () => {
    const bundle = longBundle(original.bundle, 10_000, session.home);
    await withSupport({ chosen: bundle, size: windowSize }, async ({ page }) => {
      const took = await openingTime(page);
      expect(await slider(page).getAttribute('aria-valuemax')).toBe('10000');
      const rounds = [await scrubbed(page), await scrubbed(page)];
      for (const { idle, moving } of rounds)
        console.log(`10,000 events: opened in ${took} ms; dropped of ${moving.frames} frames: ${moving.dropped}, idle ${idle.dropped}`);
      const [dropped, idle, frames] = [rounds.map(({ moving }) => moving.dropped), rounds.map((round) => round.idle.dropped), rounds[0]?.moving.frames ?? 0];
      // A busy machine drops frames of an idle window as well; one in fifty more is no film that jerks.
      expect(Math.min(...dropped)).toBeLessThanOrEqual(Math.max(...idle) + frames / 50);
    });
  });

  test('is gone through by the keyboard, says where the time went, keeps notes, and is saved as a report with pictures', { timeout: 240_000 }, async () => {
    await withSupport({ chosen: original.bundle, size: windowSize }, async ({ page, output }) => {
      await page.getByRole('button', { name: 'お問い合わせ用のファイルを開く' }).click();
      await ready(page);
      await page.screenshot({ path: join(out, 'moment.png') });
      await slider(page).press('End');
      const last = await slider(page).getAttribute('aria-valuemax');
      await expect.poll(() => slider(page).getAttribute('aria-valuenow')).toBe(last);
      await slider(page).press('PageDown');
      await expect.poll(() => slider(page).getAttribute('aria-valuenow')).not.toBe(last);
      const logon = numbersOf(original).find(({ name }) => name === 'certificate-ready')?.number ?? 0;
      await goTo(page, logon);
      await expect.poll(() => page.locator('.moment-facts').textContent()).toContain('2-8');
      await page.getByLabel('この時点のメモ').fill('ここで暗証番号を探していた');
      expect(await findBarriers(page, ['.replay-frame iframe'])).toEqual([]);
      await page.getByRole('radio', { name: 'まとめ' }).check();
      await expect.poll(() => page.locator('.summary').textContent()).toContain('銀行の返事待ち');
      await page.screenshot({ path: join(out, 'summary.png') });
      await page.getByRole('radio', { name: 'できごと' }).check();
      await page.locator('.event-row').first().waitFor();
      // However many there are, those in sight alone are drawn.
      expect(await page.locator('.event-row').count()).toBeLessThan(60);
      await page.screenshot({ path: join(out, 'events.png') });
      // Notes that are in no report are not left without a question.
      await page.getByRole('button', { name: '画面コードに戻る' }).click();
      await page.getByRole('alertdialog').waitFor();
      await page.keyboard.press('Escape');
      const pdf = await saveReport(page);
      expect(execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' })).toContain('ここで暗証番号を探していた');
      writeFileSync(join(out, 'report.pdf'), readFileSync(pdf));
      await page.getByRole('button', { name: '画面コードに戻る' }).click();
      await page.locator('input[name="code"]').waitFor();
      expect(output()).not.toContain('error:');
    });
  });

  test('of a hostile file says why, keeps what was open, and writes nothing', { timeout: 120_000 }, async () => {
    const bad = join(session.home, 'bad.zip');
    writeFileSync(bad, 'PK\u0003\u0004 and nothing else');
    await withSupport({ chosen: bad, size: windowSize }, async ({ page }) => {
      await page.getByRole('button', { name: 'お問い合わせ用のファイルを開く' }).click();
      await page.locator('.replay-trouble', { hasText: '「bad.zip」は開けませんでした。' }).waitFor();
      await page.locator('input[name="code"]').fill('2-3-101');
      await expect.poll(() => page.locator('.told-code strong').textContent()).toBe('2-3-101');
      expect(readdirSync(join(session.userData, 'support-mode')).filter((name) => /zip|jsonl$/u.test(name))).toEqual([]);
    });
  });
});
