import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activate, arrive, createDriver, getReleased, logOn, newPins, type Papers, retrieveCertificate } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { findChromium } from '../../tools/shell/electron/chromium.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { filesIn, findInstalledCertificate, type InstalledCertificate } from './installed-certificate.ts';

const run = promisify(execFile);
const policyFolder = '/etc/chromium/policies/managed';
const mayWritePolicy = process.platform === 'linux' && process.getuid?.() === 0;

let session: PrivateSession;
let running: Running;
let papers: Papers;
let certificate: InstalledCertificate;

beforeAll(async () => {
  session = await startPrivateSession('use');
  running = await launchKaitsu({ session, language: 'ja', theme: 'light' });
  const driver = createDriver(running.page, 'ja');
  await getReleased(driver);
  papers = await activate(driver);
  await retrieveCertificate(driver);
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
  certificate = await findInstalledCertificate(session);
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
});

describe('the certificate that the journey left', () => {
  test('is read by openssl with the passphrase from the keychain, and not without it', async () => {
    expect(statSync(certificate.bundle).mode & 0o777).toBe(0o600);
    const info = (passphrase: string) =>
      run('openssl', ['pkcs12', '-in', certificate.bundle, '-info', '-noenc', '-passin', 'env:PASSPHRASE'], {
        env: { ...process.env, PASSPHRASE: passphrase },
      });
    const { stdout, stderr } = await info(certificate.passphrase);
    expect(stdout).toContain(`CN = ${papers.customerCard.contractorId}`);
    expect(stderr).toMatch(/MAC: sha256[\s\S]*AES-256-CBC/u);
    await expect(info('wrong')).rejects.toThrow();
  });

  test('logs curl on to the bank; without it, curl is refused', async () => {
    const authority = join(session.home, 'authority.pem');
    writeFileSync(authority, certificate.authority);
    const address = `${certificate.bank}/v1/logon?contractorId=${papers.customerCard.contractorId}`;
    // By a configuration on standard input: the passphrase stands in no list of processes.
    const curl = async (settings: string) => {
      const child = run('curl', ['--silent', '--config', '-', '--write-out', '\n%{http_code}', address], { env: session.env });
      child.child.stdin?.end(`cacert = "${authority}"\n${settings}`);
      return (await child).stdout;
    };
    const withCertificate = await curl(`cert-type = "P12"\ncert = "${certificate.bundle}:${certificate.passphrase}"\n`);
    expect(withCertificate).toMatch(/\n200$/u);
    expect(JSON.parse(withCertificate.split('\n')[0] ?? '')).toMatchObject({ contractorId: papers.customerCard.contractorId });
    const without = await curl('');
    expect(without).toMatch(/\n40[13]$/u);
    expect(without).toContain('certificate-required');
  });

  test.skipIf(!mayWritePolicy)("logs the person's own Chromium on to the bank's page (needs root: the choice of certificate is a managed policy)", async () => {
    const policy = join(policyFolder, 'kaitsu-test.json');
    mkdirSync(policyFolder, { recursive: true });
    writeFileSync(policy, JSON.stringify({ AutoSelectCertificateForUrls: [JSON.stringify({ pattern: certificate.bank, filter: {} })] }));
    let browser: BrowserContext | null = null;
    try {
      browser = await chromium.launchPersistentContext(join(session.home, 'browser'), {
        executablePath: findChromium(process.env),
        env: session.env,
        ignoreHTTPSErrors: true,
        chromiumSandbox: false,
      });
      const page = await browser.newPage();
      await page.goto(`${certificate.bank}/logon`, { timeout: 20_000 });
      await page.getByText(papers.customerCard.contractorId).waitFor();
      await page.getByLabel('ご契約先暗証番号').fill(newPins.logon);
      await page.getByRole('button', { name: 'ログオン' }).click();
      await page.getByText('ログオンしました').waitFor();
    } finally {
      await browser?.close();
      rmSync(policy, { force: true });
    }
  });
});

describe('the secrets of the journey', () => {
  test('the PINs stand nowhere: in no file of the home, no log, no output', () => {
    const files = filesIn(session.home).filter((path) => !path.includes('/run/'));
    expect(files.length).toBeGreaterThan(10);
    for (const secret of Object.values(newPins)) {
      const needles = [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le'), Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/u, ''))];
      const found = files.filter((path) => existsSync(path) && needles.some((needle) => readFileSync(path).includes(needle)));
      expect(found).toEqual([]);
      expect(running.output()).not.toContain(secret);
    }
  });

  test('the passphrase of the bundle stands in no file in clear', () => {
    const needle = Buffer.from(certificate.passphrase, 'utf8');
    expect(filesIn(session.userData).filter((path) => readFileSync(path).includes(needle))).toEqual([]);
    expect(running.output()).not.toContain(certificate.passphrase);
  });
});
