import type { Language } from '../../preload/contract/preferences.ts';
import type { StepOrderName } from '../../preload/contract/step-order.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';

/** What the manual says in its own words. Labels are handed in from the text catalogue, rules from the bank's profile. */

/** The screens that the manual shows, in its order. */
export const manualScreens = [
  'places',
  'bankFile',
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
  /** Whether the certificate comes before the activation with its new PINs. */
  readonly certificateFirst: boolean;
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

/** @returns the screens in this bank's order */
export function screensInOrder(order: StepOrderName): readonly ManualScreen[] {
  if (order === 'activationFirst') return manualScreens;
  const others = manualScreens.filter((screen) => screen !== 'newPins');
  return others.flatMap((screen) => (screen === 'retrieval' ? [screen, 'newPins'] : [screen]));
}

/** Where the new PINs stand in the way at a glance, and how many lines the one-time password and the certificate take. */
const pinsLine = 4;
const between = 2;

/** @param way in the manual's order @returns in this bank's */
export function wayInOrder(way: ManualProse['way'], { certificateFirst }: ManualFacts): ManualProse['way'] {
  if (!certificateFirst) return way;
  const after = pinsLine + 1 + between;
  return [...way.slice(0, pinsLine), ...way.slice(pinsLine + 1, after), ...way.slice(pinsLine, pinsLine + 1), ...way.slice(after)];
}

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
