import { dialog } from 'electron';
import { languageOf } from '../settings/preferences.ts';

/** What is said when not even the window can be opened; the text catalogue lives in the window, which is not there. */
const texts = {
  ja: {
    title: 'Kaitsu を起動できませんでした',
    body: 'パソコンを再起動して、もう一度お試しください。続けて起動できないときは、社内の情報システム担当の方に、この番号をお伝えください。',
  },
  en: { title: 'Kaitsu could not start', body: 'Please restart the PC and try again. If it still does not start, tell your IT staff this number.' },
} as const;

/**
 * Tells the person that the program cannot start.
 * @param locale the operating system's
 * @param reference where the log tells more
 */
export function showStartFailure(locale: string, reference: string): void {
  const { title, body } = texts[languageOf(locale)];
  dialog.showErrorBox(title, `${body}\n\n${reference}`);
}
