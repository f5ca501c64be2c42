import { formatDateTime } from '../dates.ts';
import type { FindingText, jaPreflight } from '../ja/preflight.ts';
import { plural } from '../plural.ts';

function counted(count: number, unit: 'second' | 'minute' | 'hour' | 'day'): string {
  return plural('en', count, { one: `${count} ${unit}`, other: `${count} ${unit}s` });
}

function span(seconds: number): string {
  const whole = Math.abs(seconds);
  if (whole < 120) return counted(whole, 'second');
  if (whole < 2 * 3600) return counted(Math.round(whole / 60), 'minute');
  return whole < 2 * 86_400 ? counted(Math.round(whole / 3600), 'hour') : counted(Math.round(whole / 86_400), 'day');
}

function size(megabytes: number): string {
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes} MB`;
}

const say = (found: string, remedy: string | null = null): FindingText => ({ found: () => found, remedy });
const again = 'The check took too long. Please check again.';
const askManager = 'If your company manages the PC, ask your IT staff.';
const setClock = `Set the date and time to automatic in the PC’s settings. ${askManager}`;
const renewProfile = 'Put the settings file that the bank sent in its place again, and show this screen to your IT staff.';
const networkFirst = 'Please see to “Network” first.';
const signInAgain = 'Sign out of the PC and sign in again.';

export const enPreflight: typeof jaPreflight = {
  title: 'Is this PC ready?',
  running: 'Checking whether this PC is ready…',
  ready: 'This PC is ready.',
  readyWithAdvice: (count) => plural('en', count, { one: 'This PC is ready (1 note).', other: `This PC is ready (${count} notes).` }),
  notReady: (count) => plural('en', count, { one: 'Please check one thing first', other: `Please check ${count} things first` }),
  notReadyWhy: 'So that no PIN entry is wasted, we suggest that you put this right first. You can also carry on as it is.',
  details: 'Details',
  hideDetails: 'Hide details',
  again: 'Check again',
  checkedAt: (time) => `Checked at ${time}`,
  levels: { good: 'fine', advice: 'note', bad: 'please check' },
  underWay: 'checking',
  checks: {
    clock: 'This PC’s clock',
    network: 'Network',
    proxy: 'Proxy',
    bankTls: 'Secure connection to the bank',
    keychain: 'Safe place for passwords (keychain)',
    certificateStore: 'Certificate store',
    osUser: 'PC user',
    disk: 'Disk space',
  },
  findings: {
    'clock-right': say('It agrees with the bank’s time.'),
    'clock-wrong': {
      found: (seconds) => `It is ${span(seconds)} ${seconds > 0 ? 'ahead of' : 'behind'} the bank’s time.`,
      remedy: setClock,
    },
    'clock-not-compared': say(
      'The bank’s time is not known, so the times could not be compared.',
      'Compare it with the telephone time service (117 in Japan) or a radio clock. If it differs, correct the PC’s date and time.',
    ),
    'clock-before-certificate': {
      found: (seconds) => `It is at least ${span(seconds)} slow: the certificate of the bank’s server is not valid yet at that time.`,
      remedy: setClock,
    },
    'clock-past-certificate': {
      found: (seconds) => `It is ${span(seconds)} past the expiry of the certificate of the bank’s server.`,
      remedy:
        'Compare it with the telephone time service (117 in Japan) or a radio clock. If it is fast, correct the PC’s date and time. If it is right, the certificate has expired: contact the bank.',
    },
    'network-up': say('The bank can be reached.'),
    'network-not-needed': say('The bank is running on this PC, so no internet connection is needed.'),
    'network-down': say('This PC is not connected to a network.', 'Check the network cable or the Wi-Fi, and that flight mode is off.'),
    'network-name-unknown': say(
      'This PC is on a network, but the bank’s address cannot be found (DNS).',
      'Check whether other web pages open. If not, ask your IT staff.',
    ),
    'network-bank-not-reached': say(
      'The bank’s server cannot be reached.',
      'Wait a while and check again. Your company’s network settings may also be blocking it. If it keeps happening, ask your IT staff.',
    ),
    'network-profile-invalid': say('There is a mistake in the bank’s settings file, so the bank’s address is not known.', renewProfile),
    'network-bank-not-started': say('The practice bank could not be started.', 'Close Kaitsu and open it again. If it keeps happening, ask your IT staff.'),
    'proxy-none': say('None is used.'),
    'network-captive-portal': say(
      'This network (a wireless one, say) wants you to sign in with a browser first. You are not connected to the bank yet.',
      'Open a browser, finish signing in to the network on the page that appears, then check again. Do not enter any of the bank’s PINs there.',
    ),
    'network-proxy-first': say('What lies beyond your company’s proxy could not be checked yet.', 'See to “Proxy” first.'),
    'proxy-used': say('Connected to the bank through your company’s proxy.'),
    'proxy-unreachable': say(
      'The proxy cannot be reached.',
      'Check that you are connected to your company’s network or VPN. If this goes on, ask your IT staff.',
    ),
    'proxy-refused': say('The proxy blocks the connection to the bank.', 'Ask your IT staff: “Please allow HTTPS to the server named below.”'),
    'proxy-credentials-wanted': say('The proxy asks for a user name and password.', 'Press “Sign in to the proxy” and enter them.'),
    'proxy-credentials-refused': say(
      'The proxy did not accept the user name and password.',
      'Press “Sign in to the proxy” and enter them again. If you do not know them, ask your IT staff.',
    ),
    'proxy-sign-in-unsupported': say(
      'The proxy asks for a kind of sign-in that Kaitsu cannot do.',
      'Ask your IT staff: “Please allow HTTPS to the server named below without signing in to the proxy.”',
    ),
    'proxy-not-judged': say('Whether one is in the way could not be checked yet.', networkFirst),
    'tls-trusted': say('This PC is connected to the real bank.'),
    'tls-inspected': say(
      'Another device has cut into the connection to the bank. Do not enter any PIN.',
      'Ask your IT staff: “Please exempt the server named below from TLS inspection.”',
    ),
    'tls-untrusted': say(
      'Kaitsu could not confirm that this is the real bank. Please do not enter a PIN.',
      'A device or software at your company may be inspecting the connection: ask your IT staff or the bank.',
    ),
    'tls-dates-wrong': say(
      'By this PC’s clock, the certificate of the bank’s server is not valid. Please do not enter a PIN.',
      'Please see to “This PC’s clock” first.',
    ),
    'tls-profile-invalid': say('There is a mistake in the bank’s settings file, so it could not be confirmed that this is the real bank.', renewProfile),
    'tls-not-reached': say('The bank could not be reached, so this could not be confirmed.', networkFirst),
    'bank-closed': {
      found: (opens) =>
        opens === 0
          ? 'The bank is closed at this hour.'
          : `The bank is closed at this hour. It opens on ${formatDateTime(new Date(opens * 1000).toISOString(), 'en')}.`,
      remedy: 'Check again once it is open. Its hours are in the bank’s notices.',
    },
    'keychain-ready': say('Passwords can be kept safely.'),
    'keychain-missing': say('This PC has no keychain that keeps passwords safely.', `${signInAgain} On Linux, install a Secret Service such as GNOME Keyring.`),
    'keychain-locked': say('It is locked.', 'If a window is asking for a password, enter the PC’s password to unlock it.'),
    'keychain-refused': say('It cannot be written to.', `${signInAgain} ${askManager}`),
    'store-ready': say('The certificate can be installed.'),
    'store-missing': say('The software that installs the certificate was not found.', `On Linux, install libnss3-tools (certutil, pk12util). ${askManager}`),
    'store-refused': say('It cannot be written to.', 'Close all browser windows and check again. If it keeps happening, ask your IT staff.'),
    'user-usual': say('Kaitsu is running as your usual user.'),
    'user-root': say(
      'Kaitsu is running as the system’s special user (root). Your usual user could not use a certificate retrieved like this.',
      'Close Kaitsu and open it as your usual user.',
    ),
    'user-elevated': say(
      'Kaitsu is running “as administrator”. If that is not your usual user, the certificate will not be found later.',
      'Close Kaitsu and open it in the usual way.',
    ),
    'user-home-refused': say('Your own folder (home) cannot be written to.', `${signInAgain} If that does not help, ask your IT staff.`),
    'disk-ready': { found: (megabytes) => `There is enough room (${size(megabytes)} free).`, remedy: null },
    'disk-low': { found: (megabytes) => `There is little room left (${size(megabytes)} free).`, remedy: 'Delete files that you do not need.' },
    'disk-full': say('There is no room left.', 'Delete files that you do not need, empty the recycle bin and check again.'),
    'disk-refused': say('Kaitsu’s folder cannot be written to.', `Check whether the disk is read-only. ${askManager}`),
    'clock-no-answer': say('It could not be checked.', again),
    'network-no-answer': say('It could not be checked.', again),
    'proxy-no-answer': say('It could not be checked.', again),
    'tls-no-answer': say('The bank is not answering.', again),
    'keychain-no-answer': say(
      'It is not answering.',
      'Check whether a window asking for a password is hidden behind others. Enter the password and check again.',
    ),
    'store-no-answer': say('It is not answering.', again),
    'user-no-answer': say('It could not be checked.', again),
    'disk-no-answer': say('It is not answering.', again),
  },
};
