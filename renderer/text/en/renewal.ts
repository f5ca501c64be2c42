import type { jaRenewalScreen, jaValidity } from '../ja/renewal.ts';
import { plural } from '../plural.ts';

export const enRenewalScreen: typeof jaRenewalScreen = {
  place: 'Renewal of the certificate',
  running: 'The certificate is being renewed',
  cancelling: 'Stopping the renewal',
  stopped: 'The renewal of the certificate was stopped',
  pending: 'Waiting for the bank’s approval',
  failed: 'The certificate could not be renewed',
  lead: 'Please wait. When it is done, you log on with the new certificate.',
  leadCancelling: 'It stops at the next good moment. Please wait a little.',
  leadStopped: 'Your present certificate is still there. When you are ready, go on with the renewal.',
  leadFailed: 'Please read the advice below and try again. Your present certificate is still there.',
  list: 'Stages of the renewal',
  cancel: 'Cancel the renewal',
  retry: 'Try again',
  proceed: 'Go on with the renewal',
};

export const enValidity: typeof jaValidity = {
  notDue: (expiry, from) => `The certificate expires on ${expiry}. It can be renewed from ${from}.`,
  due: (expiry, days) =>
    days === 0
      ? `The certificate expires within a day (${expiry}).`
      : plural('en', days, { one: `The certificate expires in one day (${expiry}).`, other: `The certificate expires in ${days} days (${expiry}).` }),
  closesAt: (moment) => ` The bank renews it until ${moment}.`,
  closed: {
    revokeFirst: (expiry) =>
      `The time for renewing is over. The certificate can be used until it expires (${expiry}). To go on after that, call the bank and ask to have it revoked (電子証明書の失効).`,
    paperForm: (expiry) =>
      `The time for renewing is over. The certificate can be used until it expires (${expiry}). To go on after that, call the bank and ask for the paper form for a new certificate (再発行).`,
  },
  expired: (expiry, until) => `The certificate expired on ${expiry}. It can be renewed until ${until}.`,
  refused: 'The bank says that the certificate has expired. Once it is renewed, it can be used again.',
  revokeFirst: (expiry) => `The certificate expired on ${expiry} and cannot be renewed. Call the bank and ask to have it revoked (電子証明書の失効).`,
  paperForm: (expiry) =>
    `The certificate expired on ${expiry}, and the time for renewing it is over. Call the bank and ask for the paper form for a new certificate (再発行).`,
  note: 'There is nothing to enter. It takes about a minute.',
  noteLoggedOn: 'You are logged off when the renewal begins. When it is done, log on again with the new certificate.',
  renew: 'Renew the certificate',
  expiredTitle: 'The certificate has expired',
  expiredLead: 'One cannot log on with an expired certificate. Please do as is said below.',
};
