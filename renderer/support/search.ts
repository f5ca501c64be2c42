import type { DescribedScreen } from '../../preload/contract/full-code/described-window.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { codeOfScreen } from '../reproduction/reproduce-procedure.ts';
import { screensByCode, usualScreenOf } from './along-the-way.ts';
import { pageOf, type Side, titleOf } from './side.ts';
import { usualScreens } from './usual-screens.ts';

/** Search over numbers, problems and the words of the screens, in all languages at once: a customer may read out any of them. */

export type Found =
  | { readonly kind: 'screen'; readonly code: string; readonly shown: DescribedScreen }
  | { readonly kind: 'problem'; readonly code: string; readonly problem: ProblemCode; readonly shown: DescribedScreen };

type Entry = { readonly found: Found; readonly codes: readonly string[]; readonly titles: string; readonly rest: string };
export type SearchIndex = readonly Entry[];

/** Nobody reads on beyond these. */
const most = 20;
/** In UTF-16 units; what is longer is cut. */
const longestQuery = 100;

const katakana = /[ァ-ヶ]/gu;
const betweenKana = 0x60;

/** Width, case and the two kana are one; what is between words does not count. @param text anything */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(katakana, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - betweenKana))
    .replaceAll(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}

/** A word as it is looked for: without the blanks that other texts may have within. */
const tight = (text: string): string => folded(text).replaceAll(' ', '');

/** @param sides every language in which somebody may speak */
export function searchIndex(sides: readonly Side[]): SearchIndex {
  const screens = [...screensByCode()].map(([code, shown]): Entry => {
    const titles = sides.map((side) => titleOf(shown, side));
    return {
      found: { kind: 'screen', code, shown },
      codes: [code],
      titles: tight(titles.join(' ')),
      rest: tight(sides.flatMap((side) => wordsOf(shown, side)).join(' ')),
    };
  });
  const problems = problemCodes.map((problem): Entry => {
    const shown = usualScreens[usualScreenOf(problem)];
    const number = String(problemNumbers[problem]);
    const code = `${codeOfScreen(shown)}-${number}`;
    const titles = sides.map(({ text }) => text.problem.codes[problem].title);
    const rest = sides.flatMap(({ text }) => {
      const { why, next } = text.problem.codes[problem];
      const { causes, steps } = text.problem.advice[problem];
      return [why, next, ...causes, ...steps];
    });
    return {
      found: { kind: 'problem', code, problem, shown },
      codes: [number, code],
      titles: tight(titles.join(' ')),
      rest: tight([problem, ...rest].join(' ')),
    };
  });
  return [...screens, ...problems];
}

/** What stands on a screen, as far as somebody would read it out. */
function wordsOf(shown: DescribedScreen, { text, words, prose }: Side): readonly string[] {
  const screen = words.screens[shown.screen];
  const page = pageOf(shown);
  const fields = 'form' in shown ? Object.keys(shown.form.notes).map((name) => text.fields[name as keyof typeof text.fields].label) : [];
  const paged = page === null ? [] : [...prose.screens[page].does, prose.screens[page].after];
  return [screen.purpose, ...screen.calls, ...screen.say(text), screen.act(text), ...fields, ...paged];
}

/** @param query what is typed: each of its words must be there @returns the best first */
export function search(index: SearchIndex, query: string): readonly Found[] {
  const words = folded(query.slice(0, longestQuery))
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const whole = words.join('-');
  return index
    .map((entry) => ({ entry, score: scoreOf(entry, words, whole) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ entry }) => entry.found);
}

function scoreOf({ codes, titles, rest }: Entry, words: readonly string[], whole: string): number {
  if (codes.includes(whole)) return 1_000;
  const begins = codes.some((code) => code.startsWith(whole)) ? 100 : 0;
  const each = words.map((word) => (titles.includes(word) ? 10 : rest.includes(word) ? 1 : 0));
  return begins + (each.every((score) => score > 0) ? each.reduce<number>((sum, score) => sum + score, 0) : 0);
}
