import type { Page } from 'playwright';
import type { PublishedBank } from '../../../preload/contract/bank.ts';
import type { BundlePreview, BundleState } from '../../../preload/contract/bundle.ts';
import type { HandOverPaper, HandOverState } from '../../../preload/contract/hand-over.ts';
import type { Places } from '../../../preload/contract/places.ts';
import type { PracticePapers, PracticeScenarios } from '../../../preload/contract/practice.ts';
import type { TextSize } from '../../../preload/contract/preferences.ts';
import type { Preflight } from '../../../preload/contract/preflight.ts';
import type { Problem } from '../../../preload/contract/problem.ts';
import type { ProblemCode } from '../../../preload/contract/problem-numbers.ts';
import type { ProcedureSnapshot } from '../../../preload/contract/procedure.ts';
import type { RecordState } from '../../../preload/contract/record.ts';
import type { ReleaseRequest } from '../../../preload/contract/release-request.ts';
import type { Reminders } from '../../../preload/contract/reminders.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { UpdatesState } from '../../../preload/contract/updates.ts';
import type { UsersState } from '../../../preload/contract/users.ts';
import type { ScreenName, usersScreenNames } from '../../../renderer/state/screen-of.ts';
import type { Catalogue } from '../../../renderer/text/ja/catalogue.ts';
import type { FakeSetUp } from '../../window/fake-main.ts';

/** What can stand in the window beside the screens of the procedure: keyboard, panel, question, and what is drawn without any state. */
export type Surrounding =
  | 'software-keyboard'
  | 'practice-panel'
  | 'start-over'
  | 'log-off'
  | 'help'
  | 'hand-over'
  | 'settings'
  | 'screen-code'
  | 'bundle'
  | 'waiting'
  | 'unavailable';
export type ScreenKey = ScreenName | (typeof usersScreenNames)[keyof typeof usersScreenNames] | Surrounding;

/** A screen in one state: the published values, and what is done on the screen before it is looked at. */
export type Scene = {
  /** Number and words, e.g. "08-identification-refused"; part of the pictures' file names. */
  readonly name: string;
  readonly screen: ScreenKey;
  readonly snapshot: ProcedureSnapshot;
  readonly users?: UsersState;
  readonly request?: ReleaseRequest;
  readonly record?: RecordState;
  readonly bundle?: BundleState;
  readonly handOver?: HandOverState;
  /** What the hand-over record says, where it differs. */
  readonly handOverPaper?: HandOverPaper;
  readonly preflight?: Preflight;
  readonly places?: Places;
  readonly settings?: Settings;
  readonly reminders?: Reminders;
  readonly updates?: UpdatesState;
  /** A bank that differs from the one the gallery is drawn for. */
  readonly bank?: (bank: PublishedBank) => PublishedBank;
  /** What a bundle for support would hold, where it differs. */
  readonly preview?: BundlePreview;
  /** The demo company's papers, where they differ. */
  readonly papers?: PracticePapers;
  readonly scenarios?: PracticeScenarios;
  /** The keys of the software keyboard stand in another order each time. */
  readonly shuffledKeys?: boolean;
  readonly textSize?: TextSize;
  readonly broken?: FakeSetUp['broken'];
  readonly prepare?: (page: Page, text: Catalogue) => Promise<unknown>;
  /** The whole of what can be scrolled, not the window alone. */
  readonly whole?: boolean;
  /** A selector of what the screen itself scrolled into sight: in a window of another size it is brought there again. */
  readonly inSight?: string;
  /** The page says on its console what went wrong, as it should here. */
  readonly complains?: boolean;
};

/** At least one: a screen without a scene does not compile. */
export type Scenes = readonly [Scene, ...Scene[]];

/** @returns the problem that a scene shows; null where it shows none */
export function problemOf({ snapshot, users, places }: Scene): Problem | null {
  if (places?.open === null) return places.problem;
  const shown = users === undefined || users.screen === 'closed' ? snapshot.state : users;
  return snapshot.notice ?? ('problem' in shown ? shown.problem : null);
}

/** @returns the code of the problem that a scene shows; null where it shows none */
export function codeOf(scene: Scene): ProblemCode | null {
  return problemOf(scene)?.code ?? null;
}

/** Types into a field of the form that is open. */
export function fill(page: Page, name: string, value: string): Promise<void> {
  return page.locator(`#field-${name}`).fill(value);
}

/** Scrolls the screen to its end. */
export function toEnd(page: Page): Promise<void> {
  return page.locator('.content').evaluate((element) => element.scrollTo(0, element.scrollHeight));
}
