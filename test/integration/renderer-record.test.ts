import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { type ProblemCode, problemCodes } from '../../preload/contract/problem-numbers.ts';
import type { RecordPaper } from '../../preload/contract/record.ts';
import type { PaperOutcome } from '../../preload/contract/release-request.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { recordPaper } from '../../renderer/reproduction/samples/record.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { fullRecordPaper } from '../../tools/window/record-papers.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { practiceBank, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { open, opened } = testWindow();
const record = { available: true, open: false, savedAs: null } as const;
const end = { snapshot: snapshotOf(states.loggedOn), users: { screen: 'closed', lockedUsers: 0 }, record } as const satisfies Partial<WindowOptions>;
const { ja } = catalogues;
const button = (name: string) => opened().page.getByRole('button', { name });
const calls = async (name: string) => (await opened().calls()).filter((call) => call.name === name);

describe('the record of the procedure on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-record-paper-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'record.pdf');
  const run = (tool: string, ...args: readonly string[]) => execFileSync(tool, args, { encoding: 'utf8' });

  /** Prints what the window holds ready for main at the moment of the order, as printToPDF does. */
  const save = async (paper: RecordPaper, more: Partial<WindowOptions> = {}) => {
    const { page, answer, hold, letGo, calls: asked } = await open({ ...end, ...more });
    await answer('record.read', { ok: true, value: paper });
    await answer('record.saveAsPdf', { ok: true, value: { kind: 'done' } });
    await hold('record.saveAsPdf');
    await page.locator('.record-orders .button').first().click();
    await expect.poll(async () => (await asked()).some(({ name }) => name === 'record.saveAsPdf'), { timeout: 40_000 }).toBe(true);
    const margin = { top: 0, bottom: 0, left: 0, right: 0 };
    writeFileSync(path, await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, margin }));
    await letGo('record.saveAsPdf');
    await page.locator('.print-copy').waitFor({ state: 'detached' });
    return run('pdftotext', '-raw', path, '-').replace(/\s/gu, '');
  };

  it.each(languages)('says in a window that speaks %s what was done, when, with which certificate and by whom, on one page', async (language) => {
    const printed = await save(recordPaper(), { preferences: { language, theme: 'dark' } });
    expect(run('pdfinfo', path)).toMatch(/Pages:\s+1$/mu);
    expect(run('pdfinfo', path)).toMatch(/Page size:\s+59[45][.0-9]* x 84[12][.0-9]* pts \(A4\)/u);
    for (const each of [ja.record.paper.title, '練習用', '株式会社みなと文具', '*******5936', 'MINATO-PC01', 'Kaitsu0.1.0', '5A3F09C2774E18B0D6A4913CE5770B12'])
      expect(printed).toContain(each.replace(/\s/gu, ''));
    for (const each of ['2026年11月22日10:12', '2027年11月22日15:00', 'suzuki01、tanaka02', '2-3-101', ja.problem.codes['identification-refused'].title])
      expect(printed).toContain(each);
    for (const step of ['requested', 'released', 'activated', 'certificate', 'loggedOn'] as const) {
      expect(printed).toContain(ja.record.paper.steps[step]);
      expect(printed).toContain(catalogues[language].record.paper.steps[step].replace(/\s/gu, ''));
    }
    // The paper alone: nothing of the window around it, and of the contractor ID no more than its end.
    for (const around of [ja.record.saveRecord, '40718205936']) expect(printed).not.toContain(around);
  });

  it.each(languages)('stays one page with as much on it as there can be, in a window that speaks %s', async (language) => {
    const title = (code: ProblemCode) => ja.problem.codes[code].title + catalogues[language].problem.codes[code].title;
    const longest = problemCodes.toSorted((one, other) => title(other).length - title(one).length)[0] ?? 'internal';
    const printed = await save(fullRecordPaper(longest), { preferences: { language, theme: 'light' } });
    expect(run('pdfinfo', path)).toMatch(/Pages:\s+1$/mu);
    const { usersMore, usersUnnamed, refusalsMore, noSecret } = ja.record.paper;
    // The last line is on the page, too.
    for (const each of [usersMore(12), usersUnnamed(7), refusalsMore(22), noSecret]) expect(printed).toContain(each.replace(/\s/gu, ''));
  });

  it('says that nothing was recorded where nothing was', async () => {
    const empty = { contract: null, certificate: null, done: { shown: [], more: 0 }, users: null, refusals: { shown: [], more: 0 } };
    const printed = await save(recordPaper(empty));
    expect(run('pdfinfo', path)).toMatch(/Pages:\s+1$/mu);
    for (const each of [ja.record.paper.nothingDone, ja.record.paper.noRefusals, ja.record.paper.unknown]) expect(printed).toContain(each);
  });

  it('has its fonts inside, and a title', async () => {
    await save(recordPaper());
    expect(run('pdfinfo', path)).toMatch(new RegExp(`^Title:\\s+${ja.record.paper.title}$`, 'mu'));
    const fonts = run('pdffonts', path).split('\n').slice(2).filter(Boolean);
    for (const font of fonts) expect(font, font).toMatch(/ yes (yes|no) +yes /u);
  });

  it('of a real bank has no mark of the practice', async () => {
    expect(await save(recordPaper(), { bank: { ...practiceBank, practice: false } })).not.toContain('練習用');
  });
});

describe('the orders for it', () => {
  const words = ja.releaseRequest;
  it.each([
    ['done', ja.record.printed],
    ['cancelled', words.cancelled],
    ['noPrinter', words.noPrinter],
    ['printFailed', words.printFailed],
    ['printUnknown', ja.record.printUnknown],
  ] satisfies readonly [PaperOutcome['kind'], string][])('printing that came to %s is told', async (kind, said) => {
    const { answer, page } = await open(end);
    await answer('record.print', { ok: true, value: { kind } });
    await button(words.print).click();
    await page.getByRole('status').filter({ hasText: said }).waitFor();
  });

  it('a full disk is told with what to do, and nothing is said to be saved', async () => {
    const { answer, page } = await open(end);
    const problem = { code: 'disk-full', field: null, attemptsLeft: null, retryAt: null, remark: null, reference: 'K7Q2-81', screenCode: '521' };
    await answer('record.saveAsPdf', { ok: false, problem });
    await button(ja.record.saveRecord).click();
    await page.getByText(ja.problem.codes['disk-full'].title).waitFor();
    expect(await page.getByText(words.saved('')).count()).toBe(0);
  });

  it('from the menu it is shown before it is saved, and closed again', async () => {
    const { page } = await open({ ...end, snapshot: snapshotOf(states.locked), record: { ...record, open: true } });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('MINATO-PC01').waitFor();
    await dialog.getByRole('button', { name: ja.common.close }).click();
    expect(await calls('record.close')).toHaveLength(1);
  });
});

describe('the end', () => {
  const words = ja.screens.loggedOn;
  it('does not say that all is done while users are locked, and leads to them first', async () => {
    const { page } = await open({ ...end, users: { screen: 'closed', lockedUsers: 3 } });
    await page.getByRole('heading', { name: words.lockedTitle(3) }).waitFor();
    expect(await page.getByText(words.leadAllDone).count()).toBe(0);
    expect(await page.locator('.button-primary').allTextContents()).toEqual([ja.users.menu.title]);
    await button(ja.users.menu.title).click();
    expect(await calls('users.open')).toHaveLength(1);
  });

  it('says that all is done once nobody is locked, and neither while that is not known', async () => {
    const { page, publishUsers } = await open({ ...end, users: { screen: 'closed' } });
    await page.getByText(words.lead, { exact: true }).waitFor();
    await publishUsers({ screen: 'closed', lockedUsers: 0 });
    await page.getByText(words.leadAllDone).waitFor();
  });

  it('puts the renewal into the calendar, on the day from which the bank renews', async () => {
    const { page, answer } = await open(end);
    await answer('releaseRequest.saveReminder', { ok: true, value: { kind: 'done' } });
    await button(words.calendar).click();
    await page.getByText(ja.releaseRequest.reminderSaved).waitFor();
    expect((await calls('releaseRequest.saveReminder'))[0]?.input).toMatchObject({ at: '2027-10-24T01:00:00.000Z', title: words.calendarEvent('開通銀行') });
  });

  it('offers the renewal in its place where the certificate is about to expire', async () => {
    await open({ ...end, snapshot: snapshotOf({ ...states.loggedOn, validity: { kind: 'due', daysLeft: 3 } }) });
    await button(ja.validity.renew).waitFor();
    expect(await button(words.calendar).count()).toBe(0);
  });

  it('opens the internet banking; where no browser can be opened it says the address', async () => {
    const website = 'https://www.bank.example/hojin/';
    const { page, answer } = await open({ ...end, bank: { ...practiceBank, practice: false, website } });
    await answer('bank.openWebsite', { ok: true, value: { kind: 'notOpened' } });
    await button(words.website).click();
    await page.getByText(website).waitFor();
    await answer('bank.openWebsite', { ok: true, value: { kind: 'opened' } });
    await button(words.website).click();
    await page.getByText(words.websiteOpened).waitFor();
  });

  it('has no such button where the bank names no address, and in the practice says that there is none', async () => {
    await open({ ...end, bank: { ...practiceBank, practice: false } });
    expect(await button(words.website).count()).toBe(0);
    const { page } = await open(end);
    await button(words.website).click();
    await page.getByText(words.websitePractice).waitFor();
    expect(await calls('bank.openWebsite')).toEqual([]);
  });
});
