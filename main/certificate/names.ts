/**
 * Names as RFC 5280 section 7.1 has them compared: prepared as RFC 4518 section 2 says (form, letter case, what is
 * not seen, blanks), not to the byte.
 */

/** What RFC 4518 section 2.2 maps to nothing: soft hyphen, joiners, variation selectors, byte order mark. */
const unseen = /\p{Default_Ignorable_Code_Point}|\uFFFC/gu;
const blanks = /[\s\u0085\u3000]+/gu;

/** NFKC makes one form of half and full width (ｶﾌﾞ, Ａ) and of ㈱ and (株). */
function prepared(name: string): string {
  return name.normalize('NFKC').replace(unseen, '').toLowerCase().toUpperCase().toLowerCase().replace(blanks, ' ').trim();
}

/** @returns whether two names are the same by RFC 4518: NFKC, letter case, blanks and invisible characters aside */
export function isSameName(one: string, other: string): boolean {
  return prepared(one) === prepared(other);
}

/** Ways to write the form of a company, each with its short one after NFKC: 株式会社 and (株), 有限会社 and (有), … */
const companyForms: readonly (readonly [RegExp, string])[] = [
  [/株式会社|\((?:株|カ|カブ)\)/gu, '㈱'],
  [/有限会社|\((?:有|ユ)\)/gu, '㈲'],
  [/合同会社|\((?:同|ド)\)/gu, '(同)'],
  [/合資会社|\((?:資|シ)\)/gu, '㈾'],
  [/合名会社|\((?:名|メ)\)/gu, '㈴'],
  [/一般社団法人|\((?:一社)\)/gu, '(一社)'],
];

/**
 * As isSameName, and the form of a company may be written out or short, before or after the name.
 * @returns whether two names are, as far as can be told, of the same company
 */
export function isSameCompany(one: string, other: string): boolean {
  return withoutForm(one) === withoutForm(other);
}

function withoutForm(name: string): string {
  return companyForms.reduce((text, [form, short]) => text.replace(form, short), prepared(name)).replace(/\s/gu, '');
}
