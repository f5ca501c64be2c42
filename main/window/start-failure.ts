import { app, type BrowserWindow, dialog } from 'electron';
import { startTexts } from './start-texts.ts';

/**
 * Tells the person that the program cannot start.
 * @param reference where the log tells more
 */
export function showStartFailure(reference: string): void {
  const { title, body } = startTexts(app.getLocale()).cannotStart;
  dialog.showErrorBox(title, `${body}\n\n${reference}`);
}

/**
 * Tells the person that the program was started in a way that lets others look in.
 * @param switches the switches that were found, e.g. "--remote-debugging-port"
 */
export function showRefusedSwitches(switches: readonly string[]): void {
  const { title, body } = startTexts(app.getLocale()).refusedSwitches;
  dialog.showErrorBox(title, `${body}\n\n${switches.join('\n')}`);
}

/** Tells the person that their company does not allow the support mode on this PC. */
export function showSupportForbidden(): void {
  const { title, body } = startTexts(app.getLocale()).supportForbidden;
  dialog.showErrorBox(title, body);
}

/**
 * Asks before the window is closed over something that is being typed.
 * @param locale the language to ask in
 * @returns close also where the question cannot be asked: nobody is kept in
 */
export async function askAboutEntry(window: BrowserWindow, locale: string, what: 'entryUnderWay' | 'notesUnderWay'): Promise<'close' | 'stay'> {
  const { title, body, close, stay } = startTexts(locale)[what];
  const buttons = [close, stay];
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title,
      message: title,
      detail: body,
      buttons,
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0 ? 'close' : 'stay';
  } catch {
    return 'close';
  }
}

/** Tells the person, whose window is closed, that the bank could not be told of the log-off. */
export async function showNotTold(locale: string): Promise<void> {
  const { title, body, close } = startTexts(locale).logOffNotTold;
  await dialog.showMessageBox({ type: 'info', title, message: title, detail: body, buttons: [close], noLink: true }).catch(() => undefined);
}

/** Tells what became of a bank file that was opened from outside. @param what see ReceivedFile */
export async function showReceivedFile(locale: string, what: 'stranger' | 'later' | 'same' | 'prescribed' | 'refused'): Promise<void> {
  const texts = startTexts(locale).bankFile;
  const type = what === 'refused' ? 'warning' : 'info';
  await dialog.showMessageBox({ type, title: 'Kaitsu', message: texts[what], buttons: [texts.close], noLink: true }).catch(() => undefined);
}

/** Asks what to do while a command is at work on the program's folder. @returns end also where the question cannot be asked */
export function askAboutCommand(): Promise<'again' | 'end'> {
  return askAgain(startTexts(app.getLocale()).commandAtWork);
}

/**
 * Asks what to do where the page cannot be shown.
 * @param locale the language to ask in
 * @param reference where the log tells more
 * @returns end also where nothing was chosen or the question cannot be asked: nobody is left with a program that they cannot see
 */
export function askAboutPage(locale: string, reference: string): Promise<'again' | 'end'> {
  const { body, ...words } = startTexts(locale).pageNotShown;
  return askAgain({ ...words, body: `${body}\n\n${reference}` });
}

type Again = { readonly title: string; readonly body: string; readonly again: string; readonly end: string };

async function askAgain({ title, body, again, end }: Again): Promise<'again' | 'end'> {
  const buttons = [again, end];
  try {
    const { response } = await dialog.showMessageBox({ type: 'error', title, message: title, detail: body, buttons, defaultId: 0, cancelId: 1, noLink: true });
    return response === 0 ? 'again' : 'end';
  } catch {
    return 'end';
  }
}
