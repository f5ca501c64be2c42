import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import type { ManualFacts } from './prose.ts';

/** What the manual's texts say of this bank. */
export function factsOf({ name, stepOrder, wrongAttemptLimit, sessionMinutes, certificate, users, support }: PublishedBank, language: Language): ManualFacts {
  return {
    bank: name[language],
    certificateFirst: stepOrder === 'certificateFirst',
    attempts: wrongAttemptLimit,
    minutes: sessionMinutes,
    retrievalDays: certificate.retrievalDeadlineDays,
    validityDays: certificate.validityDays,
    renewalDays: certificate.renewalWindowDays,
    graceDays: certificate.graceDays,
    renewalClosesAt: certificate.renewalClosesAt,
    afterGrace: certificate.afterGrace,
    userLimit: users.limit,
    phone: support.phone,
    hours: support.hours[language],
  };
}

type Rules = { readonly text: Catalogue; readonly bank: PublishedBank };

/** The rule of a field in words: from the bank's profile where it differs by bank, else the catalogue's explanation. */
export function ruleOf({ text, bank }: Rules, field: FieldName): string {
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
