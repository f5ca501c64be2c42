import type { FieldError } from '../../preload/contract/fields.ts';
import { type DescribedForm, type FieldNote, noteOfError } from '../../preload/contract/full-code/described-fields.ts';
import type { DescribedOver } from '../../preload/contract/full-code/described-window.ts';
import type { PracticePapers } from '../../preload/contract/practice.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import { type RequestInput, requestInputs } from '../../preload/contract/request-words.ts';
import { isSituationCode } from '../../preload/contract/situations.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';

/**
 * What stands in the window beside what is published: read off the page itself, which is what the customer sees. Of a
 * field it is noted whether something stands in it, and the kind of its fault; what stands in it is not.
 */

export type PageNotes = {
  readonly form: DescribedForm;
  /** The inputs of the paper at which a fault is shown. */
  readonly faults: ReadonlySet<RequestInput>;
  readonly over: DescribedOver['what'];
  readonly unfolded: boolean;
  readonly atEnd: boolean;
  /** Whether the preflight's details, or those of the end, are open. */
  readonly details: boolean;
  /** Whether it is said that the paper was saved. */
  readonly told: boolean;
  readonly reminder: boolean;
  /** The codes of the problems that are shown, from the top. */
  readonly problems: readonly string[];
  /** Of the bank file's fingerprint. */
  readonly fingerprint: '' | 'filled' | '!';
  /** What the practice panel says; null while it is not open. */
  readonly papers: Pick<PracticePapers, 'contractStatus' | 'situation'> | null;
};

/** A page on which nobody has done anything. */
export const untouched: PageNotes = {
  form: { notes: {}, at: null, keyboard: 'closed' },
  faults: new Set(),
  over: 'none',
  unfolded: false,
  atEnd: false,
  details: false,
  told: false,
  reminder: false,
  problems: [],
  fingerprint: '',
  papers: null,
};

/** @param text in which the page is written */
export function readPage(page: Document, text: Catalogue): PageNotes {
  const has = (selector: string) => page.querySelector(selector) !== null;
  const all = [...page.querySelectorAll<HTMLElement>('.content .problem[data-code]')];
  return {
    form: readForm(page),
    faults: new Set(requestInputs.filter((name) => has(`#request-error-${name} .field-error`))),
    over: readOver(page, text),
    unfolded: has('.content .advice details[open]'),
    atEnd: isAtEnd(scrolledIn(page)),
    details: has('.end-details[open]') || has('#preflight-details:not([hidden])'),
    told: has('.request-status .button') || has('.record-status .button'),
    reminder: page.querySelector('.content')?.textContent.includes(text.releaseRequest.reminderSaved) === true,
    problems: all.map((problem) => problem.dataset.code ?? ''),
    fingerprint: readFingerprint(page),
    papers: readPapers(page),
  };
}

function readForm(page: Document): DescribedForm {
  const inputs = [...page.querySelectorAll<HTMLInputElement>('.content [id^="field-"]')].filter((element) => element.matches('input'));
  // Their names are those of the contract.
  const nameOf = (id: string, before: string) => id.slice(before.length) as FieldName;
  const note = (input: HTMLInputElement): FieldNote => {
    const fault = input.dataset.fault;
    if (fault !== undefined) return noteOfError(fault as FieldError | 'refused');
    return input.value === '' ? 'empty' : 'filled';
  };
  const keyboard = page.querySelector('.content .keyboard');
  const active = page.activeElement;
  const at = keyboard !== null ? nameOf(keyboard.id, 'keyboard-') : active?.id.startsWith('field-') === true ? nameOf(active.id, 'field-') : null;
  return {
    notes: Object.fromEntries(inputs.map((input) => [nameOf(input.id, 'field-'), note(input)])),
    at,
    keyboard: keyboard === null ? 'closed' : keyboard.querySelector('[aria-pressed="true"]') === null ? 'open' : 'capitals',
  };
}

function readOver(page: Document, text: Catalogue): DescribedOver['what'] {
  const has = (selector: string) => page.querySelector(selector) !== null;
  if (has('.settings-dialog')) return 'settings';
  if (has('.help-dialog')) return 'help';
  if (has('.record-dialog')) return 'record';
  if (has('.screen-code-dialog')) return 'screenCode';
  const question = page.querySelector('[role="alertdialog"]');
  if (question === null) return has('.practice-panel') ? 'practicePanel' : 'none';
  if (question.querySelector('.review') !== null) return 'review';
  if (question.querySelector('input') !== null) return 'proxySignIn';
  const title = question.querySelector('h2')?.textContent.replaceAll('\u200b', '') ?? '';
  if (title === text.common.startOverTitle) return 'startOver';
  return title === text.session.title ? 'logOff' : 'question';
}

function readFingerprint(page: Document): PageNotes['fingerprint'] {
  const input = page.querySelector<HTMLInputElement>('.bank-file-entry input');
  if (input === null || (input.value === '' && input.getAttribute('aria-invalid') !== 'true')) return '';
  return input.value === '' ? '!' : 'filled';
}

function readPapers(page: Document): PageNotes['papers'] {
  const panel = page.querySelector('.practice-panel');
  if (panel === null) return null;
  const status = panel.querySelector<HTMLElement>('[data-status]')?.dataset.status;
  const contractStatus = status === 'released' || status === 'active' ? status : 'locked';
  const situation = panel.querySelector<HTMLSelectElement>('#practice-situation')?.value ?? '';
  return { contractStatus, situation: isSituationCode(situation) ? situation : null };
}

/** What is scrolled first: what stands before or beside the screen, else the screen. */
export function scrolledIn(page: Document): Element | null {
  return page.querySelector('.settings-list') ?? page.querySelector('.practice-panel') ?? page.querySelector('.content');
}

/** Whether all of something that can be scrolled was scrolled through. */
function isAtEnd(element: Element | null): boolean {
  if (element === null) return false;
  return element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
}
