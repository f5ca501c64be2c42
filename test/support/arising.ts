import type { ByHandCode } from '../../preload/contract/situations.ts';

/** A code that follows from what the person does, so that no switch can bring it about: why not, and the test that makes it arise. */
export type Arising = { readonly because: string; readonly file: string; readonly title: string };

/** The practice's bank runs on this PC, which no proxy stands before. */
const behindProxy = (title: string): Arising => ({
  because: "The practice's bank runs on this PC, which no proxy stands before.",
  file: 'test/integration/company-proxy.test.ts',
  title,
});

export const arising: Readonly<Record<ByHandCode, Arising>> = {
  'proxy-unreachable': behindProxy('a proxy that is not there is named, and what it was to lead to'),
  'proxy-refused': behindProxy('a proxy that forbids the bank is named with what it said'),
  'proxy-credentials-wanted': behindProxy('is asked for once'),
  'proxy-credentials-refused': behindProxy('is not sent again once it was refused'),
  'proxy-sign-in-unsupported': behindProxy('a proxy that wants Negotiate or NTLM alone is named as such'),
  'connection-inspected': behindProxy('a proxy that opens TLS is named by who signed'),
  cancelled: {
    because: 'It is the answer to the person who cancels the retrieval.',
    file: 'test/integration/certificate-est.test.ts',
    title: 'is left at once when the person cancels',
  },
  'bank-file-damaged': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'a bank file of which a letter was changed is damaged, and the place is named',
  },
  'bank-file-expired': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'a bank file outside of its time is not taken',
  },
  'bank-file-foreign': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'a bank file of another signer is not taken',
  },
  'bank-file-newer': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'a bank file for a newer program says so',
  },
  'bank-file-unsigned': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'a profile without a signature is not taken',
  },
  'bank-file-older': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'an earlier version is not taken',
  },
  'prescribed-by-policy': {
    because: 'It is the answer to a file that the person chooses; the practice has a bank of its own.',
    file: 'test/unit/bank-keeper.test.ts',
    title: 'where the policy prescribes the bank, none is added or removed',
  },
  'enrolment-pending': {
    because: 'The practice bank issues at once: an hour of waiting is nothing to practise.',
    file: 'test/integration/certificate-wait.test.ts',
    title: 'is told when to come back, and asks nobody before',
  },
  'enrolment-due': {
    because: 'It follows enrolment-pending, when its time has come.',
    file: 'test/unit/approval-watch.test.ts',
    title: 'reminds when the time has come',
  },
  'logged-off-as-asked': {
    because: 'It is the answer to the administrator who logs off.',
    file: 'test/integration/log-off-in-program.test.ts',
    title: 'the administrator who logs off is logged on nowhere any more, and is told so',
  },
  'activation-left': {
    because: 'It is the answer to the person who logs off, or closes the window, in the middle of the activation.',
    file: 'test/integration/log-off-in-program.test.ts',
    title: 'in the middle of the activation the session is closed, no attempt is spent, and the way begins with the identification',
  },
  'log-off-not-told': {
    because: 'It follows from a bank that is silent while the person logs off.',
    file: 'test/integration/log-off-in-program.test.ts',
    title: 'a silent bank holds nobody up: the session is forgotten here, and the person is told',
  },
  'certificates-tidied': {
    because: 'It is the answer to the person who tidies up in the situation certificates-piled-up.',
    file: 'test/unit/pc-watch.test.ts',
    title: 'tells that they were put away, and takes it back when asked',
  },
  'certificate-waiting': {
    because: 'It is the answer to the person who starts over before the certificate is fetched, and activates again.',
    file: 'test/integration/recovery-in-program.test.ts',
    title: 'who starts over before the certificate is fetched is offered it, and need not activate again',
  },
  'certificate-issued-to-lost-key': {
    because: 'It follows from a file on this PC that was damaged while the certificate was being fetched.',
    file: 'test/integration/recovery-in-program.test.ts',
    title: 'whose key was damaged after the bank had issued is told so, and gets the form for a new certificate',
  },
  'pending-key-unreadable': {
    because: 'It follows from a file on this PC that cannot be read while the certificate is being fetched.',
    file: 'test/integration/recovery-in-program.test.ts',
    title: 'whose key cannot be read says whether it is given up: then a new one is made',
  },
  'certificate-in-browser-only': {
    because: 'It follows from a file on this PC that was lost after the certificate was fetched.',
    file: 'test/integration/recovery-in-program.test.ts',
    title: 'whose copy is lost while the store still signs is led to the browser',
  },
};
