import type { ScenarioTexts, SituationTexts } from '../ja/practice.ts';
import { enBankFileSteps } from './bank-file-problems.ts';

const behindProxy = 'Not in this practice: its bank runs on this PC. It appears at a real bank, on the network of a company with a proxy.';

export const enSituations: SituationTexts = {
  title: 'Change the situation (練習用)',
  note: 'Makes the chosen problem really happen at the practice bank or on this PC.',
  ordinary: 'As usual',
  atBank: 'What happens at the bank',
  onPc: 'What happens on this PC',
  moments: {
    'at-once': 'It appears at once, if the certificate is on this PC.',
    'next-answer': 'It appears the next time something is sent to the bank.',
    'next-press': 'It appears the next time you press a button on the screen.',
    identification: 'It appears when the contractor ID and the registration PIN are sent.',
    'wrong-entry': 'It appears at the next wrong entry of the contractor ID or the registration PIN.',
    'new-pins': 'It appears when the new PINs are sent. Go on to that screen first, then choose it.',
    'one-time-password': 'It appears when the one-time password is sent.',
    retrieval: 'It appears when you start retrieving the certificate. Finish the activation first, then choose it.',
    logon: 'It appears when you log on, once the certificate has been retrieved.',
    users: 'Log on first, then choose it. It appears at your next step in “Change contract information” (ご契約先管理情報変更).',
    'user-change': 'It appears when a change of a user is sent (利用者情報変更).',
    'user-registration': 'It appears when a new user is registered.',
    'registration-twice': 'Register a new user: the answer breaks off. It appears when you register the same user again.',
    'user-logon': 'It appears on the bank’s own page when a user logs on there. In the administrator’s list, users are shown as suspended.',
    'next-start': 'It appears when you close Kaitsu and start it again.',
  },
  byHand: 'What only your own actions bring about',
  byHandSteps: {
    ...enBankFileSteps,
    cancelled: 'Press “Cancel the retrieval” while the certificate is being retrieved.',
    'logged-off-as-asked': 'Press “Log off” after the logon.',
    'activation-left': 'Press “Log off” on the screen of the new PINs.',
    'log-off-not-told': 'After the logon, choose “The bank is not answering.” and press “Log off”.',
    'certificates-tidied': 'Choose “Old certificates are still on this PC.” above, then press “Tidy up” in the notice.',
    'certificate-waiting': 'Press “Start over” before the certificate is fetched, then go to the activation again.',
    'certificate-issued-to-lost-key':
      'Close Kaitsu while the certificate is being fetched, damage the file of the key (pending-<contractor ID>.pem) and go on.',
    'pending-key-unreadable':
      'Close Kaitsu while the certificate is being fetched, put a folder of the same name in place of the file of the key (pending-<contractor ID>.pem) and go on.',
    'certificate-in-browser-only': "After the certificate was fetched, delete Kaitsu's copy (<contractor ID>-<serial number>.p12).",
    'enrolment-pending': 'Not in this practice: its bank issues at once. It appears at banks that take time to approve.',
    'enrolment-due': 'Not in this practice. It appears at the time that a bank names which takes long to approve.',
    'proxy-unreachable': behindProxy,
    'proxy-refused': behindProxy,
    'proxy-credentials-wanted': behindProxy,
    'proxy-credentials-refused': behindProxy,
    'proxy-sign-in-unsupported': behindProxy,
    'connection-inspected': behindProxy,
  },
};

export const enScenarios: ScenarioTexts = {
  title: 'Begin at a scenario (練習用)',
  note: 'Brings the practice bank and the window to where customers often call.',
  groups: {
    release: '1  Release request (ロック解除の依頼)',
    activation: '2  Activation (開通確認)',
    certificate: '2(6)  Retrieving the certificate',
    logon: "Logon, and the certificate's end",
    users: '3  Users (利用者)',
  },
  question: (title) => `Begin at “${title}”?`,
  keepsPractice: 'Kaitsu opens again at this scenario. Your practice stays as it is; you come back to it when you end the scenario.',
  givesUpScenario: 'Kaitsu opens again at this scenario. What was done in the present one is not kept.',
  begin: 'Begin at this scenario',
  open: 'The scenario',
  leave: 'End the scenario',
  leaveQuestion: 'End the scenario?',
  leaveText: 'Kaitsu opens again at the practice as it was before. What was done in this scenario is not kept.',
  logonPin: 'Logon PIN (already set)',
  confirmationPin: 'Confirmation PIN (already set)',
  allSituations: 'All situations',
};
