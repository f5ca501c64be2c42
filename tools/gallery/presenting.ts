import type { BankProfile } from '../../main/bank/profile.ts';
import { publishedBank } from '../../main/bank/published-bank.ts';
import type { Preferences } from '../../preload/contract/preferences.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { practicePlaces } from '../../renderer/reproduction/samples/published.ts';
import { type OpenUsers, openUsers, placesScreenOf, screenOf, usersScreenNames } from '../../renderer/state/screen-of.ts';
import type { FakeSetUp } from '../window/fake-main.ts';
import { publishedStates, usualAnswers } from '../window/published.ts';
import { practiceBank, states } from '../window/snapshots.ts';
import type { Scene } from './scenes/scene.ts';

/** What goes from the gallery into a page, and the functions that run there. */

export type Presented = {
  readonly screen: string;
  readonly states: FakeSetUp['states'];
  readonly answers: Readonly<Record<string, unknown>>;
};

const done = { ok: true, value: { kind: 'done' } };

/** The published values of a scene, and the screen that they draw; of a bank's own window where its profile is given. */
export function presentedOf(scene: Scene, look: Partial<Pick<Preferences, 'language' | 'theme'>> = {}, profile: BankProfile | null = null): Presented {
  const usualBank = profile === null ? practiceBank : publishedBank(profile);
  const usual = publishedStates(
    scene,
    { ...look, textSize: scene.textSize ?? 'standard', shuffledKeys: scene.shuffledKeys ?? false },
    scene.bank?.(usualBank) ?? usualBank,
  );
  const states = profile === null ? usual : { ...usual, releaseRequest: { ...usual.releaseRequest, layout: profile.releaseRequest } };
  const opened = openUsers(scene.snapshot, states.users);
  return {
    screen: screenName(scene, states, opened),
    states,
    answers: {
      ...usualAnswers,
      ...(scene.preview === undefined ? {} : { 'bundle.prepare': { ok: true, value: scene.preview } }),
      ...(scene.handOverPaper === undefined ? {} : { 'handOver.read': { ok: true, value: scene.handOverPaper } }),
      ...(scene.papers === undefined ? {} : { 'practice.readPapers': { ok: true, value: scene.papers } }),
      ...(scene.scenarios === undefined ? {} : { 'practice.readScenarios': { ok: true, value: scene.scenarios } }),
      'releaseRequest.saveAsPdf': done,
      'releaseRequest.print': done,
      'releaseRequest.saveReminder': done,
      'record.saveAsPdf': done,
      'record.print': done,
      'handOver.save': done,
      'handOver.print': done,
    },
  };
}

function screenName({ snapshot, places }: Scene, { releaseRequest }: FakeSetUp['states'], opened: OpenUsers | null): string {
  if (places?.open === null) return placesScreenOf(places);
  return opened === null ? screenOf(snapshot, releaseRequest) : usersScreenNames[opened.screen];
}

/** A screen that is another than the one to come: what stands between two scenes, so that nothing of the first is left in the second. */
export function betweenOf(screen: string, presented: Presented): Presented {
  const procedure = screen === 'logon-menu' ? snapshotOf(states.activationMenu) : snapshotOf(states.logonMenu);
  return {
    ...presented,
    screen: screenOf(procedure, { open: false, form: 'release' }),
    states: {
      ...presented.states,
      procedure,
      places: practicePlaces,
      users: { screen: 'closed' },
      record: { ...presented.states.record, open: false },
      handOver: { open: false, savedAs: null },
    },
  };
}

/** Runs in the page: publishes one after the other (what stands between, and then a scene), each until it is drawn. It must stand by itself. */
export async function present(row: readonly Presented[]): Promise<void> {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const until = async (screen: string) => {
    for (let tries = 0; tries < 600; tries += 1) {
      // A screen that is not there any more is kept, unseen, until the code of the next one is loaded.
      const heading = document.querySelector('.content .sheet h1');
      if (document.querySelector('.window')?.getAttribute('data-screen') === screen && heading?.checkVisibility() === true) return;
      await frame();
    }
    throw new Error(`The screen ${screen} was not drawn.`);
  };
  const { publish, answers } = window.fakeMain;
  for (const { screen, states, answers: given } of row) {
    Object.assign(answers, given);
    // The screen is the procedure's: it comes when all else is there.
    const { procedure, ...others } = states;
    for (const name of Object.keys(others) as (keyof typeof others)[]) publish(name, others[name]);
    publish('procedure', procedure);
    await until(screen);
  }
  // As on the first screen: the heading has the focus only where a screen follows another.
  if (document.activeElement?.tagName === 'H1' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.querySelector('.content')?.scrollTo(0, 0);
}

/** Runs in the page: waits until fonts are there and what changed is drawn. */
export async function settle(): Promise<void> {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame();
  // They come after the first screen; a page that draws none has none.
  for (let frames = 0; frames < 120 && ![...document.fonts].some(({ family }) => family.includes('Noto Sans JP')); frames += 1) await frame();
  do {
    await document.fonts.ready;
    await frame();
  } while (document.fonts.status !== 'loaded');
}

/** Runs in the page before its scripts: no movement, no caret, a clock that stands still, and chance that falls alike each time. */
export function holdStill(now: string): void {
  const fixed = Date.parse(now);
  window.Date = class extends Date {
    constructor(...given: unknown[]) {
      // Date's own overloads are many; what is given is handed on as it is.
      super(...((given.length === 0 ? [fixed] : given) as [number]));
    }
    static override now(): number {
      return fixed;
    }
  } as DateConstructor;
  // Marsaglia's xorshift in place of the browser's source: shuffled keys stand in the same order in every picture.
  let last = 2_463_534_242;
  const next = () => {
    last ^= last << 13;
    last ^= last >>> 17;
    last ^= last << 5;
    return last;
  };
  const getRandomValues = (numbers: Uint32Array) => {
    numbers.set(numbers.map(next));
    return numbers;
  };
  Object.assign(crypto, { getRandomValues });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }');
  document.adoptedStyleSheets = [sheet];
}
