import { codeSymbols } from '../../preload/contract/full-code/symbols.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { codeOfScreen } from '../../renderer/reproduction/reproduce-procedure.ts';
import { usualPlaces } from '../../renderer/reproduction/usual-place.ts';
import { problemsAt, screensInOrder, usualScreenOf } from '../../renderer/support/along-the-way.ts';
import { problemWays } from '../../renderer/support/problem-ways.ts';
import { titleOf } from '../../renderer/support/side.ts';
import { otherScreens, usualScreens } from '../../renderer/support/usual-screens.ts';
import { wordsEn } from '../../renderer/support/words/en.ts';
import { wordsJa } from '../../renderer/support/words/ja.ts';
import { wordsKo } from '../../renderer/support/words/ko.ts';
import type { SupportWords } from '../../renderer/support/words.ts';
import { escapeHtml } from '../window/escape-html.ts';
import type { Edition } from './edition.ts';

/** The sheet that lies beside the telephone: every screen code by step, its problems, and whom to hand over to. */

const supportWords: Readonly<Record<Language, SupportWords>> = { ja: wordsJa, en: wordsEn, ko: wordsKo };

/** A step with the problems that arise there. code: '' for those that can arise at more than one. */
export type SheetStep = { readonly code: string; readonly title: string; readonly problems: readonly ProblemCode[] };

/** The PC's disk, or the program itself: above whatever screen is there. */
const arisesAnywhere = (code: ProblemCode) => problemNumbers[code] >= 900 || (usualPlaces[code] === 'waitingNotice' && usualScreenOf(code) !== 'places');

/** @returns the steps in the order of the bank's procedure, and after them what can arise at more than one */
export function sheetSteps({ bank, text, language }: Pick<Edition, 'bank' | 'text' | 'language'>): readonly SheetStep[] {
  const words = supportWords[language];
  const screens = screensInOrder(bank.stepOrder).flatMap((screen) => {
    const beside = otherScreens.filter((other) => other.screen === screen);
    return [usualScreens[screen], ...beside].map((shown) => ({ shown, problems: beside.includes(shown) ? [] : problemsAt(screen) }));
  });
  const places = new Map<ProblemCode, number>();
  for (const { problems } of screens) for (const code of problems) places.set(code, (places.get(code) ?? 0) + 1);
  const steps = screens
    .map(({ shown, problems }) => ({
      code: codeOfScreen(shown),
      title: titleOf(shown, { text, words }),
      problems: problems.filter((code) => places.get(code) === 1 && !arisesAnywhere(code)),
    }))
    .filter(({ code }) => code !== '');
  const elsewhere = problemCodes.filter((code) => !steps.some(({ problems }) => problems.includes(code)));
  return [...steps, { code: '', title: words.sheet.everywhere, problems: elsewhere }];
}

/** @returns the sheet as a page to be printed on A4, both sides of one paper */
export function supportSheet(edition: Edition): string {
  const { bank, language, text, version } = edition;
  const words = supportWords[language];
  const { sheet } = words;
  const who = Object.entries(sheet.to).map(
    ([to, short]) => `<span><b class="to ${to}">${escapeHtml(short)}</b> ${escapeHtml(words.handOvers[to as keyof typeof sheet.to].who)}</span>`,
  );
  const steps = sheetSteps(edition).map(
    ({ code, title, problems }) => `<section><h2>${code === '' ? '' : `<span class="badge">${code}</span>`}<span>${escapeHtml(title)}</span></h2>
${problems.map((problem) => row(problem, text.problem.codes[problem].title, sheet.to)).join('\n')}</section>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(sheet.title)}</title><style>${style}</style></head><body>
<header><h1>${escapeHtml(sheet.title)}</h1><p>${escapeHtml(bank.name[language])} · Kaitsu ${escapeHtml(version)}</p></header>
<p class="reading"><b>2-5-109</b> ${escapeHtml(sheet.reading)}</p>
<p class="never">${escapeHtml(words.script.noSecrets)}</p>
<p class="legend">${who.join('')}</p>
<main>${steps.slice(0, -1).join('\n')}</main><main class="elsewhere">${steps.at(-1)}</main>${aids(text)}</body></html>`;
}

function row(code: ProblemCode, title: string, to: SupportWords['sheet']['to']): string {
  const way = problemWays[code];
  return `<p class="row"><b>${problemNumbers[code]}</b><span>${escapeHtml(title)}</span><b class="to ${way.to}">${escapeHtml(to[way.to])}</b></p>`;
}

/** How each symbol of a full code is read out. */
function aids({ screenCode }: Edition['text']): string {
  const all = codeSymbols.map((symbol) => `<li><b>${symbol}</b>${escapeHtml(screenCode.aids[symbol])}</li>`);
  return `<section class="aids"><h2>${escapeHtml(screenCode.spoken)}</h2><ul>${all.join('')}</ul></section>`;
}

const style = `
@page { size: A4; margin: 9mm 10mm }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { font: 7.4pt/1.35 "Noto Sans JP", "Noto Sans KR Variable", sans-serif; color: #1d2530; word-break: auto-phrase; overflow-wrap: anywhere; print-color-adjust: exact }
html:lang(ko) { font-family: "Noto Sans KR Variable", "Noto Sans JP", sans-serif }
header { display: flex; align-items: baseline; justify-content: space-between; padding-bottom: 1.2mm; border-bottom: .5mm solid #5b2a91 }
h1 { color: #4a2179; font-size: 13pt; line-height: 1.3 }
.reading { margin-top: 1.6mm; font-size: 7.6pt }
.reading b { margin-inline-end: 1.5mm; padding: 0 1.6mm; border-radius: 1mm; background: #5b2a91; color: #fff; font-size: 9pt }
.never { margin-top: 1mm; color: #8f1d14; font-size: 7.6pt; font-weight: 700 }
.legend { display: flex; flex-wrap: wrap; gap: .6mm 4mm; margin: 1.4mm 0 2mm }
main { columns: 2; column-gap: 6mm }
.elsewhere { font-size: 8.4pt; break-before: page }
.elsewhere h2 { column-span: all; font-size: 10pt }
.elsewhere .row { padding: .5mm 1mm }
section { margin-bottom: 1.7mm; break-inside: avoid }
.elsewhere section { break-inside: auto }
h2 { display: flex; gap: 1.6mm; align-items: baseline; margin-bottom: .4mm; padding: .3mm 1mm; background: #f1e9fa; color: #33175a; font-size: 7.6pt; line-height: 1.4; break-after: avoid }
.badge { flex: none; min-width: 9mm; font-variant-numeric: tabular-nums }
h2 + ul { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1mm }
.aids { margin-top: 5mm; font-size: 8.4pt }
.aids h2 { font-size: 10pt }
.aids li { display: flex; gap: 1.6mm; align-items: baseline; padding: .6mm 1.4mm; border: .2mm solid #dfe2dd; border-radius: .8mm; list-style: none }
.aids b { color: #4a2179; font-size: 11pt }
.row { display: grid; grid-template-columns: 7mm 1fr auto; gap: 1mm; padding: .15mm 1mm; border-bottom: .15mm solid #dfe2dd; break-inside: avoid }
.row > b:first-child { font-variant-numeric: tabular-nums }
.to { align-self: start; padding: 0 1mm; border: .2mm solid currentcolor; border-radius: .8mm; font-size: .88em; line-height: 1.35; white-space: nowrap }
.to.nobody { border-color: transparent; color: #566070; font-weight: 400 }
.to.branch { color: #1b4a7c }
.to.bank { color: #4a2179 }
.to.security { border-color: #8f1d14; background: #8f1d14; color: #fff }
.to.staff { color: #5f4300 }
`;
