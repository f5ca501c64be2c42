import type { Language } from '../../preload/contract/preferences.ts';

/** The forms that a word takes beside a count; a language that knows one form alone has only `other`. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  ja: new Intl.PluralRules('ja'),
  en: new Intl.PluralRules('en'),
  ko: new Intl.PluralRules('ko'),
};

/**
 * @param count how many
 * @param forms whole sentences or words, by CLDR's names for the language's plural forms
 * @returns the form that goes with the count
 */
export function plural(language: Language, count: number, forms: Forms): string {
  return forms[rules[language].select(count)] ?? forms.other;
}
