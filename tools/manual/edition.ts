import type { BankProfile } from '../../main/bank/profile.ts';
import { publishedBank } from '../../main/bank/published-bank.ts';
import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { Catalogue } from '../../renderer/text/ja/catalogue.ts';
import { catalogues } from '../window/catalogues.ts';
import type { ManualProse, Proses } from './prose.ts';
import { proseEn } from './prose-en.ts';
import { proseJa } from './prose-ja.ts';
import { proseKo } from './prose-ko.ts';

const proses: Proses = { ja: proseJa, en: proseEn, ko: proseKo };

/** A bank's manual in one language: all that its pages are made from. */
export type Edition = {
  readonly language: Language;
  readonly bank: PublishedBank;
  readonly text: Catalogue;
  readonly prose: ManualProse;
  readonly version: string;
};

/** @param version of the program */
export function editionOf(profile: BankProfile, language: Language, version: string): Edition {
  const text = catalogues[language];
  const { certificate, support } = profile;
  const prose = proses[language](text, {
    bank: profile.name[language],
    attempts: profile.wrongAttemptLimit,
    minutes: profile.sessionMinutes,
    retrievalDays: certificate.retrievalDeadlineDays,
    validityDays: certificate.validityDays,
    renewalDays: certificate.renewalWindowDays,
    graceDays: certificate.graceDays,
    afterGrace: certificate.afterGrace,
    userLimit: profile.users.limit,
    phone: support.phone,
    hours: support.hours[language],
  });
  return { language, bank: publishedBank(profile), text, prose, version };
}

/** The rule of a field in words: from the bank's profile where it differs by bank, else the catalogue's explanation. */
export function ruleOf({ text, bank }: Edition, field: FieldName): string {
  const { pinRule, users, oneTimePasswordLength } = bank;
  const pin = [text.input.ruleLength(pinRule.minLength, pinRule.maxLength), text.input.ruleMixed, text.input.ruleHalfWidth(pinRule.symbols)].join(' · ');
  switch (field) {
    case 'logonPin':
    case 'confirmationPin':
    case 'userLogonPin':
    case 'userConfirmationPin':
      return `${text.fields[field].explanation} ${pin}`;
    case 'userId':
      return text.users.register.idExplanation(users.idRule.minLength, users.idRule.maxLength);
    case 'oneTimePassword':
      return text.screens.oneTimePassword.explanation(oneTimePasswordLength);
    case 'contractorId':
    case 'registrationPin':
    case 'logonPinReentry':
    case 'confirmationPinReentry':
    case 'userLogonPinReentry':
    case 'userConfirmationPinReentry':
    case 'userName':
    case 'email':
      return text.fields[field].explanation;
    default:
      return field satisfies never;
  }
}
