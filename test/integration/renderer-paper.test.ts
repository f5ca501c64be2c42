import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { states } from '../../tools/window/snapshots.ts';
import { requestForm } from '../support/request-form.ts';

const { open, opened, openForm, input } = requestForm();

/** @param pgm a grey picture as pdftoppm writes it: a head of four words, then a byte a pixel @returns 0 for black, 1 for white */
const brightness = (pgm: Buffer) => {
  const head = /^P5\s+\d+\s+\d+\s+255\s/u.exec(pgm.toString('latin1'))?.[0].length ?? pgm.length;
  const pixels = pgm.subarray(head);
  return pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length / 255;
};

describe('the paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-paper-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const print = async () => {
    await opened().page.waitForFunction(() => document.fonts.size > 100 && document.fonts.status === 'loaded');
    const path = join(folder, 'paper.pdf');
    const margin = { top: 0, bottom: 0, left: 0, right: 0 };
    writeFileSync(path, await opened().page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, margin }));
    return (tool: string, ...args: readonly string[]) =>
      execFileSync(tool, [...args.filter((arg) => arg !== '-'), path, ...args.filter((arg) => arg === '-')], { encoding: 'utf8' });
  };
  const long = (character: string, length: number) => character.repeat(length);

  it('stays one page with the longest entries that can be typed', async () => {
    await openForm(requestEntries);
    const { page } = opened();
    for (const name of ['branch', 'company', 'representative', 'userName', 'contactName', 'reasonText'] as const) {
      const most = Number(await input(name).getAttribute('maxlength'));
      await input(name).fill(long('漢', most));
      expect(await input(name).inputValue()).toHaveLength(most);
    }
    await input('contactPhone').fill(long('0', 30));
    await page.locator('.print-copy').getByText(long('漢', 80)).waitFor({ state: 'attached' });
    expect((await print())('pdfinfo')).toMatch(/Pages:\s+1$/mu);
  });

  it.each(languages)('is the same in a dark window that speaks %s: Japanese, black on white', async (language) => {
    await openForm(requestEntries, { preferences: { language, theme: 'dark' } });
    const run = await print();
    expect(run('pdftotext', '-raw', '-').replace(/\s/gu, '')).toContain('法人インターネットバンキング暗証番号ロック解除依頼書');
    const mean = brightness(execFileSync('pdftoppm', ['-r', '20', '-gray', join(folder, 'paper.pdf')]));
    expect(mean).toBeGreaterThan(0.85);
  });

  it('writes names with characters that are rarer than others as text in a font of their own', async () => {
    await openForm({ ...requestEntries, company: '㈱髙﨑商店', representative: '代表取締役 渡邉 德濵' });
    const run = await print();
    expect(run('pdftotext', '-raw', '-')).toContain('㈱髙﨑商店');
    expect(run('pdftotext', '-raw', '-')).toContain('渡邉 德濵');
    for (const font of run('pdffonts').split('\n').slice(2).filter(Boolean)) expect(font).toMatch(/ yes (yes|no) +yes /u);
  });

  it('prints Korean names as they are written, and as text', async () => {
    await openForm({ ...requestEntries, company: '주식회사 미나토 문구', contactName: '총무과 뷁' });
    await opened().page.locator('.request-preview').getByText('주식회사 미나토 문구').waitFor();
    const run = await print();
    const printed = run('pdftotext', '-raw', '-').replace(/\s/gu, '');
    expect(printed).toContain('주식회사미나토문구');
    expect(printed).toContain('총무과뷁');
  });

  it('loads Korean fonts for it only where it has Korean text', async () => {
    const loaded = async () => {
      await opened().page.waitForFunction(() => document.fonts.size > 100 && document.fonts.status === 'loaded');
      return opened().page.evaluate(() => [...document.fonts].filter((face) => face.family.includes('KR') && face.status !== 'unloaded').length);
    };
    // The menu of languages has its one word of Korean.
    await open({ snapshot: snapshotOf(states.locked) });
    const usual = await loaded();
    await openForm(requestEntries);
    expect(await loaded()).toBe(usual);
    await openForm({ ...requestEntries, company: '뷁' });
    expect(await loaded()).toBeGreaterThan(usual);
  });
});
