import { afterEach, describe, test } from 'vitest';
import type { BankProfile } from '../../main/bank/profile.ts';
import {
  arrive,
  chooseActivation,
  confirmOneTimePassword,
  createDriver,
  type Driver,
  headingOf,
  identify,
  logOn,
  press,
  readOneTimePassword,
  retrieveCertificate,
  setPins,
} from '../../tools/journey/journey.ts';
import type { Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { exampleBanks } from '../support/example-banks.ts';
import { goesAndEnds, launchAtBank, takeBankFile } from './at-second-bank.ts';
import { type SecondBank, startSecondBank } from './second-bank.ts';

/**
 * The example bank with the other order, set up by its file, and the journey there as its customers see it. All four, without
 * a window: test/integration/example-banks.test.ts.
 */
const shownBanks = exampleBanks.filter(({ profile }) => profile.stepOrder === 'certificateFirst');

let session: PrivateSession;
let bank: SecondBank;
let running: Running;
let driver: Driver;

async function start(): Promise<void> {
  running = await launchAtBank({ session, bank });
  driver = createDriver(running.page, 'ja');
}

/** Takes the bank's file, with the number from paper, and opens the bank. */
async function setUp(): Promise<void> {
  await takeBankFile(driver, bank);
  await goesAndEnds(driver, running, driver.text.places.start);
  await start();
}

async function enterCard(): Promise<void> {
  await arrive(driver, 'oneTimePassword');
  await confirmOneTimePassword(driver, await readOneTimePassword(driver, bank.papers));
}

/** From the branch's call to the logon, in the order of this bank. */
async function getThrough({ stepOrder }: BankProfile, pins: { readonly logon: string; readonly confirmation: string }): Promise<void> {
  const { contractorId } = bank.papers.customerCard;
  const { registrationPin } = bank.papers.applicationForm;
  const required = driver.text.screens.certificateRequired;
  await chooseActivation(driver);
  await identify(driver, contractorId, registrationPin);
  if (stepOrder === 'activationFirst') {
    await arrive(driver, 'newPins');
    await setPins(driver, registrationPin, pins);
    await enterCard();
    await headingOf(driver.page, required.title).waitFor();
    await retrieveCertificate(driver);
    return;
  }
  await enterCard();
  await headingOf(driver.page, required.titleFirst).waitFor();
  await press(driver, required.action);
  await driver.page.getByText(driver.text.screens.identification.leadWithCertificate).waitFor();
  await identify(driver, contractorId, registrationPin);
  await arrive(driver, 'newPins');
  await setPins(driver, registrationPin, pins);
  await arrive(driver, 'certificateReady');
}

afterEach(async () => {
  await running?.kill();
  await session?.stop();
  bank?.stop();
});

describe.each(shownBanks)('at $profile.name.ja', ({ name, profile }) => {
  test('an administrator sets the bank up by its file, and comes from the call of the branch to the logon', async () => {
    bank = await startSecondBank('90000000019', '127.0.0.1', profile);
    session = await startPrivateSession(`example-${name}`);
    await start();
    await setUp();
    await bank.release(bank.papers.customerCard.contractorId);
    await arrive(driver, 'start');
    await driver.page.getByText(profile.name.ja).first().waitFor();
    await press(driver, driver.text.screens.start.choices.called.label);
    const pins = { logon: `Umi8${profile.pinRule.symbols}Sora`, confirmation: `Yama7${profile.pinRule.symbols}Kaw` };
    await getThrough(profile, pins);
    await logOn(driver, pins.logon);
    await arrive(driver, 'loggedOn');
  });
});
