import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../preload/contract/fields.ts';
import { type Language, languages } from '../../preload/contract/preferences.ts';
import { fieldNames } from '../../preload/contract/problem.ts';
import { problemCodes } from '../../preload/contract/problem-numbers.ts';
import { retrievalStages } from '../../preload/contract/procedure.ts';
import { formatDate, formatDateTime, formatTime } from '../../renderer/text/dates.ts';
import { languageOrder } from '../../renderer/text/internal-texts.ts';
import { catalogues, errorLimits } from '../../tools/window/catalogues.ts';

/** Every text of a catalogue with its path; functions are called with figures and words that stand out. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(path.includes('errors') ? value(errorLimits({ length: 4 })) : value(6, 12, 7))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/u;
const hangul = /[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]/u;
/** Where each language names itself. */
const ownNames = /^\/shell\/languageNames\//u;
/** The bank's own words, which stand in brackets behind their translation, quoted or in a path through its menus. */
const bankLabels = /\([^()]*\)/gu;

describe('the texts of the window', () => {
  it('say something for every problem, error, field and stage, in every language', () => {
    for (const text of Object.values(catalogues)) {
      for (const code of problemCodes) {
        const words = text.problem.codes[code];
        for (const sentence of [words.title, words.why, words.next]) expect(sentence.length, code).toBeGreaterThan(3);
      }
      for (const error of fieldErrors) expect(text.input.errors[error](errorLimits({ length: 4 })).length, error).toBeGreaterThan(3);
      for (const name of fieldNames) expect(text.fields[name].label.length, name).toBeGreaterThan(3);
      for (const stage of retrievalStages) expect(text.screens.retrieval.stages[stage].length, stage).toBeGreaterThan(2);
    }
  });

  it('are offered in every language of the contract', () => expect(languageOrder).toEqual(languages));

  it('have the same keys in every language', () => {
    const paths = (language: Language) =>
      textsOf(catalogues[language])
        .map(([path]) => path)
        // How many causes and steps there are may differ with the words of a language.
        .filter((path) => !/\/(causes|steps)\/[0-9]+$/u.test(path))
        .sort();
    for (const language of languages) expect(paths(language), language).toEqual(paths('ja'));
  });

  it('give as many causes and steps in every language', () => {
    for (const code of problemCodes)
      for (const language of languages) {
        const { causes, steps } = catalogues[language].problem.advice[code];
        const source = catalogues.ja.problem.advice[code];
        expect([causes.length, steps.length], `${language} ${code}`).toEqual([source.causes.length, source.steps.length]);
      }
  });

  it.each(['en', 'ko'] as const)("hold no Japanese in %s, save for the bank's labels in brackets", (language) => {
    const left = textsOf(catalogues[language])
      .filter(([path]) => !ownNames.test(path))
      .filter(([, text]) => japanese.test(text.replace(bankLabels, '')));
    expect(left).toEqual([]);
  });

  it.each(['ja', 'en'] as const)('hold no Korean in %s', (language) => {
    expect(textsOf(catalogues[language]).filter(([path, text]) => !ownNames.test(path) && hangul.test(text))).toEqual([]);
  });

  it('are Korean in Korean: every sentence has Hangul in it', () => {
    // The arrows between labels are in no language.
    const wordless = new Set(['/users/way']);
    const left = textsOf(catalogues.ko).filter(([path, text]) => !ownNames.test(path) && text !== '' && !wordless.has(path) && !hangul.test(text));
    expect(left).toEqual([]);
  });

  it("keep the bank's Japanese label beside the translation, wherever English does", () => {
    const labelled = (language: Language) =>
      new Map(textsOf(catalogues[language]).map(([path, text]) => [path, (text.match(bankLabels) ?? []).filter((label) => japanese.test(label)).sort()]));
    const korean = labelled('ko');
    const fieldsAndActions = [...labelled('en')].filter(([path]) => /^\/(fields|screens|users|releaseRequest|registeredPin)\//u.test(path));
    const left = fieldsAndActions.filter(([path, labels]) => labels.length > 0 && (korean.get(path) ?? []).length === 0);
    expect(left.map(([path]) => path)).toEqual([]);
  });

  it('are nowhere empty but before the name of the Japanese form', () => {
    for (const text of Object.values(catalogues)) {
      const empty = textsOf(text).filter(([path, words]) => words.trim() === '' && path !== '/screens/locked/doBefore');
      expect(empty).toEqual([]);
    }
  });

  it("carry the manual's labels and its closing sentence word for word", () => {
    const { screens, fields, registeredPin } = catalogues.ja;
    expect(screens.certificateRequired.message).toBe(
      '電子証明書が必要です。電子証明書の取得を行ってください。すでに取得している場合は、電子証明書取得後のログオン画面よりご利用ください。',
    );
    expect([
      registeredPin.label,
      fields.logonPin.label,
      fields.logonPinReentry.label,
      fields.confirmationPin.label,
      fields.confirmationPinReentry.label,
      fields.email.label,
    ]).toEqual([
      '登録されているご契約先暗証番号',
      'ご契約先暗証番号',
      'ご契約先暗証番号再入力',
      'ご契約先確認暗証番号',
      'ご契約先確認暗証番号再入力',
      'ご契約先Eメールアドレス',
    ]);
    expect([screens.logonMenu.choice, screens.activationMenu.action, screens.identification.action, screens.newPins.action]).toEqual([
      '管理者ログオン',
      '開通確認',
      'ログイン',
      '次へ',
    ]);
    expect(fields.email.explanation).toBe('Eメールアドレスを変更しない場合、入力は不要です。');
  });

  it("give the bank's time, whatever the clock of the PC says", () => {
    expect(formatTime('2026-11-22T15:04:00.000Z', 'ja')).toBe('00:04');
    expect(formatTime('2026-11-22T15:04:00.000Z', 'en')).toBe('00:04 JST');
    expect(formatTime('2026-11-22T15:04:00.000Z', 'ko')).toBe('00:04 (일본 시간)');
    expect(formatDate('2026-11-22T15:04:00.000Z', 'ko')).toBe('2026년 11월 23일');
    expect(formatDateTime('2026-11-22T15:04:00.000Z', 'ja')).toContain('2026年11月23日');
  });
});
