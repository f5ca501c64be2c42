import { describe, expect, it } from 'vitest';
import {
  checkDigits,
  checkEmail,
  checkKnownPin,
  checkPin,
  checkUserId,
  checkUserName,
  contractorIdLength,
  type FieldError,
  registrationPinLength,
} from '../../preload/contract/fields.ts';
import { asTyped, type Writing } from '../../preload/contract/typed-text.ts';

const rule = { minLength: 6, maxLength: 12, symbols: '' };
const id = (text: string) => checkDigits(text, contractorIdLength);
const registrationPin = (text: string) => checkDigits(text, registrationPinLength);
const known = (text: string) => checkKnownPin(text, rule);
const userId = (text: string) => checkUserId(text, { minLength: 4, maxLength: 12 });

/** What somebody types or pastes, what stands in the field then, and why it is refused. */
type Row = readonly [typed: string, stands: string, error: FieldError | null];
type Table = { readonly what: string; readonly writing: Writing; readonly check: (text: string) => FieldError | null; readonly rows: readonly Row[] };

const tables: readonly Table[] = [
  {
    what: 'the contractor ID',
    writing: 'digits',
    check: id,
    rows: [
      ['40718205936', '40718205936', null],
      ['４０７１８２０５９３６', '40718205936', null],
      ['4071 8205 936', '40718205936', null],
      ['4071-8205-936', '40718205936', null],
      ['4071－8205－936', '40718205936', null],
      ['4071ー8205ー936', '40718205936', null],
      ['4071‐8205–936', '40718205936', null],
      ['　40718205936　', '40718205936', null],
      ['40718205936\u00A0', '40718205936', null],
      ['\uFEFF40718205936', '40718205936', null],
      ['40718\u200B205936', '40718205936', null],
      ['\u202A40718205936\u202C', '40718205936', null],
      ['40718205936\t', '40718205936', null],
      ['よんまる', 'よんまる', 'notDigits'],
      ['4071820593', '4071820593', 'wrongLength'],
      ['407182059361', '407182059361', 'wrongLength'],
      ['4071820593O', '4071820593O', 'notDigits'],
      ['٤٠٧١٨٢٠٥٩٣٦', '٤٠٧١٨٢٠٥٩٣٦', 'notDigits'],
      ['①②③④⑤⑥⑦⑧⑨⑩⑪', '①②③④⑤⑥⑦⑧⑨⑩⑪', 'notDigits'],
      ['', '', 'empty'],
    ],
  },
  {
    what: 'the registration PIN',
    writing: 'digits',
    check: registrationPin,
    rows: [
      ['8264', '8264', null],
      ['８２６４', '8264', null],
      ['82 64', '8264', null],
      ['82六四', '82六四', 'notDigits'],
      ['826', '826', 'wrongLength'],
    ],
  },
  {
    what: 'a PIN that exists',
    writing: 'halfWidth',
    check: known,
    rows: [
      ['Umi8Sora42', 'Umi8Sora42', null],
      ['Ｕｍｉ８Ｓｏｒａ４２', 'Umi8Sora42', null],
      // The rule for new PINs is not held against old ones.
      ['abc', 'abc', null],
      ['sakura', 'sakura', null],
      ['20240401', '20240401', null],
      ['umi#sora!8', 'umi#sora!8', null],
      ['ｕｍｉ＃８', 'umi#8', null],
      ['averylongPinOfAnotherTime2001', 'averylongPinOfAnotherTime2001', null],
      ['さくら2024', 'さくら2024', 'japanese'],
      ['サクラ2024', 'サクラ2024', 'japanese'],
      ['ｻｸﾗ2024', 'ｻｸﾗ2024', 'japanese'],
      ['桜2024', '桜2024', 'japanese'],
      ['sakura2024。', 'sakura2024。', 'japanese'],
      ['벚꽃2024', '벚꽃2024', 'otherScript'],
      ['café2024', 'café2024', 'otherScript'],
      ['cafe\u03012024', 'cafe\u03012024', 'combining'],
      ['Umi8Sora42 ', 'Umi8Sora42 ', 'blank'],
      [' Umi8Sora42', ' Umi8Sora42', 'blank'],
      ['Umi8 Sora42', 'Umi8 Sora42', 'blank'],
      ['Umi8　Sora42', 'Umi8 Sora42', 'blank'],
      ['Umi8\u00A0Sora42', 'Umi8\u00A0Sora42', 'blank'],
      ['Umi8\u2009Sora42', 'Umi8\u2009Sora42', 'blank'],
      ['Umi8Sora42\t', 'Umi8Sora42\t', 'control'],
      ['Umi8\u0000Sora42', 'Umi8\u0000Sora42', 'control'],
      ['Umi8\u007FSora42', 'Umi8\u007FSora42', 'control'],
      ['Umi8\u200BSora42', 'Umi8\u200BSora42', 'invisible'],
      ['\uFEFFUmi8Sora42', '\uFEFFUmi8Sora42', 'invisible'],
      ['Umi8Sora42\u200F', 'Umi8Sora42\u200F', 'invisible'],
      ['\u202EUmi8Sora42', '\u202EUmi8Sora42', 'invisible'],
      ['Umi8Sora4\uFE0F2', 'Umi8Sora4\uFE0F2', 'invisible'],
      ['Umi8\u00ADSora42', 'Umi8\u00ADSora42', 'invisible'],
      ['Umi8\u3164Sora42', 'Umi8\u3164Sora42', 'invisible'],
      ['Umi8\u2028Sora42', 'Umi8\u2028Sora42', 'invisible'],
      ['Umi8\u{E0041}Sora42', 'Umi8\u{E0041}Sora42', 'invisible'],
      ['Umi8😀Sora', 'Umi8😀Sora', 'otherScript'],
      ['', '', 'empty'],
    ],
  },
  {
    what: 'a new PIN',
    writing: 'halfWidth',
    check: (text) => checkPin(text, rule),
    rows: [
      ['Ｕｍｉ８Ｓｏｒａ４２', 'Umi8Sora42', null],
      ['さくら2024', 'さくら2024', 'japanese'],
      ['Umi8 Sora', 'Umi8 Sora', 'blank'],
      ['Umi8\u200BSora', 'Umi8\u200BSora', 'invisible'],
      ['Umi8#Sora', 'Umi8#Sora', 'symbolNotAllowed'],
      ['sakura', 'sakura', 'needsLetterAndDigit'],
      ['ａｂ１', 'ab1', 'tooShort'],
    ],
  },
  {
    what: 'an e-mail address',
    writing: 'halfWidth',
    check: checkEmail,
    rows: [
      ['soumu@example.co.jp', 'soumu@example.co.jp', null],
      ['ｓｏｕｍｕ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ', 'soumu@example.co.jp', null],
      ['so.mu+bank_1@sub.example.jp', 'so.mu+bank_1@sub.example.jp', null],
      ['taro..1984.@docomo.ne.jp', 'taro..1984.@docomo.ne.jp', null],
      ["o'neil@xn--eckwd4c7c.jp", "o'neil@xn--eckwd4c7c.jp", null],
      ['そうむ@example.co.jp', 'そうむ@example.co.jp', 'japanese'],
      ['soumu@例え.jp', 'soumu@例え.jp', 'japanese'],
      ['soumu@example。co.jp', 'soumu@example。co.jp', 'japanese'],
      ['soumu@example.co.jp ', 'soumu@example.co.jp ', 'blank'],
      ['soumu\u200B@example.co.jp', 'soumu\u200B@example.co.jp', 'invisible'],
      ['\uFEFFsoumu@example.co.jp', '\uFEFFsoumu@example.co.jp', 'invisible'],
      ['soumu@example.co.jp\u202C', 'soumu@example.co.jp\u202C', 'invisible'],
      ['soumu@exa\u0007mple.co.jp', 'soumu@exa\u0007mple.co.jp', 'control'],
      ['soumu@example', 'soumu@example', 'notAnEmail'],
      ['soumu@-example.co.jp', 'soumu@-example.co.jp', 'notAnEmail'],
      ['soumu@example..jp', 'soumu@example..jp', 'notAnEmail'],
      ['soumu@@example.jp', 'soumu@@example.jp', 'notAnEmail'],
      ['soumu@exam_ple.jp', 'soumu@exam_ple.jp', 'notAnEmail'],
      ['<soumu@example.jp>', '<soumu@example.jp>', 'notAnEmail'],
      ['a@example.jp, b@example.jp', 'a@example.jp, b@example.jp', 'blank'],
      [`${'a'.repeat(65)}@example.jp`, `${'a'.repeat(65)}@example.jp`, 'notAnEmail'],
      ['', '', null],
    ],
  },
  {
    what: 'a user’s ID',
    writing: 'halfWidth',
    check: userId,
    rows: [
      ['ｓａｌｅｓ２１', 'sales21', null],
      ['営業01', '営業01', 'japanese'],
      ['sales 21', 'sales 21', 'blank'],
      ['sales\u200D21', 'sales\u200D21', 'invisible'],
      ['sales-21', 'sales-21', 'symbolNotAllowed'],
    ],
  },
  {
    what: 'a user’s name',
    writing: 'names',
    check: checkUserName,
    rows: [
      ['総務課　担当9', '総務課　担当9', null],
      ['Ｋ．Ｓａｔｏ', 'Ｋ．Ｓａｔｏ', null],
      ['葛\u{E0100}城 花子', '葛\u{E0100}城 花子', null],
      ['か\u3099のう', 'か\u3099のう', null],
      ['ｶﾄｳ ﾊﾅｺ', 'ｶﾄｳ ﾊﾅｺ', null],
      ['김민수', '김민수', null],
      ['総務\u200B課', '総務\u200B課', 'invisible'],
      ['総務\u202E課', '総務\u202E課', 'invisible'],
      ['総務\u3164課', '総務\u3164課', 'invisible'],
      ['総務\n課', '総務\n課', 'control'],
      ['総務\u2029課', '総務\u2029課', 'invisible'],
      ['　 ', '　 ', 'empty'],
      ['総'.repeat(41), '総'.repeat(41), 'tooLong'],
    ],
  },
  {
    what: 'a telephone number',
    writing: 'phone',
    check: () => null,
    rows: [
      ['０３－５５５０－１２３４', '03-5550-1234', null],
      ['03ー5550ー1234', '03-5550-1234', null],
      ['（０３）５５５０−１２３４', '(03)5550-1234', null],
      ['03 5550 1234', '03 5550 1234', null],
    ],
  },
];

describe.each(tables)('what people type as $what', ({ writing, check, rows }) => {
  it.each(rows)('%j stands there as %j: %s', (typed, stands, error) => {
    expect(asTyped(typed, writing)).toBe(stands);
    expect(check(stands)).toBe(error);
  });

  it('is not changed a second time', () => {
    for (const [typed, stands] of rows) expect(asTyped(asTyped(typed, writing), writing)).toBe(stands);
  });
});

describe('a bank that allows a blank in a PIN', () => {
  it('gets one as it is typed, and nothing that is no sign of its', () => {
    const lenient = { minLength: 6, maxLength: 12, symbols: ' #' };
    expect(checkKnownPin('Umi8 Sora42', lenient)).toBeNull();
    expect(checkPin('Umi8 Sora42', lenient)).toBeNull();
    expect(checkKnownPin('Umi8\u00A0Sora42', lenient)).toBe('blank');
  });
});
