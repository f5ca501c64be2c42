import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activate, arrive, createDriver, type Driver, logOn, newPins, press, retrieveCertificate } from '../../tools/journey/journey.ts';
import type { Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { account, hasProxy, type RunningProxy, startSquid } from '../support/proxies.ts';
import { goesAndEnds, launchAtBank, takeBankFile } from './at-second-bank.ts';
import { filesIn } from './installed-certificate.ts';
import { type SecondBank, startSecondBank } from './second-bank.ts';

/** The whole journey from a company's network: the one way to the bank is a proxy that wants a name and a password, and a PAC script names it. */

let session: PrivateSession;
let bank: SecondBank;
let proxy: RunningProxy;
let running: Running;
let driver: Driver;

/** As companies write them: a list of hosts, and what is to be tried where a proxy is away. The first one is. */
const script = (port: number) => `function FindProxyForURL(url, host) {
  if (isPlainHostName(host) || shExpMatch(host, "*.company.example")) return "DIRECT";
  return host == "0.0.0.0" ? "PROXY 127.0.0.1:1; PROXY 127.0.0.1:${port}" : "DIRECT";
}`;

async function start(): Promise<void> {
  const pac = join(session.home, 'proxy.pac');
  writeFileSync(pac, script(proxy.port));
  running = await launchAtBank({ session, bank, env: { KAITSU_SHELL_PAC: pac } });
  driver = createDriver(running.page, 'ja');
}

const squid = hasProxy('squid');

beforeAll(async () => {
  if (!squid) return;
  [bank, session, proxy] = await Promise.all([startSecondBank('90000000019', '0.0.0.0'), startPrivateSession('proxy'), startSquid('both')]);
  await start();
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
  await proxy?.stop();
  bank?.stop();
});

describe.runIf(squid)('behind a proxy that wants a sign-in', () => {
  test('the bank is set up without a way to it', async () => {
    await takeBankFile(driver, bank);
    await goesAndEnds(driver, running, driver.text.places.start);
    await start();
  });

  test('the person is asked once, before an attempt is spent, and then the journey goes to its end', async () => {
    const { page, text } = driver;
    await bank.release(bank.papers.customerCard.contractorId);
    await arrive(driver, 'start');
    await press(driver, text.screens.start.choices.called.label);
    await arrive(driver, 'logonMenu');
    await press(driver, text.proxy.open);
    await page.getByLabel(text.proxy.name).fill(account.name);
    await page.getByLabel(text.proxy.password).fill(account.password);
    await press(driver, text.proxy.save);
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await activate(driver, bank.papers);
    await retrieveCertificate(driver);
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
    expect(proxy.log()).toMatch(/CONNECT 0\.0\.0\.0:\d+ taro/u);
  });

  test('another day nobody is asked again, and the password stands nowhere but in the keychain', async () => {
    await running.close();
    expect(filesIn(session.userData).filter((path) => readFileSync(path, 'latin1').includes(account.password))).toEqual([]);
    expect(running.output()).not.toContain(account.password);
    await start();
    await press(driver, driver.text.screens.certificateReady.action);
    await arrive(driver, 'certificateReady');
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
  });
});
