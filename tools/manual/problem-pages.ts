import { problemFacts } from '../../preload/contract/problem-facts.ts';
import { type ProblemCode, problemCodes, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import { escapeHtml } from '../window/escape-html.ts';
import type { Edition } from './edition.ts';

/** The problems that a person at the window can meet. What IT meets at the command line alone (a bank's file) is not among them. */
export const printedProblems: readonly ProblemCode[] = problemCodes.filter((code) => !code.startsWith('bank-file-'));

/** Every problem by its number: what happened, why it may have, what to do, whom to call. */
export function problemPages(edition: Edition): string {
  return `<div class="problems">${printedProblems.map((code) => oneProblem(edition, code)).join('\n')}</div>`;
}

function oneProblem(edition: Edition, code: ProblemCode): string {
  const { text, prose } = edition;
  const { title, why, next } = text.problem.codes[code];
  const { causes, steps } = text.problem.advice[code];
  const { severity } = problemFacts[code];
  const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
  return `<article class="problem ${severity}">
<h3 id="${code}"><span class="badge">${problemNumbers[code]}</span>${escapeHtml(title)}</h3>
<p>${escapeHtml(why)}</p>
<p class="problem-next"><b>${escapeHtml(prose.words.next)}</b>${escapeHtml(next)}</p>
<h4>${escapeHtml(text.problem.causes)}</h4>${list(causes)}
${steps.length === 0 ? '' : `<h4>${escapeHtml(text.problem.more)}</h4>${list(steps)}`}
<p class="problem-call">${escapeHtml(whomToCall(edition, code))}</p>
</article>`;
}

function whomToCall({ text, prose }: Edition, code: ProblemCode): string {
  const { contact } = problemFacts[code];
  switch (contact) {
    case 'bank':
      return prose.words.callBank;
    case 'staff':
      return text.problem.askStaff;
    case 'nobody':
      return prose.words.noCall;
    default:
      return contact satisfies never;
  }
}
