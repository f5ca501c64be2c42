import type { PublishedBank } from '../../preload/contract/bank.ts';
import type { BankProfile } from './profile.ts';

/** What the window may know of a bank: of addresses that for browsers alone, no authority. */
export function publishedBank(profile: BankProfile): PublishedBank {
  const { retrievalDeadlineDays, validityDays, renewalWindowDays, graceDays, renewalClosesAt, afterGrace } = profile.certificate;
  return {
    name: profile.name,
    practice: profile.practice,
    stepOrder: profile.stepOrder,
    pinRule: profile.pinRule,
    oneTimePasswordLength: profile.oneTimePassword.length,
    cardGrid: profile.oneTimePassword.grid,
    wrongAttemptLimit: profile.wrongAttemptLimit,
    sessionMinutes: profile.sessionMinutes,
    certificate: { retrievalDeadlineDays, validityDays, renewalWindowDays, graceDays, renewalClosesAt, afterGrace },
    users: profile.users,
    website: profile.website,
    support: { phone: profile.support.phone, hours: profile.support.hours },
  };
}
