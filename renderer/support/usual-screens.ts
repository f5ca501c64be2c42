import { type DescribedForm, type FormScreen, formFields } from '../../preload/contract/full-code/described-fields.ts';
import type { DescribedScreen } from '../../preload/contract/full-code/described-window.ts';
import type { FieldName } from '../../preload/contract/problem.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { preflight } from '../help/samples/preflight.ts';
import { describePreflight } from '../reproduction/preflight.ts';
import { describeEntries } from '../reproduction/request-entries.ts';
import type { ScreenWord } from './words.ts';

/** Each screen as it usually comes: what a short code is drawn as, and what lies before and behind on the way. */

const more = { retryAt: false, remark: false, reference: false } as const;

/** A form in which nothing was entered yet. */
function untouched(screen: FormScreen) {
  const names = Object.keys(formFields[screen]) as FieldName[];
  const form: DescribedForm = { notes: Object.fromEntries(names.map((name) => [name, 'empty'])), at: null, keyboard: 'closed' };
  return { phase: 'editing', form, attemptsLeft: null, ...more } as const;
}

const menu = { offer: 'none', preflight: describePreflight(preflight()), details: false, retryAt: false } as const;
const way = { phase: 'running', waits: false, failure: null, ...more } as const;
const validity = 'notDue';

type Usual = { readonly [S in ScreenWord]: Extract<DescribedScreen, { screen: S }> };

export const usualScreens: Usual = {
  start: { screen: 'start', offer: 'none', validity: 'unknown', record: false, reminders: 'off', ...more },
  'new-pc': { screen: 'new-pc', rightWaits: false, offersReissue: true, ...more },
  locked: { screen: 'locked', offersReissue: true, ...more },
  'release-request': { screen: 'release-request', paper: 'locked', saved: 'no', entries: describeEntries(noEntries, new Set()) },
  'awaiting-release': { screen: 'awaiting-release', designatedPc: false, customerCard: false, applicationForm: false, reminder: false, ...more },
  'logon-menu': { screen: 'logon-menu', ...menu },
  'activation-menu': { screen: 'activation-menu', ...menu },
  identification: { screen: 'identification', certificateHere: false, known: false, ...untouched('identification') },
  'new-pins': { screen: 'new-pins', certificateHere: false, ...untouched('new-pins') },
  'one-time-password': { screen: 'one-time-password', row: 3, column: 7, ...untouched('one-time-password') },
  'certificate-required': { screen: 'certificate-required', ...more },
  retrieval: { screen: 'retrieval', stage: 'sent', ...way },
  renewal: { screen: 'renewal', stage: 'sent', ...way },
  'certificate-ready': { screen: 'certificate-ready', validity, ...untouched('certificate-ready') },
  'logged-on': { screen: 'logged-on', firstTime: false, lockedUsers: 'none', validity, record: true, saved: false, told: false, details: false, ...more },
  resume: { screen: 'resume', step: 'newPins', ...more },
  'journal-unavailable': { screen: 'journal-unavailable', ...more },
  places: { screen: 'places', banks: 'none', expired: false, practice: 'offered', prescribed: 'no', told: null, ...more },
  'bank-file': { screen: 'bank-file', entry: '', ...more },
  'users-menu': { screen: 'users-menu', validity, ...more },
  'users-register-or-change': { screen: 'users-register-or-change', validity, ...more },
  'user-selection': { screen: 'user-selection', list: 'few', todo: 'all', done: null, ...more },
  'user-change': { screen: 'user-change', part: 'pins', suspended: false, ...untouched('user-change') },
  'user-register': { screen: 'user-register', ...untouched('user-register') },
  waiting: { screen: 'waiting' },
  unavailable: { screen: 'unavailable' },
};

/** What the manual counts as screens of their own, and the code as one. */
export const reissuePaper: DescribedScreen = { ...usualScreens['release-request'], paper: 'reissue' };
export const otherScreens: readonly DescribedScreen[] = [reissuePaper, { ...usualScreens['user-change'], part: 'data' }];
