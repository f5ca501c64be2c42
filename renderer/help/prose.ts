import type { Language } from '../../preload/contract/preferences.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';

/** What the manual says in its own words. Labels are handed in from the text catalogue, rules from the bank's profile. */

/** The screens that the manual shows, in its order. */
export const manualScreens = [
  'start',
  'newPc',
  'locked',
  'releaseRequest',
  'awaitingRelease',
  'preflight',
  'logonMenu',
  'activationMenu',
  'identification',
  'newPins',
  'oneTimePassword',
  'certificateRequired',
  'retrieval',
  'certificateReady',
  'loggedOn',
  'renewal',
  'usersMenu',
  'usersRegisterOrChange',
  'userSelection',
  'userChange',
  'userData',
  'userRegister',
] as const;
export type ManualScreen = (typeof manualScreens)[number];

/** What differs from bank to bank. */
export type ManualFacts = {
  readonly bank: string;
  readonly attempts: number;
  readonly minutes: number;
  readonly retrievalDays: number;
  readonly validityDays: number;
  readonly renewalDays: number;
  readonly graceDays: number;
  /** In Japan, on the last day for a renewal; null: all day. */
  readonly renewalClosesAt: string | null;
  readonly afterGrace: 'revokeFirst' | 'paperForm';
  readonly userLimit: number;
  readonly phone: string;
  readonly hours: string;
};

const chapters = ['overview', 'release', 'activation', 'users', 'certificate', 'trouble', 'glossary', 'codes', 'back'] as const;
export type Chapter = (typeof chapters)[number];

/** The chapters of a language's manual, in their order: only where the bank's words are foreign is there a glossary of them. */
export function chaptersOf(language: Language): readonly Chapter[] {
  return chapters.filter((chapter) => chapter !== 'glossary' || language !== 'ja');
}

/** One screen: what one does there, and what happens then. */
export type ScreenProse = { readonly does: readonly [string, ...string[]]; readonly after: string; readonly note?: string };

/** The screens of one chapter; together they are all, or the manual does not compile. */
export type SomeScreens = Readonly<Partial<Record<ManualScreen, ScreenProse>>>;

export type ManualProse = {
  readonly title: string;
  readonly subtitle: string;
  readonly forWhom: string;
  readonly contents: string;
  readonly version: (version: string) => string;
  readonly chapters: Readonly<Record<Chapter, { readonly title: string; readonly lead: string }>>;
  /** The way at a glance: what, by whom, where, and about how long. */
  readonly way: readonly { readonly what: string; readonly who: string; readonly where: string; readonly time: string }[];
  readonly ready: string;
  readonly readyNotes: readonly string[];
  /** What is ticked off on the back cover. */
  readonly checklist: readonly string[];
  readonly screens: Readonly<Record<ManualScreen, ScreenProse>>;
  readonly care: readonly { readonly title: string; readonly text: string }[];
  readonly words: {
    readonly does: string;
    readonly after: string;
    readonly fields: string;
    readonly message: string;
    readonly number: string;
    readonly next: string;
    readonly call: string;
    readonly screen: string;
    readonly page: string;
    readonly japanese: string;
    readonly translation: string;
    readonly problems: string;
    readonly noCall: string;
    readonly callBank: string;
    readonly what: string;
    readonly who: string;
    readonly where: string;
    readonly time: string;
  };
};

export type ProseOf = (text: Catalogue, facts: ManualFacts) => ManualProse;
export type Proses = Readonly<Record<Language, ProseOf>>;
