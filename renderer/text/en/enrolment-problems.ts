import type { Advice, EnrolmentCode, ProblemText } from '../advice.ts';
import { tellCode, tellStaff } from './common-steps.ts';

/** What an authority and Kaitsu have to say to each other before there is a certificate. */
export const enEnrolmentProblems: Readonly<Record<EnrolmentCode, ProblemText>> = {
  'enrolment-pending': {
    title: 'Your request was received. The bank is now approving it.',
    why: 'The bank takes some time to approve the certificate (電子証明書). It is the bank’s turn.',
    next: 'Please open Kaitsu at the time below and continue from this screen. You may close Kaitsu until then.',
  },
  'enrolment-due': {
    title: 'It is time to fetch your certificate (電子証明書).',
    why: 'The time at which the bank asked you to come back has come.',
    next: 'Please continue from this screen.',
  },
  'enrolment-answer-lost': {
    title: 'The request was sent, but the bank’s answer did not arrive.',
    why: 'The bank may have issued the certificate (電子証明書) already. Kaitsu has not sent the request again by itself, so that none is issued twice.',
    next: 'Please check the internet connection and try again. The same request will be sent once more.',
  },
  'certificate-attributes-demanded': {
    title: 'Kaitsu cannot provide what the bank wants in the request.',
    why: 'The bank’s server asks for a kind of key or an entry that this version of Kaitsu does not support. It is the bank’s turn.',
    next: 'Please call the bank and give it the screen code and the finding below.',
  },
  'certificate-not-asked': {
    title: 'The bank’s server did not take the certificate (電子証明書).',
    why: 'It refused without a reason. A server that asks for the certificate only after the connection is made cannot get it from Kaitsu. It is the bank’s turn.',
    next: 'Please call the bank and give it the screen code.',
  },
};

export const enEnrolmentAdvice: Readonly<Record<EnrolmentCode, Advice>> = {
  'enrolment-pending': {
    causes: ['The bank checks the request before it issues the certificate'],
    steps: ['If Kaitsu is open at that time, it will remind you.', 'The key is kept on this PC. You do not have to make a new request.'],
  },
  'enrolment-due': {
    causes: ['The time that the bank needed for its approval is over'],
    steps: ['If it is not approved yet, the next time will be shown.'],
  },
  'enrolment-answer-lost': {
    causes: ['The connection broke while the answer was on its way', 'The bank’s system is busy'],
    steps: ['If it still does not arrive, call the bank and say that a certificate was issued but not received.', tellCode],
  },
  'certificate-attributes-demanded': {
    causes: ['The bank’s server does not match the bank’s profile', 'This version of Kaitsu is too old'],
    steps: ['Update Kaitsu, then try again.'],
  },
  'certificate-not-asked': {
    causes: [
      'The bank’s server asks for the certificate in the middle of the connection instead of at its beginning',
      'A device at your company refuses in the bank’s place',
    ],
    steps: ['Tell the bank: “The server must request the client certificate in the TLS handshake.”', tellStaff],
  },
};
