import { formatDateTime } from './dates.ts';
import type { FindingText, jaPreflight } from './ja-preflight.ts';

function span(seconds: number): string {
  const whole = Math.abs(seconds);
  if (whole < 120) return `${whole} s`;
  if (whole < 2 * 3600) return `${Math.round(whole / 60)} minutes`;
  return whole < 2 * 86_400 ? `${Math.round(whole / 3600)} hours` : `${Math.round(whole / 86_400)} days`;
}

function size(megabytes: number): string {
  return megabytes >= 1024 ? `${(megabytes / 1024).toFixed(1)} GB` : `${megabytes} MB`;
}

const say = (found: string, remedy: string | null = null): FindingText => ({ found: () => found, remedy });
const setClock = "Set date and time to automatic in the PC's settings. If your company manages the PC, ask whoever looks after it.";
const renewProfile = "Put the settings file that the bank sent in its place again, and show this screen to your company's IT staff.";
const again = 'It took too long. Please check again.';

export const enPreflight: typeof jaPreflight = {
  title: 'Is this PC ready?',
  running: 'Checking whether this PC is ready',
  ready: 'This PC is ready.',
  readyWithAdvice: (count) => `This PC is ready (${count} ${count === 1 ? 'note' : 'notes'}).`,
  notReady: (count) => (count === 1 ? 'One thing to see to first' : `${count} things to see to first`),
  notReadyWhy: 'So that no attempt is wasted, we suggest that you put this right first. You can also go on as it is.',
  details: 'Details',
  hideDetails: 'Hide details',
  again: 'Check again',
  checkedAt: (time) => `Checked at ${time}`,
  levels: { good: 'good', advice: 'note', bad: 'to do' },
  underWay: 'checking',
  checks: {
    clock: 'Clock of this PC',
    network: 'Network',
    proxy: 'Proxy',
    bankTls: 'Secure connection to the bank',
    keychain: 'Keychain for passwords',
    certificateStore: 'Certificate store',
    osUser: 'User of this PC',
    disk: 'Disk',
  },
  findings: {
    'clock-right': say("It agrees with the bank's."),
    'clock-wrong': {
      found: (seconds) => `It is ${span(seconds)} ${seconds > 0 ? 'ahead of' : 'behind'} the bank's.`,
      remedy: setClock,
    },
    'clock-not-compared': say(
      "The bank's time is not known, so the times could not be compared.",
      'Compare it with the telephone time service (117 in Japan) or a radio clock. If it differs, set the date and time of this PC right.',
    ),
    'clock-before-certificate': {
      found: (seconds) => `It is at least ${span(seconds)} behind: the certificate of the bank's server is not valid yet at that time.`,
      remedy: setClock,
    },
    'clock-past-certificate': {
      found: (seconds) => `It is ${span(seconds)} past the day on which the certificate of the bank's server expires.`,
      remedy:
        'Compare it with the telephone time service (117 in Japan) or a radio clock. If it is ahead, set the date and time of this PC right. If it is right, the certificate has expired: contact the bank.',
    },
    'network-up': say('It reaches the bank.'),
    'network-not-needed': say('The bank runs inside this PC: no network is needed.'),
    'network-down': say('There is no network.', 'Check the cable or the Wi-Fi, and that the flight mode is off.'),
    'network-name-unknown': say(
      "There is a network, but the bank's address cannot be found (DNS).",
      'See whether other sites open. If not, restart the router or ask whoever looks after the network.',
    ),
    'network-bank-not-reached': say(
      "The bank's server cannot be reached.",
      "Wait a while and check again. The company's network may also block it. If it goes on, contact the bank.",
    ),
    'network-profile-invalid': say("There is a mistake in the bank's settings file: the bank's address is not known.", renewProfile),
    'network-bank-not-started': say(
      'The practice bank could not be started.',
      'Close Kaitsu and open it again. If it goes on, ask whoever looks after the PC.',
    ),
    'proxy-none': say('None is used.'),
    'proxy-not-used': say('This PC has a proxy set. Kaitsu does not use it and reaches the bank directly.', 'There is nothing to do.'),
    'proxy-in-the-way': say(
      "This PC has a proxy set. Kaitsu does not use one, and the company's network seems to let nothing else through.",
      "Ask whoever looks after the network to allow direct connections (HTTPS) to the bank's server.",
    ),
    'proxy-not-judged': say('Whether one is in the way could not be checked yet.', 'See to “Network” first.'),
    'tls-trusted': say('It is really the bank that answers.'),
    'tls-untrusted': say(
      'It cannot be confirmed that it is the bank that answers. Do not enter any PIN like this.',
      'Some software or device may be inspecting the connection: ask whoever looks after the network, or the bank.',
    ),
    'tls-dates-wrong': say(
      "The certificate of the bank's server is not valid at the time that this PC's clock shows. Do not enter any PIN like this.",
      'See to “Clock of this PC” first.',
    ),
    'tls-profile-invalid': say("There is a mistake in the bank's settings file: it cannot be confirmed that it is the bank that answers.", renewProfile),
    'tls-not-reached': say('The bank could not be reached, so this could not be confirmed.', 'See to “Network” first.'),
    'bank-closed': {
      found: (opens) =>
        opens === 0
          ? 'The bank is closed at this hour.'
          : `The bank is closed at this hour. It opens on ${formatDateTime(new Date(opens * 1000).toISOString(), 'en')}.`,
      remedy: "Check again once it is open. Its hours are in the bank's notices.",
    },
    'keychain-ready': say('It can be written and read.'),
    'keychain-missing': say(
      'This PC has no keychain that keeps passwords safely.',
      'Log in to the PC anew. On Linux, install a Secret Service such as GNOME Keyring.',
    ),
    'keychain-locked': say('It is locked.', "If a window asks for a password, enter the PC's password to unlock it."),
    'keychain-refused': say('It cannot be written.', 'Log in to the PC anew. If your company manages the PC, ask whoever looks after it.'),
    'store-ready': say('The certificate can be installed.'),
    'store-missing': say(
      'The tools that install the certificate are missing.',
      'On Linux, install libnss3-tools (certutil, pk12util). If your company manages the PC, ask whoever looks after it.',
    ),
    'store-refused': say('It cannot be written.', 'Close all browsers and check again. If it goes on, ask whoever looks after the PC.'),
    'user-usual': say('It runs as your usual user.'),
    'user-root': say(
      "It runs as the system's administrator (root). The certificate would belong to root and could not be used by your usual user.",
      'Close Kaitsu and open it as the user that you usually are.',
    ),
    'user-elevated': say(
      'It runs "as administrator". If that is another user than usual, the certificate will not be found later.',
      'Close Kaitsu and open it in the usual way.',
    ),
    'user-home-refused': say(
      'Your own folder (home) cannot be written.',
      'Log in to the PC anew. If the folder is on the network, ask whoever looks after it.',
    ),
    'disk-ready': { found: (megabytes) => `There is room and it can be written (${size(megabytes)} free).`, remedy: null },
    'disk-low': { found: (megabytes) => `There is little room left (${size(megabytes)} free).`, remedy: 'Delete what is not needed.' },
    'disk-full': say('There is no room left.', 'Delete what is not needed, empty the bin and check again.'),
    'disk-refused': say("Kaitsu's folder cannot be written.", 'See whether the disk is read-only. If your company manages the PC, ask whoever looks after it.'),
    'clock-no-answer': say('It could not be checked.', again),
    'network-no-answer': say('It could not be checked.', again),
    'proxy-no-answer': say('It could not be checked.', again),
    'tls-no-answer': say('The bank does not answer.', again),
    'keychain-no-answer': say('It does not answer.', 'See whether a window that asks for a password is hidden behind others. Unlock it and check again.'),
    'store-no-answer': say('It does not answer.', again),
    'user-no-answer': say('It could not be checked.', again),
    'disk-no-answer': say('It does not answer.', again),
  },
};
