import type { SituationCode } from '../../preload/contract/situations.ts';

/** Where the person stands when the situation begins. */
export type Place =
  | 'logonMenu'
  | 'identification'
  | 'newPins'
  | 'oneTimePassword'
  | 'certificateReady'
  | 'usersMenu'
  | 'userChange'
  | 'userRegistration'
  | 'registrationTwice'
  | 'userLogon'
  | 'restart';

/** Situations that are looked at in the whole program, border and screens' states included. */
export const programSituations = {
  'identification-refused': 'identification',
  'registration-pin-refused': 'newPins',
  'pin-rule-violated': 'newPins',
  'one-time-password-refused': 'oneTimePassword',
  'logon-refused': 'certificateReady',
  'step-out-of-order': 'certificateReady',
  'certificate-wrong-chosen': 'certificateReady',
  'certificate-expired-revoke-first': 'certificateReady',
  'certificate-file-unreadable': 'certificateReady',
  'certificate-file-unavailable': 'certificateReady',
  'certificates-piled-up': 'certificateReady',
  'certificate-required': 'usersMenu',
  'logged-off': 'usersMenu',
  'confirmation-refused': 'userChange',
  'user-not-found': 'userChange',
  'user-id-rule-violated': 'userRegistration',
  'user-id-taken': 'userRegistration',
  'user-limit-reached': 'userRegistration',
  'user-registered-already': 'registrationTwice',
  'user-suspended': 'userLogon',
  'bank-profile-invalid': 'identification',
  'disk-full': 'logonMenu',
  'disk-refused': 'logonMenu',
  'input-invalid': 'identification',
  'not-now': 'identification',
  'sender-refused': 'identification',
  internal: 'identification',
  'journal-unreadable': 'restart',
  'journal-unavailable': 'restart',
  'file-unavailable': 'restart',
} as const satisfies { readonly [C in SituationCode]?: Place };

export type SeenInProgram = keyof typeof programSituations;
