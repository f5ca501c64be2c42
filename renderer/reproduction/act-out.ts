import { type FieldNote, formFields } from '../../preload/contract/full-code/described-fields.ts';
import type { DescribedOver, DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import { scrolledIn } from './page-notes.ts';
import { hasFaults } from './request-entries.ts';
import { sampleEntry } from './sample-entries.ts';

/**
 * Does on a reproduction what the customer did on the screen since it came: fields are filled in, something is unfolded,
 * a dialog is opened. Buttons are found by the words that stand on them.
 */

type Stage = { readonly page: Document; readonly text: Catalogue };

/** @returns once all of it stands there */
export async function actOut(described: DescribedWindow, page: Document, text: Catalogue): Promise<void> {
  const stage = { page, text };
  const { shown, over, unfolded, atEnd, problem } = described;
  if ('form' in shown) await fillIn(stage, shown, over.what === 'review');
  if (problem?.place === 'reply') await beRefused(stage, shown);
  await finish(stage, shown);
  if (unfolded) await each(page, '.content .advice details:not([open]) summary', press);
  if ('details' in shown && shown.details) await unfoldDetails(page);
  await open(stage, over);
  if (atEnd) scrollToEnd(scrolledIn(page));
  await frame();
}

type Form = Extract<DescribedScreen, { form: unknown }>;

async function fillIn({ page, text }: Stage, { screen, form }: Form, review: boolean): Promise<void> {
  const names = Object.keys(formFields[screen]) as FieldName[];
  const noted = (name: FieldName): FieldNote => form.notes[name] ?? 'empty';
  const inputOf = (name: FieldName) => page.querySelector<HTMLInputElement>(`input#field-${name}`);
  for (const name of names) {
    const input = inputOf(name);
    const typed = sampleEntry(name, form.notes);
    // What stands there from the beginning is the published one.
    if (input !== null && typed !== '' && !(noted(name) === 'filled' && input.value !== '')) type(input, typed);
  }
  const faulty = names.filter((name) => !['empty', 'filled', 'refused'].includes(noted(name)));
  if (review || faulty.some((name) => noted(name) === 'missing')) await submit(page);
  else
    for (const name of faulty) {
      inputOf(name)?.focus();
      inputOf(name)?.blur();
    }
  if (review) return;
  if (form.keyboard !== 'closed' && form.at !== null) await openKeyboard({ page, text }, form.at, form.keyboard === 'capitals');
  const active = page.activeElement;
  if (form.at !== null && active?.id !== `field-${form.at}`) inputOf(form.at)?.focus({ preventScroll: true });
  if (form.at === null && active instanceof HTMLElement && active.id.startsWith('field-')) active.blur();
}

async function openKeyboard({ page, text }: Stage, name: FieldName, capitals: boolean): Promise<void> {
  await press(page.getElementById(`keyboard-switch-${name}`));
  await until(() => page.querySelector('.keyboard .key') !== null);
  if (capitals) await press(button(page, text.keyboard.capital));
}

/** What was pressed is not told: on the start it is the way with a certificate, elsewhere what leads on. */
async function beRefused({ page, text }: Stage, shown: DescribedScreen): Promise<void> {
  if (shown.screen === 'bank-file') enterFingerprint(page);
  if (shown.screen === 'start') await press(holding(page, '.content button', text.screens.start.choices.certificate.label));
  else if (shown.screen === 'bank-file') await submit(page);
  else await press(page.querySelector('.content .button-primary'));
  await until(() => page.querySelector('.content .problem') !== null);
}

/** What stands on the screen by what was pressed last. */
async function finish({ page, text }: Stage, shown: DescribedScreen): Promise<void> {
  switch (shown.screen) {
    case 'release-request':
      if (hasFaults(shown.entries) || shown.saved === 'now') await press(button(page, text.releaseRequest.savePdf));
      if (shown.saved === 'now') await until(() => page.querySelector('.request-status .button') !== null);
      return;
    case 'awaiting-release':
      if (!shown.reminder) return;
      await press(button(page, text.releaseRequest.reminderSave));
      await until(() => page.querySelector('.content')?.textContent.includes(text.releaseRequest.reminderSaved) === true);
      return;
    case 'logged-on':
      if (!shown.told) return;
      await press(button(page, text.record.saveRecord));
      await until(() => page.querySelector('.record-status .button') !== null);
      return;
    case 'bank-file':
      if (shown.entry === '!') await submit(page);
      else if (shown.entry === 'filled') enterFingerprint(page);
      return;
    default:
      return;
  }
}

function enterFingerprint(page: Document): void {
  const input = page.querySelector<HTMLInputElement>('.bank-file-entry input');
  if (input !== null && input.value === '') type(input, '4817-0362-9951-2274-6608-1539-7720-4417');
}

async function unfoldDetails(page: Document): Promise<void> {
  await press(page.querySelector('.end-details:not([open]) summary') ?? page.querySelector('[aria-controls="preflight-details"][aria-expanded="false"]'));
}

/** Opens what stands before the screen; the record is open by what is published, the review by sending. */
async function open({ page, text }: Stage, over: DescribedOver): Promise<void> {
  switch (over.what) {
    case 'none':
      return;
    case 'record':
      return until(() => page.querySelector('.record-preview .record-paper') !== null);
    case 'review':
      return until(() => page.querySelector('[role="alertdialog"]') !== null);
    case 'help':
      await press(holding(page, '.footer .button', text.help.open));
      return until(() => page.querySelector('#help-title') !== null);
    case 'settings':
      await press(holding(page, '#appearance .button', text.settings.open));
      return until(() => page.querySelector('.settings-dialog') !== null);
    case 'practicePanel':
      await press(holding(page, '.practice-strip .button', text.practice.open));
      return until(() => page.querySelector('.practice-panel table') !== null);
    case 'screenCode':
      await press(page.querySelector('.footer-code'));
      return until(() => page.querySelector('.screen-code-dialog') !== null);
    case 'startOver':
      await press(button(page, text.common.startOver));
      break;
    case 'logOff':
      await press(button(page, text.session.logOff));
      break;
    case 'question':
      await press(button(page, text.screens.journalUnavailable.begin));
      break;
    case 'proxySignIn':
      await press(button(page, text.proxy.open));
      break;
    default:
      return over satisfies never;
  }
  await until(() => page.querySelector('[role="alertdialog"]') !== null);
}

/** The first button that says just this. */
function button(page: Document, words: string): HTMLElement | null {
  const said = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent;
  return [...page.querySelectorAll<HTMLElement>('button')].find((each) => said(each).trim() === words) ?? holding(page, 'button', words);
}

function holding(page: Document, selector: string, words: string): HTMLElement | null {
  return [...page.querySelectorAll<HTMLElement>(selector)].find((each) => each.textContent.includes(words)) ?? null;
}

async function each(page: Document, selector: string, act: (element: HTMLElement) => Promise<void>): Promise<void> {
  for (const element of page.querySelectorAll<HTMLElement>(selector)) await act(element);
}

/** As with a pointer: the click counts as the first one. */
async function press(element: Element | null): Promise<void> {
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
  await frame();
}

async function submit(page: Document): Promise<void> {
  page.querySelector<HTMLFormElement>('.content form')?.requestSubmit();
  await frame();
}

/** As typed: React hears of it, and the field is left as it stands. */
function type(input: HTMLInputElement, text: string): void {
  // The element's own setter: React's would take the value for its own.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}

function scrollToEnd(element: Element | null): void {
  element?.scrollTo(0, element.scrollHeight);
}

const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));

/** Code that is fetched when it is first wanted takes some frames. @throws Error where it does not come */
async function until(there: () => boolean): Promise<void> {
  for (let frames = 0; frames < 600; frames += 1) {
    if (there()) return;
    await frame();
  }
  throw new Error('What the code tells did not come onto the screen');
}
