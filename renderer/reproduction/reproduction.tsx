import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { KaitsuApi, StateName } from '../../preload/contract/contract.ts';
import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { Language } from '../../preload/contract/preferences.ts';
import { App } from '../app.tsx';
import { Waiting } from '../components/frame/waiting.tsx';
import { ErrorBoundary } from '../components/problem/error-boundary.tsx';
import { Unavailable } from '../components/problem/unavailable.tsx';
import { prefetchScreens } from '../screens/screen-view.tsx';
import { prefetchUsersScreens } from '../screens/users-view.tsx';
import { createStores, type Stores } from '../state/stores.ts';
import { loadCatalogue } from '../text/catalogues.ts';
import { languageOrder } from '../text/internal-texts.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import { actOut } from './act-out.ts';
import { createReplayed, type ReplayedMoment } from './replayed.tsx';
import { type Reproduced, type ReproducedBank, reproduce } from './reproduce.ts';
import '../styles/tokens.css';
import '../styles/base.css';

/**
 * A page that draws the window of a full code, or a moment of a recorded session, by the very renderer, in a frame of the
 * support mode. It has no border to any main: whatever is pressed here goes nowhere.
 */
export type Reproduction = {
  /** Draws one window after another, each from nothing. @returns once it stands there as described */
  readonly show: (described: DescribedWindow, bank: ReproducedBank) => Promise<void>;
  /** To be waited for before the first moment is drawn; called ahead, it has all that is drawn with fetched. @param spoken the languages of the session */
  readonly prepareReplay: (spoken: readonly Language[]) => Promise<void>;
  /** Draws a moment of a session, and of the one before it only what changed. Done when it returns, but for a screen's first time. */
  readonly replay: (moment: ReplayedMoment) => void;
  /** Resolves once what was drawn last stands there, with its fonts. */
  readonly settled: () => Promise<void>;
};

declare global {
  interface Window {
    /** Called by the page around the frame. */
    reproduction?: Reproduction;
  }
}

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no root element.');
const into = element;
let root: Root | null = null;
/** What was asked for last: an earlier one that is still being drawn gives up. */
let latest = 0;

// What a code may tell is there before it comes.
void import('../styles/fonts.ts').then(() => requestIdleCallback(() => void loadLetters(), { timeout: 1000 }));
requestIdleCallback(prefetchScreens, { timeout: 500 });
requestIdleCallback(prefetchUsersScreens, { timeout: 1000 });
window.reproduction = { show, prepareReplay, replay, settled };

async function show(described: DescribedWindow, bank: ReproducedBank): Promise<void> {
  latest += 1;
  const mine = latest;
  const text = await loadCatalogue(described.language);
  if (mine !== latest) return;
  root?.unmount();
  root = createRoot(into);
  const { screen } = described.shown;
  if (screen === 'waiting' || screen === 'unavailable') {
    root.render(screen === 'waiting' ? <Waiting /> : <Unavailable />);
    return settled();
  }
  const reproduced = reproduce(described, bank);
  const texts = { language: described.language, text };
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <App api={apiOf(reproduced)} stores={storesOf(reproduced)} texts={texts} />
      </ErrorBoundary>
    </StrictMode>,
  );
  await drawn(screen);
  if (mine !== latest) return;
  await settled();
  // As on a first screen: the heading has the focus only where a screen follows another.
  if (document.activeElement instanceof HTMLHeadingElement) document.activeElement.blur();
  await actOut(described, document, text);
  await settled();
}

const texts = new Map<Language, Catalogue>();
const replayed = createReplayed(into);

async function prepareReplay(spoken: readonly Language[]): Promise<void> {
  // What is out of sight has no idle time: it is told when it is time.
  void prefetchScreens();
  void prefetchUsersScreens();
  void loadLetters();
  await Promise.all(spoken.map(async (language) => texts.set(language, await loadCatalogue(language))));
}

function replay(moment: ReplayedMoment): void {
  const { language } = moment.states.preferences;
  const text = texts.get(language);
  if (text === undefined) throw new Error('prepareReplay was not waited for.');
  replayed.draw(moment, { language, text });
}

function storesOf({ states }: Reproduced): Stores {
  const stores = createStores();
  const publish = <S extends StateName>(name: S) => stores[name].setState({ published: { revision: 1, value: states[name] }, failed: false });
  for (const name of Object.keys(stores) as StateName[]) publish(name);
  return stores;
}

/** Answers what the description tells; everything else is accepted, and nothing comes of it. */
function apiOf({ answers }: Reproduced): KaitsuApi {
  const answerOf = (name: string) => answers[name] ?? answers['*'] ?? { ok: true };
  const group = (name: string) => new Proxy({}, { get: (_target, request) => async () => answerOf(`${name}.${String(request)}`) });
  // The contract's names are known at run time by its schemas alone, which the window does not load.
  return new Proxy({}, { get: (_target, name) => group(String(name)) }) as KaitsuApi;
}

/** The pieces of the fonts that the texts need, of each language: fetched one by one while a screen is drawn, they hold it up. */
async function loadLetters(): Promise<void> {
  for (const language of languageOrder) {
    const letters = JSON.stringify(await loadCatalogue(language));
    await Promise.all(['Noto Sans JP Variable', 'Noto Sans KR Variable'].map((family) => document.fonts.load(`1rem "${family}"`, letters)));
  }
}

const frame = () => new Promise((next) => requestAnimationFrame(next));

/** @throws Error where the screen does not come */
async function drawn(screen: string): Promise<void> {
  for (let frames = 0; frames < 600; frames += 1) {
    const heading = document.querySelector('.content .sheet h1');
    if (document.querySelector('.window')?.getAttribute('data-screen') === screen && heading?.checkVisibility() === true) return;
    await frame();
  }
  throw new Error(`The screen ${screen} was not drawn.`);
}

/** Fonts are there, what is fetched at a screen's first time is there, and what changed is drawn. */
async function settled(): Promise<void> {
  await frame();
  for (let frames = 0; frames < 600 && document.querySelector('.skeleton') !== null; frames += 1) await frame();
  do {
    await document.fonts.ready;
    await frame();
  } while (document.fonts.status !== 'loaded' || document.getAnimations().some(ends));
}

/** What goes over into something else; a wheel that turns for ever is as it is. */
function ends({ effect, playState }: Animation): boolean {
  return playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
}
