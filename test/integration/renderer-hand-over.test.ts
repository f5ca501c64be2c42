import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { HandOverPaper } from '../../preload/contract/hand-over.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { fullHandOverPaper, handOverPaper } from '../../renderer/reproduction/samples/hand-over.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { open, opened } = testWindow();
const shown = { snapshot: snapshotOf(states.locked), handOver: { open: true, savedAs: null } } as const satisfies Partial<WindowOptions>;
const { ja } = catalogues;
const calls = async (name: string) => (await opened().calls()).filter((call) => call.name === name);

describe('the hand-over record on paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-hand-over-paper-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'record.pdf');
  const run = (tool: string, ...args: readonly string[]) => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const text = (...pages: readonly string[]) => run('pdftotext', '-raw', ...pages, path, '-').replace(/\s/gu, '');

  /** Prints what the window holds ready for main at the moment of the order, as printToPDF does. @returns how many pages */
  const save = async (paper: HandOverPaper, more: Partial<WindowOptions> = {}) => {
    const { page, answer, hold, letGo, calls: asked } = await open({ ...shown, ...more });
    await answer('handOver.read', { ok: true, value: paper });
    await answer('handOver.save', { ok: true, value: { kind: 'done' } });
    await hold('handOver.save');
    await page.locator('.hand-over-buttons .button-primary').click();
    await expect.poll(async () => (await asked()).some(({ name }) => name === 'handOver.save'), { timeout: 60_000 }).toBe(true);
    const margin = { top: 0, bottom: 0, left: 0, right: 0 };
    writeFileSync(path, await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, margin }));
    await letGo('handOver.save');
    await page.locator('.print-copy').waitFor({ state: 'detached' });
    return Number(/Pages:\s+(\d+)/u.exec(run('pdfinfo', path))?.[1]);
  };

  it.each(languages)('says in a window that speaks %s who did what when, that it is whole, and its check number, on A4', async (language) => {
    const pages = await save(handOverPaper(), { preferences: { language, theme: 'dark' } });
    expect(run('pdfinfo', path)).toMatch(/Page size:\s+59[45][.0-9]* x 84[12][.0-9]* pts \(A4\)/u);
    expect(run('pdfinfo', path)).toMatch(new RegExp(`^Title:\\s+${catalogues[language].handOver.paper.title}$`, 'mu'));
    const printed = text();
    const { paper } = ja.handOver;
    const own = catalogues[language].handOver.paper;
    for (const each of [paper.title, '練習用', '株式会社みなと文具', '*******5936', 'MINATO-PC01', 'Kaitsu0.1.0', '5A3F09C2774E18B0D6A4913CE5770B12'])
      expect(printed).toContain(each.replace(/\s/gu, ''));
    for (const each of ['2026年11月22日10:12', '11-9F3A-07C2-774E-18B0-D6A4-913C-E577-0B12', paper.whole(11), own.whole(11), `${pages}/${pages}`])
      expect(printed).toContain(each.replace(/\s/gu, ''));
    for (const texts of [paper, own])
      for (const each of [texts.steps.plain.certificateRetrieved, texts.steps.userChanged.suspended, texts.steps.begun.new, texts.note])
        expect(printed).toContain(each.replace(/\s/gu, ''));
    // The paper alone: nothing of the window around it.
    for (const around of [ja.handOver.savePdf, ja.handOver.checkNumberHelp]) expect(printed).not.toContain(around);
    for (const font of run('pdffonts', path).split('\n').slice(2).filter(Boolean)) expect(font, font).toMatch(/ yes (yes|no) +yes /u);
  });

  it('of years takes as many pages as it needs, each with its number and the head of the table, and leaves no line out', async () => {
    const paper = { ...fullHandOverPaper(), entries: fullHandOverPaper().entries.slice(0, 300) };
    const pages = await save(paper);
    expect(pages).toBeGreaterThan(5);
    for (const page of [1, 2, pages - 1]) {
      const printed = text('-f', String(page), '-l', String(page));
      expect(printed).toContain(`${page}/${pages}`);
      expect(printed).toContain(`${ja.handOver.paper.number}${ja.handOver.paper.at.replace(/\s/gu, '')}`);
    }
    const printed = run('pdftotext', '-layout', path, '-');
    for (const { n } of paper.entries) expect(printed).toMatch(new RegExp(`^\\s*${n}\\s+20`, 'mu'));
    expect(text()).toContain(ja.handOver.paper.earlier(2_200).replace(/\s/gu, ''));
  }, 120_000);

  it('that was changed says so, and where', async () => {
    await save(handOverPaper({ fault: { line: 6, how: 'missing' } }));
    expect(text()).toContain(ja.handOver.paper.faults.missing(6));
    expect(text()).not.toContain(ja.handOver.paper.whole(11));
    // Of lines that do not hold together it would prove nothing.
    expect(text()).not.toContain(handOverPaper().checkNumber);
  });
});

describe('the hand-over record in the window', () => {
  const button = (name: string) => opened().page.getByRole('dialog').getByRole('button', { name });

  it('is saved as CSV and as JSON lines, and says under which name', async () => {
    const { page, answer } = await open({ ...shown, handOver: { open: true, savedAs: '引継書.csv' } });
    await answer('handOver.save', { ok: true, value: { kind: 'done' } });
    await button(ja.handOver.saveCsv).click();
    await page.getByText(ja.releaseRequest.saved('引継書.csv')).waitFor();
    await button(ja.handOver.saveJsonl).click();
    await expect
      .poll(async () => (await calls('handOver.save')).map(({ input }) => input))
      .toEqual([
        { title: ja.handOver.paper.title, kind: 'csv' },
        { title: ja.handOver.paper.title, kind: 'jsonl' },
      ]);
    await button(ja.releaseRequest.showSaved).click();
    await button(ja.common.close).click();
    expect([await calls('handOver.showSaved'), await calls('handOver.close')]).toMatchObject([[{}], [{}]]);
  });

  it('that cannot be read is told with what to do', async () => {
    const { page, answer } = await open({ ...shown, handOver: { open: false, savedAs: null } });
    const problem = { code: 'file-unavailable', field: null, attemptsLeft: null, retryAt: null, remark: null, reference: null, screenCode: '' };
    await answer('handOver.read', { ok: false, problem });
    await page.evaluate(() => window.fakeMain.publish('handOver', { open: true, savedAs: null }));
    await page.getByRole('dialog').getByText(ja.problem.codes['file-unavailable'].title).waitFor();
    expect(await button(ja.handOver.savePdf).count()).toBe(0);
  });

  it('is offered in the help, on whatever screen', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.locked) });
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('button', { name: ja.handOver.name }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await calls('handOver.open')).toHaveLength(1);
  });
});
