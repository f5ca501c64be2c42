import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdBank } from '../../tools/journey/held-bank.ts';
import {
  activate,
  arrive,
  beginNextDay,
  chooseActivation,
  confirmOneTimePassword,
  createDriver,
  type Driver,
  getReleased,
  headingOf,
  identify,
  logOn,
  newPins,
  press,
  readOneTimePassword,
  readPapers,
  readSnapshot,
  retrieveCertificate,
  setPins,
} from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';

let session: PrivateSession;
let running: Running;
let driver: Driver;

async function start(): Promise<void> {
  running = await launchKaitsu({ session, language: 'ja', theme: 'light' });
  driver = createDriver(running.page, 'ja');
}

/** Ends the program as a crash does, starts it again, and goes on. */
async function crashAndResume(): Promise<void> {
  await running.kill();
  await start();
  await arrive(driver, 'resume');
  await press(driver, driver.text.screens.resume.action);
}

beforeEach(async () => {
  session = await startPrivateSession('interrupted');
  await start();
});
afterEach(async () => {
  await running?.kill();
  await session?.stop();
});

describe('when the program crashes', () => {
  test('the administrator goes on after every step, with what the bank knows, and logs on in the end', async () => {
    await getReleased(driver);
    // Nothing is under way yet at the menus: nothing is asked.
    await running.kill();
    await start();
    await arrive(driver, 'logonMenu');
    const papers = await readPapers(driver);
    await chooseActivation(driver);
    await identify(driver, papers.customerCard.contractorId, papers.applicationForm.registrationPin);
    await arrive(driver, 'newPins');
    await crashAndResume();
    await arrive(driver, 'newPins');
    await setPins(driver, papers.applicationForm.registrationPin);
    await arrive(driver, 'oneTimePassword');
    await crashAndResume();
    await arrive(driver, 'oneTimePassword');
    await confirmOneTimePassword(driver, await readOneTimePassword(driver, papers));
    await arrive(driver, 'certificateRequired');
    await crashAndResume();
    await arrive(driver, 'certificateRequired');
    await retrieveCertificate(driver);
    await running.kill();
    await start();
    await beginNextDay(driver);
    await logOn(driver, newPins.logon);
    await arrive(driver, 'loggedOn');
  });

  test('in the middle of the retrieval, the certificate is retrieved once it goes on', async () => {
    await getReleased(driver);
    await activate(driver);
    const release = holdBank(running.pid);
    await press(driver, driver.text.screens.certificateRequired.action);
    await headingOf(driver.page, driver.text.screens.retrieval.running).waitFor();
    await running.kill();
    release();
    await start();
    await arrive(driver, 'resume');
    await press(driver, driver.text.screens.resume.action);
    const stopped = headingOf(driver.page, driver.text.screens.retrieval.stopped);
    await stopped.or(headingOf(driver.page, driver.text.screens.certificateReady.title)).waitFor();
    if (await stopped.isVisible()) await press(driver, driver.text.screens.retrieval.proceed);
    await arrive(driver, 'certificateReady');
  });
});

describe('when the administrator stops the retrieval', () => {
  test('it stops within three seconds though the bank is silent, and goes on from there when asked to', async () => {
    await getReleased(driver);
    await activate(driver);
    const words = driver.text.screens.retrieval;
    const release = holdBank(running.pid);
    await press(driver, driver.text.screens.certificateRequired.action);
    await headingOf(driver.page, words.running).waitFor();
    await press(driver, words.cancel);
    await headingOf(driver.page, words.stopped).waitFor({ timeout: 3_000 });
    release();
    await press(driver, words.proceed);
    await arrive(driver, 'certificateReady');
    expect((await readSnapshot(driver)).state).toMatchObject({ step: 'certificateReady', problem: null });
  });
});
