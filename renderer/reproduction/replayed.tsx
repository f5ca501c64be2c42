import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { KaitsuApi, StateName } from '../../preload/contract/contract.ts';
import { App } from '../app.tsx';
import { ErrorBoundary } from '../components/problem/error-boundary.tsx';
import { stopPageClock } from '../state/page-clock.ts';
import { createStores, type KnownStates, type Stores } from '../state/stores.ts';
import type { LoadedTexts } from '../text/use-catalogue.ts';

/** A moment of a session that was recorded. */
export type ReplayedMoment = {
  readonly states: KnownStates;
  /** When it was, in milliseconds since 1970. */
  readonly at: number;
  /** Which run of the program it belongs to: another one is drawn from nothing. */
  readonly run: number;
  /** Drawn from nothing all the same: for a picture, in which what was drawn before leaves no trace. */
  readonly anew: boolean;
};

/** Draws one moment after another, as the window itself goes from one published value to the next. */
export type Replayed = {
  /** @param texts in the moment's language. Done when it returns. */
  draw(moment: ReplayedMoment, texts: LoadedTexts): void;
};

export function createReplayed(into: HTMLElement): Replayed {
  let stores: Stores = createStores();
  let root: Root | null = null;
  let run: number | null = null;
  let held: Partial<KnownStates> = {};
  let revision = 0;

  /** What has not changed is the same object, and nothing is drawn for it. */
  function publish<S extends StateName>(name: S, states: KnownStates): void {
    if (held[name] === states[name]) return;
    revision += 1;
    stores[name].setState({ published: { revision, value: states[name] }, failed: false });
  }

  return {
    draw({ states, at, run: ofRun, anew }, texts) {
      const isOther = anew || run !== ofRun;
      run = ofRun;
      if (isOther) {
        root?.unmount();
        root = createRoot(into);
        stores = createStores();
        held = {};
      }
      flushSync(() => {
        stopPageClock(at);
        for (const name of Object.keys(stores) as StateName[]) publish(name, states);
        held = states;
        if (isOther)
          root?.render(
            <ErrorBoundary>
              <App api={silentApi} stores={stores} texts={texts} />
            </ErrorBoundary>,
          );
      });
    },
  };
}

/** What the window would ask for is in no bundle: it waits for it, as it did until the answer came. */
const never = new Promise<never>(() => undefined);
const silent = () => never;
const silentGroup = new Proxy({}, { get: () => silent });
// The contract's names are known at run time by its schemas alone, which the window does not load.
const silentApi = new Proxy({}, { get: () => silentGroup }) as KaitsuApi;
