import { describe, expect, it } from 'vitest';
import { fieldFaults } from '../../preload/contract/fields.ts';
import { fieldNames, problemCodes } from '../../preload/contract/problem.ts';
import { retrievalStages } from '../../preload/contract/procedure.ts';
import { catalogues } from '../../renderer/text/catalogues.ts';
import { formatDateTime, formatTime } from '../../renderer/text/dates.ts';

/** Every text of a catalogue with its path; functions are called with figures and words that stand out. */
function textsOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(path.includes('faults') ? value({ length: 4, min: 6, max: 12 }) : value(6, 12, 7))]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/u;
/** The bank's own words, which stand in brackets behind their translation, quoted or in a path through its menus. */
const bankLabels = /\([^()]*\)/gu;

describe('the texts of the window', () => {
  it('say something for every problem, fault, field and stage, in both languages', () => {
    for (const text of Object.values(catalogues)) {
      for (const code of problemCodes) {
        const words = text.problem.codes[code];
        for (const sentence of [words.title, words.why, words.next]) expect(sentence.length, code).toBeGreaterThan(3);
      }
      for (const fault of fieldFaults) expect(text.input.faults[fault]({ length: 4, min: 6, max: 12 }).length, fault).toBeGreaterThan(3);
      for (const name of fieldNames) expect(text.fields[name].label.length, name).toBeGreaterThan(3);
      for (const stage of retrievalStages) expect(text.screens.retrieval.stages[stage].length, stage).toBeGreaterThan(2);
    }
  });

  it('have the same keys in both languages', () => {
    expect(textsOf(catalogues.en).map(([path]) => path)).toEqual(textsOf(catalogues.ja).map(([path]) => path));
  });

  it("are English in English, save for the bank's labels in brackets and the name of the Japanese language", () => {
    const left = textsOf(catalogues.en)
      .filter(([path]) => path !== '/shell/languageNames/ja')
      .filter(([, text]) => japanese.test(text.replace(bankLabels, '')));
    expect(left).toEqual([]);
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
    expect(formatDateTime('2026-11-22T15:04:00.000Z', 'ja')).toContain('2026年11月23日');
  });
});
