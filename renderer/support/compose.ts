import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { codeOfScreen } from '../reproduction/reproduce-procedure.ts';
import { problemWays } from './problem-ways.ts';
import { saidIn } from './script.ts';
import { type FieldFault, faultsOf, pageOf, type Side, titleOf } from './side.ts';
import type { SupportWords, Unpaged } from './words.ts';

/** What support is told of a screen: composed of the window's catalogues, the manual and the support mode's own words. */

/** spoken: in the customer's language; meaning: the same in support's, where that is another one. */
export type SaidLine = { readonly spoken: string; readonly meaning: string | null };
export type Told = {
  /** "2-3-101"; '' for a screen without one. */
  readonly code: string;
  /** Of the manual. */
  readonly place: string;
  readonly title: string;
  readonly problem: { readonly number: number; readonly title: string } | null;
  readonly happened: readonly string[];
  /** calls: no problem is shown, and these are what people ask here. */
  readonly causes: { readonly of: 'why' | 'calls'; readonly lines: readonly string[] };
  readonly say: readonly SaidLine[];
  readonly tries: readonly string[];
  readonly next: string;
  readonly handOver: { readonly who: string; readonly note: string };
  readonly faults: readonly FieldFault[];
};

/** @param support in whose language it is told @param customer in whose language it is spoken */
export function tellOf(described: DescribedWindow, support: Side, customer: Side): Told {
  const { shown, problem } = described;
  const { text, words, prose } = support;
  const screen = words.screens[shown.screen];
  const page = pageOf(shown);
  const paged = page === null ? words.unpaged[shown.screen as Unpaged] : prose.screens[page];
  const place = codeOfScreen(shown);
  const about = {
    place: placeWords(place, words),
    title: titleOf(shown, support),
    say: saidLines(described, support, customer),
    faults: faultsOf(described, support),
  };
  if (problem === null) {
    return {
      ...about,
      code: place,
      problem: null,
      happened: [screen.purpose, words.noProblem],
      causes: { of: 'calls', lines: screen.calls },
      tries: paged.does,
      next: paged.after,
      handOver: words.handOvers.nobody,
    };
  }
  const number = problemNumbers[problem.code];
  const { title, why, next } = text.problem.codes[problem.code];
  const { causes, steps } = text.problem.advice[problem.code];
  const { after, to } = problemWays[problem.code];
  return {
    ...about,
    code: place === '' ? String(number) : `${place}-${number}`,
    problem: { number, title },
    happened: [why],
    causes: { of: 'why', lines: causes },
    tries: [next, ...steps],
    next: words.afterwards[after],
    handOver: words.handOvers[to],
  };
}

function placeWords(place: string, words: SupportWords): string {
  const [section = '', item = ''] = place.split('-');
  return place === '' || section === '0' ? words.beyondManual : words.manualPlace(section, item);
}

/** The same lines in both languages, side by side. */
function saidLines(described: DescribedWindow, support: Side, customer: Side): readonly SaidLine[] {
  const meanings = saidIn(described, support);
  return saidIn(described, customer).map((spoken, index) => ({ spoken, meaning: meanings[index] === spoken ? null : (meanings[index] ?? null) }));
}
