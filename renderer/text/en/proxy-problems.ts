import type { Advice, ProblemText, ProxyCode } from '../advice.ts';
import { tellStaff } from './common-steps.ts';

/** What stands between a company's network and the bank. The line below each of them names proxy and server for IT. */
export const enProxyProblems: Readonly<Record<ProxyCode, ProblemText>> = {
  'proxy-unreachable': {
    title: 'Your company’s proxy cannot be reached.',
    why: 'This PC is set to go to the internet through a proxy, but the proxy does not answer.',
    next: 'Please check that you are connected to your company’s network, and try again.',
  },
  'proxy-refused': {
    title: 'Your company’s proxy blocks the connection to the bank.',
    why: 'Nothing has been sent to the bank yet.',
    next: 'Show this screen to your IT staff and ask them: “Please allow HTTPS to the server named below.”',
  },
  'proxy-credentials-wanted': {
    title: 'Your company’s proxy asks for a user name and password.',
    why: 'Nothing has been sent to the bank yet. These are not the bank’s PINs.',
    next: 'Press “Sign in to the proxy”, enter the user name and password that your company gave you, then try again.',
  },
  'proxy-credentials-refused': {
    title: 'Your company’s proxy did not accept the user name and password.',
    why: 'The proxy’s user name or password is wrong. These are not the bank’s PINs.',
    next: 'Press “Sign in to the proxy” and enter them again. If you do not know them, ask your IT staff.',
  },
  'proxy-sign-in-unsupported': {
    title: 'Kaitsu does not support the sign-in that your company’s proxy asks for.',
    why: 'The proxy accepts only kinds of sign-in that Kaitsu cannot do (Negotiate, NTLM and the like).',
    next: 'Show this screen to your IT staff and ask them: “Please allow HTTPS to the server named below without signing in to the proxy.”',
  },
  'connection-inspected': {
    title: 'Another device has cut into the connection to the bank.',
    why: 'The server’s certificate is not from the bank but from the issuer named below. What you entered was not sent.',
    next: 'Do not enter anything more. Ask your IT staff: “Please exempt the server named below from TLS inspection.”',
  },
};

export const enProxyAdvice: Readonly<Record<ProxyCode, Advice>> = {
  'proxy-unreachable': {
    causes: ['You are outside the company (at home, say) with the company’s proxy settings', 'The VPN is disconnected', 'The proxy is down'],
    steps: ['If you use a VPN, reconnect it.', tellStaff],
  },
  'proxy-refused': {
    causes: ['Your company’s settings do not allow this server', 'The proxy does not allow the port that the bank uses'],
    steps: [],
  },
  'proxy-credentials-wanted': {
    causes: ['Everybody at your company signs in before using the internet'],
    steps: ['What you enter is kept in this PC’s password store and sent to this proxy only.'],
  },
  'proxy-credentials-refused': {
    causes: ['Your password has changed lately', 'Capital and small letters were mixed up'],
    steps: ['If you have changed your password, enter the new one.', 'After several wrong passwords your company account may be locked.'],
  },
  'proxy-sign-in-unsupported': {
    causes: ['The proxy uses the Windows sign-in (integrated authentication)'],
    steps: ['If you can use another connection (a mobile phone’s, say), switch to it and try again.'],
  },
  'connection-inspected': {
    causes: [
      'A proxy or security device at your company inspects the connection',
      'Antivirus software on this PC inspects the connection',
      'You have been led to a false site',
    ],
    steps: ['If you are on a public wireless network, disconnect from it.', 'If you do not know the issuer’s name, tell the bank as well.'],
  },
};
