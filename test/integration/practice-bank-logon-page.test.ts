import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../main/protocol/protocol.ts';
import { findChromium } from '../../tools/shell/electron/chromium.ts';
import { confirmationPin, type Identity, logonPin, obtainIdentity, startTestBank, type TestBank } from './practice-bank-client.ts';

let test: TestBank;
let identity: Identity;
let browser: Browser;
let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'kaitsu-browser-'));
  test = await startTestBank();
  identity = await obtainIdentity(test);
  const executablePath = findChromium(process.env);
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env: { ...process.env, HOME: home } });
});
afterAll(async () => {
  await browser?.close();
  await test?.end();
  rmSync(home, { recursive: true, force: true });
});

const origin = () => `https://127.0.0.1:${test.bank.port}`;

function openContext(shown: Identity | null): Promise<BrowserContext> {
  const certificate = shown === null ? [] : [{ origin: origin(), key: Buffer.from(shown.key), cert: Buffer.from(shown.cert) }];
  return browser.newContext({ ignoreHTTPSErrors: true, locale: 'ja-JP', ...(shown === null ? {} : { clientCertificates: certificate }) });
}

describe('an administrator in a browser', () => {
  it('is told of a wrong PIN and logs on with the right one, under the strict policy', async () => {
    const context = await openContext(identity);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => void (message.text().includes('Content Security Policy') && complaints.push(message.text())));
    await page.goto(origin() + paths.logonPage);
    await page.getByLabel('ご契約先暗証番号').fill(confirmationPin);
    await page.getByRole('button', { name: 'ログオン' }).click();
    await page.getByText('あと6回間違えると').waitFor();
    expect(await page.getByLabel('ご契約先暗証番号').inputValue()).toBe('');
    if (process.env.PRACTICE_BANK_SCREENSHOT !== undefined) await page.screenshot({ path: process.env.PRACTICE_BANK_SCREENSHOT });
    await page.getByLabel('ご契約先暗証番号').fill(logonPin);
    await page.keyboard.press('Enter');
    await page.getByText('ログオンしました').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('who brings no certificate reads why nothing can be entered', async () => {
    const context = await openContext(null);
    const page = await context.newPage();
    expect((await page.goto(origin() + paths.logonPage))?.status()).toBe(403);
    await page.getByText('電子証明書が必要です').waitFor();
    expect(await page.locator('input').count()).toBe(0);
    await context.close();
  });
});
