import type { Language } from '../../preload/contract/preferences.ts';

/** The languages in the order in which they are offered. Not the contract's own list, which would bring its schemas into the page. */
export const languageOrder: readonly Language[] = ['ja', 'en', 'ko'];

/** What is said when nothing else can be: in every language at once, and without waiting for a catalogue. */
export const internalTexts: Readonly<Record<Language, { readonly title: string; readonly why: string; readonly next: string; readonly retry: string }>> = {
  ja: {
    title: 'Kaitsu の中で問題が起きました。',
    why: '予期しない誤りです。入力された暗証番号は、どこにも残していません。',
    next: 'Kaitsu を開き直してください。手続きは、途中から続けられます。',
    retry: '読み込み直す',
  },
  en: {
    title: 'Something went wrong inside Kaitsu.',
    why: 'This was not expected. No PIN you entered has been kept anywhere.',
    next: 'Please close and reopen Kaitsu. The procedure can go on from where it was.',
    retry: 'Load again',
  },
  ko: {
    title: 'Kaitsu 안에서 문제가 발생했습니다.',
    why: '예상하지 못한 오류입니다. 입력한 비밀번호는 어디에도 남기지 않았습니다.',
    next: 'Kaitsu를 다시 열어 주십시오. 절차는 도중부터 이어서 할 수 있습니다.',
    retry: '다시 불러오기',
  },
};
