import type { ProblemCode } from '../../preload/contract/problem.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';

/** A code that no situation of the practice brings about: why not, and the test that makes it arise. */
export type Arising = { readonly because: string; readonly file: string; readonly title: string };

const entry = 'It arises from what is entered: the practice needs no more than a wrong entry.';
const activation = 'test/integration/sandbox-activation.test.ts';
const actions = 'test/unit/procedure-actions.test.ts';
const diagnosis = 'test/unit/diagnosing-bank.test.ts';
const users = 'test/integration/sandbox-users.test.ts';
const piles = 'test/integration/certificate-tidy-up.test.ts';

/** A new code that is neither here nor a situation does not compile. */
export const arising: Readonly<Record<Exclude<ProblemCode, SituationCode>, Arising>> = {
  'identification-refused': { because: entry, file: activation, title: 'tell after each wrong attempt how many remain, and lock with the seventh' },
  'registration-pin-refused': { because: entry, file: activation, title: 'want ① the registration PIN again, and count a wrong one' },
  'one-time-password-refused': { because: entry, file: activation, title: 'counts together with the other entries, and the locking attempt ends the session' },
  'pin-rule-violated': {
    because: 'The window and main refuse such a PIN before it is sent; only another client meets it.',
    file: activation,
    title: 'must follow the rule: %s %s does not',
  },
  'logon-refused': {
    because: entry,
    file: 'test/integration/sandbox-logon.test.ts',
    title: 'counts wrong PINs, forgets them after a right one, and locks at the limit',
  },
  'logged-off': {
    because: 'It takes no more than to wait until the bank logs off.',
    file: 'test/unit/users-actions.test.ts',
    title: 'that runs out leads to the logon with a clear word',
  },
  'confirmation-refused': { because: entry, file: users, title: "counts its wrong entries on the contract's counter, together with the logon's" },
  'user-suspended': {
    because: "It arises at a user's own logon, in the bank's page.",
    file: users,
    title: 'suspends and resumes: a suspended user is told so, but only with the right PIN',
  },
  'user-id-rule-violated': {
    because: 'The window and main refuse such an ID before it is sent; only another client meets it.',
    file: users,
    title: 'refuses the ID %s',
  },
  'user-id-taken': { because: entry, file: users, title: 'refuses an ID that is there already, letter case aside' },
  'user-limit-reached': {
    because: 'It arises when one user more is registered than the bank allows.',
    file: users,
    title: 'turns pages over 99 users without losing or repeating any',
  },
  'user-not-found': { because: 'It takes a change by a second client.', file: users, title: 'is refused for a user that the contract does not have' },
  'step-out-of-order': { because: 'It takes a second client in the same session.', file: activation, title: 'refuses a step out of order' },
  'certificate-required': {
    because: 'It is what the bank tells a browser without certificate; Kaitsu finds the cause on its own side.',
    file: 'test/integration/sandbox-logon.test.ts',
    title: 'is refused without a certificate',
  },
  'certificate-wrong-chosen': {
    because: 'It takes certificates of two contracts on one PC.',
    file: diagnosis,
    title: 'and another certificate on this PC was chosen',
  },
  'certificate-expired-revoke-first': {
    because: 'It takes a bank whose profile says so.',
    file: diagnosis,
    title: 'an expired certificate of a bank without grace has to be revoked first',
  },
  'certificate-file-unreadable': {
    because: 'It takes a damaged file on the disk.',
    file: 'test/integration/certificate-formats.test.ts',
    title: 'is refused when a byte of it is changed or the end is missing',
  },
  'certificates-piled-up': {
    because: 'It takes several certificates of one contract, hence several years or reissues.',
    file: piles,
    title: 'are found beside the newest',
  },
  'certificates-tidied': {
    because: 'It is what follows when old certificates were put away.',
    file: 'test/unit/pc-watch.test.ts',
    title: 'tells that they were put away, and takes it back when asked',
  },
  cancelled: {
    because: 'It arises when the person cancels.',
    file: 'test/integration/certificate-est.test.ts',
    title: 'is left at once when the person cancels',
  },
  'disk-full': { because: 'It takes a disk without room.', file: actions, title: 'of the disk does not stop the person, who is told' },
  'disk-refused': {
    because: 'It takes a folder without the right to write.',
    file: 'test/unit/preferences.test.ts',
    title: 'holds until the program ends where it cannot be kept, and the person is told',
  },
  'journal-unreadable': { because: 'It takes a damaged journal.', file: actions, title: 'that leaves an unreadable journal is told, and the way begins anew' },
  'bank-profile-invalid': { because: 'It takes a faulty profile.', file: 'test/unit/bank-profile.test.ts', title: 'a profile that is not there is refused' },
  'input-invalid': {
    because: 'It takes a window that sends what it must not.',
    file: 'test/unit/ipc-border.test.ts',
    title: 'refuses an input that the contract does not know',
  },
  'not-now': { because: 'It takes a request that has no place at the moment.', file: actions, title: 'cannot take a step out of its place' },
  'sender-refused': { because: 'It takes a foreign page.', file: 'test/unit/ipc-border.test.ts', title: 'refuses %s, and asks no handler' },
  internal: {
    because: 'It takes a bug.',
    file: 'test/unit/ipc-border.test.ts',
    title: 'turns a bug into a problem with a reference, not into an exception for the page',
  },
};
