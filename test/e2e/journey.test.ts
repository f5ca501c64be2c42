import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDriver, type Driver } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from './axe.ts';
import { walkToLogon } from './whole-journey.ts';

/** In English the packed program goes: packed.test.ts. */
const languages = ['ja', 'ko'] as const;

describe.each(languages)('the whole journey of the manual, in %s', (language) => {
  let session: PrivateSession;
  let running: Running;
  let driver: Driver;
  const seen: string[] = [];
  const barriers: string[] = [];

  beforeAll(async () => {
    session = await startPrivateSession('journey');
    running = await launchKaitsu({ session, language, theme: language === 'ja' ? 'light' : 'dark' });
    process.stdout.write(`Runs on ${running.shell}.\n`);
    driver = createDriver(running.page, language, async (name) => {
      seen.push(name);
      barriers.push(...(await findBarriers(running.page)).map((barrier) => `${name}: ${barrier}`));
    });
  });
  afterAll(async () => {
    await running?.kill();
    await session?.stop();
  });

  test('from the locked contract to a logged-on administrator', async () => {
    const papers = await walkToLogon(driver);
    expect(await driver.page.getByText(papers.customerCard.contractorId).count()).toBeGreaterThan(0);
  });

  test('no screen on the way has a barrier that axe knows', () => {
    expect(seen.length).toBeGreaterThanOrEqual(12);
    expect(barriers).toEqual([]);
  });

  test('closing the window ends the program in good order', async () => {
    expect(await running.close()).toBe(0);
  });
});
