import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { chaptersOf, manualScreens } from '../../renderer/help/prose.ts';
import type { Edition } from './edition.ts';
import { printedProblems } from './problem-pages.ts';
import { printedScreens, shownScreen } from './shown.ts';
import { sheetSteps } from './support-sheet.ts';

/** A manual that a bank hands out is stapled, not bound. */
const mostPages = 30;

/** The PDF as a program reads it: its text without white space, which line breaks would make uncertain, and its number of pages. */
export type ReadBack = { readonly text: string; readonly pages: number };

export async function readBack(path: string): Promise<ReadBack> {
  const run = promisify(execFile);
  const [{ stdout: text }, { stdout: facts }] = await Promise.all([
    run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 26 }),
    run('pdfinfo', [path]),
  ]);
  return { text: plain(text), pages: Number(/^Pages:\s+(\d+)$/mu.exec(facts)?.[1] ?? 0) };
}

/**
 * What is missing in a manual: headings of screens, labels of fields, the closing message, problems with
 * number and title, or letters that no font had.
 * @returns one line a defect; none for a whole manual
 */
export function defectsOf({ text, pages }: ReadBack, { text: words, prose, bank, language }: Edition): readonly string[] {
  const titles = manualScreens.map((name) => `${shownScreen(name).code} ${shownScreen(name).title(words)}`);
  const labels = printedScreens.flatMap((name) => shownScreen(name).fields ?? []).map((field) => words.fields[field].label);
  const problems = printedProblems.flatMap((code) => {
    const { title, why, next } = words.problem.codes[code];
    return [`${problemNumbers[code]} ${title}`, why, next, ...words.problem.advice[code].causes, ...words.problem.advice[code].steps];
  });
  const chapters = chaptersOf(language).map((chapter) => prose.chapters[chapter].title);
  const wanted = [...chapters, ...titles, ...labels, words.screens.certificateRequired.message, ...problems, bank.name[language], bank.support.phone];
  const missing = wanted.filter((each) => !text.includes(plain(each))).map((each) => `not in the manual: ${each}`);
  const unknown = text.includes('\uFFFD') ? ['a letter that no font has'] : [];
  return [...missing, ...unknown, ...(pages > mostPages ? [`${pages} pages, more than ${mostPages}`] : [])];
}

/** What is missing on the sheet of codes: a step with its title, or a problem with its own; and a sheet is one paper. */
export function sheetDefectsOf({ text, pages }: ReadBack, edition: Edition): readonly string[] {
  const { codes } = edition.text.problem;
  const steps = sheetSteps(edition);
  const problems = problemCodes.map((code) => `${problemNumbers[code]}${codes[code].title}`);
  const wanted = [...steps.map(({ code, title }) => `${code}${title}`), ...problems];
  const missing = wanted.filter((each) => !text.includes(plain(each))).map((each) => `not on the sheet: ${each}`);
  return [...missing, ...(pages > 2 ? [`${pages} pages, more than both sides of one paper`] : [])];
}

/** Compatibility forms count as the letters they stand for: a font may bring either into the PDF. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Runs in the page that is printed. @returns the letters that none of its own fonts has */
export function lettersWithoutFont(): readonly string[] {
  const ranges = [...document.fonts]
    .filter((font) => font.status === 'loaded')
    .flatMap((font) => font.unicodeRange.split(','))
    .map((range) => {
      const [first = '', last = first] = range.trim().replace(/^U\+/iu, '').split('-');
      return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const;
    });
  const letters = new Set((document.body.textContent ?? '').replace(/\s/gu, ''));
  return [...letters].filter((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return !ranges.some(([first, last]) => first <= point && point <= last);
  });
}
