import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '../../main/hand-over/record-file.ts';
import {
  activate,
  arrive,
  createDriver,
  type Driver,
  getReleased,
  logOn,
  newPins,
  press,
  readSnapshot,
  retrieveCertificate,
} from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { findBarriers } from './axe.ts';

/** The record of the procedure in the running program, printed by the shell itself and read back. */
let session: PrivateSession;
let running: Running;
let driver: Driver;
let papers: string;
let contractorId: string;

const saved = () => join(papers, readdirSync(papers).find((name) => name.endsWith('.pdf')) ?? 'none');
const ask = (tool: string, ...args: readonly string[]) => execFileSync(tool, args, { encoding: 'utf8' });

beforeAll(async () => {
  papers = mkdtempSync(join(tmpdir(), 'kaitsu-record-'));
  session = await startPrivateSession('record');
  running = await launchKaitsu({ session, language: 'ja', saveFolder: papers });
  driver = createDriver(running.page, 'ja');
  await getReleased(driver);
  contractorId = (await activate(driver)).customerCard.contractorId;
  await retrieveCertificate(driver);
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
});
afterAll(async () => {
  await running?.kill();
  await session?.stop();
  rmSync(papers, { recursive: true, force: true });
});

describe('the record of the procedure', () => {
  test('is saved at the end as one page that can be read back', async () => {
    const { page, text } = driver;
    await press(driver, text.record.saveRecord);
    await page.getByText(text.releaseRequest.saved('')).waitFor();
    expect(ask('pdfinfo', saved())).toMatch(/Pages:\s+1$/mu);
    const printed = ask('pdftotext', '-raw', saved(), '-').replace(/\s+/gu, '');
    const { state } = await readSnapshot(driver);
    if (state.step !== 'loggedOn') throw new Error('Not at the end');
    const { steps } = text.record.paper;
    const lines = [steps.requested, steps.released, steps.activated, steps.certificate, steps.loggedOn];
    for (const each of [...lines, state.certificate.serial, contractorId.slice(-4), hostname().slice(0, 39), userInfo().username])
      expect(printed).toContain(each.replace(/\s/gu, ''));
    expect(printed).not.toContain(contractorId);
    for (const pin of [newPins.logon, newPins.confirmation]) expect(readFileSync(saved(), 'latin1') + printed).not.toContain(pin);
  });

  test('the hand-over record says who did it all on this PC, and a saved file of it is as it was written', async () => {
    const { page, text } = driver;
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('button', { name: text.handOver.name }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(text.handOver.whole).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: text.handOver.saveJsonl }).click();
    await dialog.getByRole('button', { name: text.releaseRequest.showSaved }).waitFor();
    await dialog.getByRole('button', { name: text.common.close }).click();
    const file = checkFile(readFileSync(join(papers, readdirSync(papers).find((name) => name.endsWith('.jsonl')) ?? 'none')));
    if (file.kind !== 'record') throw new Error(file.why);
    expect([file.fault, file.chain.entries.map(({ step }) => step.what)]).toEqual([
      null,
      ['begun', 'bankInUse', 'requested', 'released', 'activated', 'certificateRetrieved', 'loggedOn'],
    ]);
    expect(file.chain.entries[0]?.step).toMatchObject({ why: 'new' });
    expect(file.chain.entries.at(-1)).toMatchObject({ by: { user: userInfo().username, pc: hostname().slice(0, 64) }, lastFour: contractorId.slice(-4) });
    for (const secret of [contractorId, newPins.logon, newPins.confirmation]) expect(file.texts.join()).not.toContain(secret);
  });

  test('the end has no barrier that axe knows', async () => {
    expect(await findBarriers(driver.page)).toEqual([]);
  });

  test('is still there after a restart, to be looked at', async () => {
    await running.kill();
    running = await launchKaitsu({ session, saveFolder: papers });
    driver = createDriver(running.page, 'ja');
    await press(driver, driver.text.record.name);
    await driver.page.getByRole('dialog').getByText(driver.text.record.paper.steps.requested).waitFor();
    expect(await findBarriers(driver.page)).toEqual([]);
  });
});
