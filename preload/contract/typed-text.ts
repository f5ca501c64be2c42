/**
 * What people type and paste, as pure functions: what is made of it while they type, and what can never be
 * right. Window, main and practice bank share them. Characters are told by their Unicode properties.
 */

/** Why a character can never be right in a PIN, an ID or an address; the text catalogue has a sentence for each. */
export const characterErrors = ['blank', 'control', 'invisible', 'combining', 'fullWidth', 'japanese', 'otherScript'] as const;
export type CharacterError = (typeof characterErrors)[number];

/** How an entry is written. names: any script. */
export type Writing = 'digits' | 'halfWidth' | 'phone' | 'names';

/** The dashes that input methods and office documents put where a hyphen is meant, the long vowel mark among them. */
const dashes = /[\u2010-\u2015\u2212\u2500\u30FC\uFF0D\uFF70]/gu;
/** What groups the digits of a number on a card, in a document or in a chat; unseen characters come along when it is copied. */
const grouping = /[\s\p{Zs}\p{Default_Ignorable_Code_Point}-]/gu;

/**
 * Turns full-width letters, digits, signs and the ideographic space into their half-width forms
 * (Unicode block "Halfwidth and Fullwidth Forms", offset 0xFEE0).
 * @param text any text
 * @returns the same text in half width; other characters stay as they are
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, ' ');
}

/** As toHalfWidth, for digits and telephone numbers: whatever looks like a dash becomes a hyphen. */
export function toHalfWidthNumber(text: string): string {
  return toHalfWidth(text.replace(dashes, '-'));
}

/**
 * What is made of an entry as it is typed or pasted. Only what cannot change its meaning: of a PIN nothing is
 * taken away, since a blank that was typed by mistake must be seen.
 * @param text what stands in the field, outside an input method's composition
 * @param writing how the entry is written
 * @returns the text that stands in the field then
 */
export function asTyped(text: string, writing: Writing): string {
  switch (writing) {
    case 'digits':
      return toHalfWidthNumber(text).replace(grouping, '');
    case 'phone':
      return toHalfWidthNumber(text);
    case 'halfWidth':
      return toHalfWidth(text);
    case 'names':
      return text;
    default:
      return writing satisfies never;
  }
}

const kinds: readonly (readonly [CharacterError, RegExp])[] = [
  ['control', /\p{Cc}/u],
  // Variation selectors are marks, and fillers are letters, that nobody sees.
  ['invisible', /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/u],
  ['fullWidth', /[\u3000\uFF01-\uFF5E]/u],
  ['blank', /\p{Zs}/u],
  ['combining', /\p{M}/u],
  ['japanese', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u3001-\u303F\u30FB\u30FC\uFF5F-\uFF9F]/u],
];

/**
 * What can never be right in an entry of half-width letters, digits and signs (ASCII).
 * @param text what was typed
 * @param allowed signs that are right all the same, e.g. a blank where a bank allows it
 * @returns the error of the first such character, or null
 */
export function characterError(text: string, allowed = ''): CharacterError | null {
  const first = [...text].find((character) => !/[\x21-\x7E]/u.test(character) && !allowed.includes(character));
  return first === undefined ? null : (kinds.find(([, kind]) => kind.test(first))?.[0] ?? 'otherScript');
}

/** Letters may carry marks and choose a form of themselves (variation selectors): names are written so. */
const unseenInName = /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What can never be right in a name of any script. @returns control or invisible, or null */
export function nameError(text: string): 'control' | 'invisible' | null {
  if (/\p{Cc}/u.test(text)) return 'control';
  return unseenInName.test(text) ? 'invisible' : null;
}

/** Printable ASCII, the blank included: the widest that a PIN of any bank of this family may be written in. */
export const asciiText = /^[\x20-\x7E]+$/u;

/**
 * An e-mail address by what may stand in it: RFC 5322's dot-atom with dots wherever Japanese mobile carriers
 * put them ("a..b@", "a.@"), and a host name of at least two labels (RFC 1123 section 2.1).
 */
export const emailPattern =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/u;
