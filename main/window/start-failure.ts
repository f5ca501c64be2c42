import { dialog } from 'electron';
import { languageOf } from '../settings/preferences.ts';

/** What is said when not even the window can be opened; the text catalogue lives in the window, which is not there. */
const texts = {
  ja: {
    title: 'Kaitsu を起動できませんでした',
    body: 'パソコンを再起動して、もう一度お試しください。それでも起動できないときは、社内のシステム担当の方に、次の番号をお伝えください。',
  },
  ko: {
    title: 'Kaitsu를 시작할 수 없습니다',
    body: 'PC를 다시 시작한 뒤 다시 시도해 주십시오. 그래도 시작되지 않으면 사내 시스템 담당자에게 아래 번호를 알려 주십시오.',
  },
  en: { title: 'Kaitsu could not start', body: 'Please restart the PC and try again. If it still does not start, please give your IT staff the number below.' },
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
