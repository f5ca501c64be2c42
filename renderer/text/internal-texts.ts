import type { Language } from '../../preload/contract/preferences.ts';

/** The languages in the order in which they are offered. Not the contract's own list, which would bring its schemas into the page. */
export const languageOrder: readonly Language[] = ['ja', 'en', 'ko'];

/** What is said when nothing else can be: in every language at once, and without waiting for a catalogue. */
export const internalTexts: Readonly<Record<Language, { readonly title: string; readonly why: string; readonly next: string; readonly retry: string }>> = {
  ja: {
    title: 'Kaitsu の中で問題が起きました。',
    why: '予期しないエラーです。入力された暗証番号は、どこにも残していません。',
    next: 'Kaitsu を閉じて、開き直してください。手続きは途中から続けられます。',
    retry: '読み込み直す',
  },
  en: {
    title: 'Something went wrong in Kaitsu.',
    why: 'This is an unexpected error. No PIN that you entered has been kept anywhere.',
    next: 'Please close Kaitsu and open it again. You can carry on from where you were.',
    retry: 'Reload',
  },
  ko: {
    title: 'Kaitsu에서 문제가 발생했습니다.',
    why: '예상하지 못한 오류입니다. 입력하신 비밀번호는 어디에도 남아 있지 않습니다.',
    next: 'Kaitsu를 닫았다가 다시 열어 주십시오. 절차는 멈춘 곳부터 이어서 진행할 수 있습니다.',
    retry: '다시 불러오기',
  },
};
