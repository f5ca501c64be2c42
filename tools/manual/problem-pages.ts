import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem.ts';
import { problemFacts } from '../../preload/contract/problem-facts.ts';
import { escapeHtml } from '../window/escape-html.ts';
import type { Edition } from './edition.ts';

/** Every problem by its number: what happened, why it may have, what to do, whom to call. */
export function problemPages(edition: Edition): string {
  return problemCodes.map((code) => onePage(edition, code)).join('\n');
}

function onePage(edition: Edition, code: ProblemCode): string {
  const { text, prose } = edition;
  const { title, why, next } = text.problem.codes[code];
  const { causes, steps } = text.problem.advice[code];
  const { severity } = problemFacts[code];
  const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  return `<article class="problem ${severity}">
<h3 id="${code}"><span class="badge">${problemNumbers[code]}</span>${escapeHtml(title)}</h3>
<p>${escapeHtml(why)}</p>
<dl><dt>${escapeHtml(prose.words.next)}</dt><dd><strong>${escapeHtml(next)}</strong></dd>
<dt>${escapeHtml(text.problem.causes)}</dt><dd>${list(causes)}</dd>
${steps.length === 0 ? '' : `<dt>${escapeHtml(text.problem.more)}</dt><dd>${list(steps)}</dd>`}
<dt>${escapeHtml(prose.words.call)}</dt><dd>${escapeHtml(whomToCall(edition, code))}</dd></dl>
</article>`;
}

function whomToCall({ bank, language, text, prose }: Edition, code: ProblemCode): string {
  const { contact } = problemFacts[code];
  switch (contact) {
    case 'bank':
      return `${bank.name[language]} ${bank.support.phone} (${bank.support.hours[language]})`;
    case 'staff':
      return text.problem.askStaff;
    case 'nobody':
      return prose.words.noCall;
    default:
      return contact satisfies never;
  }
}
