import { expect } from 'vitest';
import { activate, arrive, type Driver, getReleased, logOn, newPins, readSnapshot, retrieveCertificate } from '../../tools/journey/journey.ts';

/** From the locked contract to a logged-on administrator, by the manual. @returns the papers of the demo company */
export async function walkToLogon(driver: Driver): ReturnType<typeof activate> {
  await getReleased(driver);
  const papers = await activate(driver);
  await retrieveCertificate(driver);
  await driver.look('certificate-ready');
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
  await driver.look('logged-on');
  const { state } = await readSnapshot(driver);
  expect(state).toMatchObject({
    step: 'loggedOn',
    contractorId: papers.customerCard.contractorId,
    certificate: { store: process.platform === 'linux' ? 'nss' : expect.any(String) },
  });
  return papers;
}
