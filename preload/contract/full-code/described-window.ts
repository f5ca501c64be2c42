import type { Language, TextSize } from '../preferences.ts';
import { type PreflightFinding, type preflightChecks, preflightFindings } from '../preflight-findings.ts';
import { lockedPins, lockReasons } from '../request-words.ts';
import { type Codec, type Coded, flag, oneOf, optional, record, upTo, variant } from './codec.ts';
import { codedProblems } from './coded-problems.ts';
import { type FormScreen, formCodec } from './described-fields.ts';
import { releases } from './releases.ts';

/**
 * The window as a full code tells it: which screen in which state, how it looks, and what went wrong. Lists grow at
 * their ends alone, up to their room, and parts are added at the end of a screen alone: then every code of an earlier
 * version is still read. Nothing here is a value typed, an ID, a name or a time.
 */

/** reply: what a request was refused with, and no state says. */
const problem = record({ code: oneOf(codedProblems, 160), place: oneOf(['state', 'notice', 'reply']) });
export type DescribedProblem = Coded<typeof problem>;

/** What is told of a problem beside it, where there is room: whether a time, more words and a reference are. */
const more = { retryAt: flag, remark: flag, reference: flag };
/** Beside a form also how many wrong entries are left; which field is refused stands in the form. */
const attempts = { attemptsLeft: oneOf([null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), ...more };

/** How long a certificate is good for, as far as it makes another screen. */
export const validityKinds = [
  'unknown',
  'notDue',
  'due',
  'lastDay',
  'closesToday',
  'closedRevokeFirst',
  'closedPaperForm',
  'expired',
  'revokeFirst',
  'paperForm',
] as const;
const validity = oneOf(validityKinds, 12);

const findingsOf = (check: (typeof preflightChecks)[number]) =>
  (Object.keys(preflightFindings) as PreflightFinding[]).filter((finding) => preflightFindings[finding].check === check);
/** null: under way. New findings stand at the end of the table, so that those of a check keep their order. */
const finding = (check: (typeof preflightChecks)[number], room: number): Codec<PreflightFinding | null> => oneOf([...findingsOf(check), null], room);
const preflight = record({
  phase: oneOf(['idle', 'running', 'done']),
  clock: finding('clock', 9),
  network: finding('network', 13),
  proxy: finding('proxy', 11),
  bankTls: finding('bankTls', 10),
  keychain: finding('keychain', 7),
  certificateStore: finding('certificateStore', 6),
  osUser: finding('osUser', 7),
  disk: finding('disk', 7),
});
export type DescribedPreflight = Coded<typeof preflight>;

const phase = oneOf(['editing', 'sending']);
const form = <S extends FormScreen>(screen: S) => ({ form: formCodec(screen), ...attempts });
const way = record({
  phase: oneOf(['running', 'cancelling', 'stopped', 'failed']),
  stage: oneOf(['key', 'request', 'sent', 'waiting', 'checked', 'installed', 'tried'], 10),
  waits: flag,
  /** What made it fail, where what is told beside it is another problem. */
  failure: optional(oneOf(codedProblems, 160)),
  ...more,
});
const menu = record({ offer: oneOf(['none', 'activation'], 3), preflight, details: flag, retryAt: flag });
/** What a field of the paper may be: '!' what is missing, '?' what cannot be. */
const entry = oneOf(['', 'filled', '!', '?']);
const chosen = (from: readonly string[], room: number) => oneOf([null, '!', ...from], room);

const lockedSets = Array.from({ length: 2 ** lockedPins.length }, (_, bits) => lockedPins.filter((_pin, index) => (bits >> index) % 2 === 1).join('+'));
const entries = record({
  date: entry,
  branch: entry,
  company: entry,
  representative: entry,
  accountKind: oneOf(['ordinary', 'current']),
  accountNumber: entry,
  contractorId: entry,
  lockedPins: oneOf([...lockedSets, '!'], 17),
  userName: entry,
  reason: chosen(lockReasons, 6),
  reasonText: entry,
  contactName: entry,
  contactPhone: entry,
});
export type DescribedEntries = Coded<typeof entries>;

/** The step behind the question after a restart. */
const steps = [
  'retrieval',
  'renewal',
  'newPins',
  'oneTimePassword',
  'identification',
  'certificateRequired',
  'certificateReady',
  'logonMenu',
  'activationMenu',
  'awaitingRelease',
  'locked',
  'loggedOn',
  'newPc',
] as const;

/** Every screen with what makes it look as it does. */
const shown = variant(
  'screen',
  {
    start: record({
      offer: oneOf(['none', 'retrieval', 'logon', 'activation'], 6),
      validity,
      record: flag,
      reminders: oneOf(['off', 'offered', 'snoozed']),
      ...more,
    }),
    'new-pc': record({ rightWaits: flag, offersReissue: flag, ...more }),
    locked: record({ offersReissue: flag, ...more }),
    'release-request': record({ paper: oneOf(['locked', 'awaitingRelease', 'reissue']), saved: oneOf(['no', 'before', 'now']), entries }),
    'awaiting-release': record({ designatedPc: flag, customerCard: flag, applicationForm: flag, reminder: flag, ...more }),
    'logon-menu': menu,
    'activation-menu': menu,
    identification: record({ phase, certificateHere: flag, known: flag, ...form('identification') }),
    'new-pins': record({ phase, certificateHere: flag, ...form('new-pins') }),
    'one-time-password': record({ phase, row: upTo(20), column: upTo(20), ...form('one-time-password') }),
    'certificate-required': record(more),
    retrieval: way,
    renewal: way,
    'certificate-ready': record({ phase, validity, ...form('certificate-ready') }),
    'logged-on': record({
      firstTime: flag,
      lockedUsers: oneOf(['unknown', 'none', 'some']),
      validity,
      record: flag,
      saved: flag,
      told: flag,
      details: flag,
      ...more,
    }),
    resume: record({ step: oneOf(steps, 16), ...more }),
    'journal-unavailable': record(more),
    places: record({
      banks: oneOf(['none', 'empty', 'one', 'several'], 6),
      expired: flag,
      practice: oneOf(['offered', 'begun', 'forbidden']),
      prescribed: oneOf(['no', 'unnamed', 'named']),
      told: oneOf([null, 'taken', 'waiting', 'same'], 6),
      ...more,
    }),
    'bank-file': record({ entry: oneOf(['', 'filled', '!'], 4), ...more }),
    'users-menu': record({ validity, ...more }),
    'users-register-or-change': record({ validity, ...more }),
    'user-selection': record({
      list: oneOf(['loading', 'unreachable', 'few', 'many', 'nobody'], 8),
      todo: oneOf(['none', 'all', 'someDone', 'allDone']),
      done: oneOf([null, 'pins', 'lastPins', 'data', 'registered'], 6),
      ...more,
    }),
    'user-change': record({ phase, part: oneOf(['pins', 'data']), suspended: flag, ...form('user-change') }),
    'user-register': record({ phase, ...form('user-register') }),
    waiting: record({}),
    unavailable: record({}),
  },
  36,
);
export type DescribedScreen = Coded<typeof shown>;

const updates = oneOf(['off', 'idle', 'checking', 'current', 'offered', 'downloading', 'ready', 'failed'], 8);
/** What stands before the screen. */
const over = variant(
  'what',
  {
    none: record({}),
    help: record({}),
    settings: record({ prescribed: flag, updates }),
    startOver: record({}),
    logOff: record({}),
    review: record({}),
    question: record({}),
    proxySignIn: record({}),
    record: record({}),
    practicePanel: record({ status: oneOf(['locked', 'released', 'active']), situation: optional(oneOf(codedProblems, 160)) }),
    screenCode: record({}),
  },
  11,
);
export type DescribedOver = Coded<typeof over>;

// Lists of their own: those of the preferences stand beside schemas, which the window does not load.
const languages = ['ja', 'en', 'ko'] as const satisfies readonly Language[];
const textSizes = ['standard', 'large', 'largest'] as const satisfies readonly TextSize[];
/** light and dark as chosen, or as the system has them. */
export const looks = ['light', 'dark', 'systemLight', 'systemDark'] as const;
export const osFamilies = ['windows', 'macos', 'linux', 'other'] as const;
/** Bank profiles are told apart by a mark of so many values: see profile-mark.ts. */
export const profileMarks = 16;

export const windowCodec = record({
  version: oneOf(releases, 32),
  os: oneOf(osFamilies),
  language: oneOf(languages, 4),
  look: oneOf(looks),
  textSize: oneOf(textSizes, 3),
  shuffledKeys: flag,
  profile: upTo(profileMarks - 1),
  problem: optional(problem),
  over,
  /** Where what is behind a fold was unfolded, and the screen is scrolled to its end. */
  unfolded: flag,
  atEnd: flag,
  shown,
});
export type DescribedWindow = Coded<typeof windowCodec>;
