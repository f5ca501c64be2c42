import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDriver } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { layOutPacked, type PackedProgram } from '../../tools/journey/packed-program.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { pack, preparePacking } from '../support/pack.ts';
import { findBarriers } from './axe.ts';
import { walkToLogon } from './whole-journey.ts';

/**
 * The program as it is packed for Linux: the journey finds in the archive all that it needs, and nowhere else. Always on the
 * stand-in, since an Electron whose fuses are set would take its own archive alone.
 */
describe.runIf(process.platform === 'linux')('the packed program', () => {
  let output: string;
  let packed: PackedProgram;
  let session: PrivateSession;
  let running: Running;

  beforeAll(async () => {
    await preparePacking();
    output = await pack({ target: 'linux' });
    packed = layOutPacked(join(output, 'linux-unpacked', 'resources', 'app.asar'));
    session = await startPrivateSession('packed');
    running = await launchKaitsu({ session, language: 'en', theme: 'dark', entry: packed.entry, env: packed.env });
  });
  afterAll(async () => {
    await running?.kill();
    await session?.stop();
    packed?.remove();
    rmSync(output, { recursive: true, force: true });
  });

  test('goes from the locked contract to a logged-on administrator, and ends in good order', async () => {
    const barriers: string[] = [];
    const driver = createDriver(running.page, 'en', async (name) => {
      barriers.push(...(await findBarriers(running.page)).map((barrier) => `${name}: ${barrier}`));
    });
    const papers = await walkToLogon(driver);
    expect(barriers).toEqual([]);
    expect(await driver.page.getByText(papers.customerCard.contractorId).count()).toBeGreaterThan(0);
    expect(await running.close()).toBe(0);
  });
});
