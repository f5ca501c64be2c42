import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import type { KaitsuApi } from '../preload/contract/contract.ts';
import type { ProcedureSnapshot } from '../preload/contract/procedure.ts';
import { OfferCard } from './components/certificate/offer-card.tsx';
import { Footer } from './components/frame/footer.tsx';
import { Header } from './components/frame/header.tsx';
import { Rail } from './components/frame/rail.tsx';
import { SessionWarning } from './components/frame/session-warning.tsx';
import { Skeleton } from './components/frame/skeleton.tsx';
import { usePreferences } from './components/frame/use-preferences.ts';
import { UsersRail } from './components/frame/users-rail.tsx';
import { Waiting } from './components/frame/waiting.tsx';
import { useWindow, WindowProvider } from './components/frame/window-context.tsx';
import { NoticeBanner } from './components/problem/notice-banner.tsx';
import { Unavailable } from './components/problem/unavailable.tsx';
import { helpPageOf, placesHelpOf } from './help/help-page.ts';
import { ScreenView } from './screens/screen-view.tsx';
import { UsersView } from './screens/users-view.tsx';
import { codeOf, placesCodeOf } from './state/code-of.ts';
import { type LiveSession, liveSession } from './state/live-session.ts';
import { noticeOf, type OpenUsers, openUsers, placeOnWay, placesScreenOf, screenOf, showsWay, usersScreenNames } from './state/screen-of.ts';
import { type KnownStates, knownStates, type Stores } from './state/stores.ts';
import { type LoadedTexts, useCatalogue } from './text/use-catalogue.ts';
import './app.css';

const RecordDialog = lazy(() => import('./screens/record/record-dialog.tsx').then((module) => ({ default: module.RecordDialog })));
const BundleDialog = lazy(() => import('./screens/bundle/bundle-dialog.tsx').then((module) => ({ default: module.BundleDialog })));
const HandOverDialog = lazy(() => import('./screens/hand-over/hand-over-dialog.tsx').then((module) => ({ default: module.HandOverDialog })));
const PlacesView = lazy(() => import('./screens/places/places-view.tsx').then((module) => ({ default: module.PlacesView })));
const PracticePanel = lazy(() => import('./practice/practice-panel.tsx').then((module) => ({ default: module.PracticePanel })));

/** The whole window, drawn from the published states. */
export function App({ api, stores, texts }: { readonly api: KaitsuApi; readonly stores: Stores; readonly texts: LoadedTexts | null }) {
  const known = knownStates({
    procedure: useStore(stores.procedure),
    users: useStore(stores.users),
    preferences: useStore(stores.preferences),
    bank: useStore(stores.bank),
    releaseRequest: useStore(stores.releaseRequest),
    record: useStore(stores.record),
    bundle: useStore(stores.bundle),
    handOver: useStore(stores.handOver),
    preflight: useStore(stores.preflight),
    places: useStore(stores.places),
    settings: useStore(stores.settings),
    reminders: useStore(stores.reminders),
    updates: useStore(stores.updates),
    support: useStore(stores.support),
  });
  if (known === 'failed') return <Unavailable />;
  if (known === 'waiting') return <Waiting />;
  return <Translated {...known} api={api} texts={texts} />;
}

type TranslatedProps = KnownStates & { readonly api: KaitsuApi; readonly texts: LoadedTexts | null };

/** Gives the screens their texts, in the language that was pressed last. */
function Translated({ texts, procedure: snapshot, users, preferences: published, ...known }: TranslatedProps) {
  const preferences = usePreferences(published, known.api);
  const catalogue = useCatalogue(preferences.language.value, texts);
  if (catalogue.failed) return <Unavailable />;
  if (catalogue.loaded === null) return <Waiting />;
  const opened = openUsers(snapshot, users, known.releaseRequest);
  const isListed = known.places.open === null;
  const screenCode = isListed ? placesCodeOf(known.places) : codeOf(snapshot, opened, known.releaseRequest);
  const { text } = catalogue.loaded;
  const fullCode = () => reproduction().then(({ fullCodeOf }) => fullCodeOf({ procedure: snapshot, users, preferences: published, ...known }, text));
  const lockedUsers = users.screen === 'closed' ? (users.lockedUsers ?? null) : null;
  return (
    <WindowProvider value={{ ...known, preferences, ...catalogue.loaded, screenCode, fullCode, lockedUsers }}>
      {known.bundle.open && (
        <Suspense>
          <BundleDialog />
        </Suspense>
      )}
      {isListed ? <Lobby /> : <Window snapshot={snapshot} opened={opened} session={liveSession(snapshot, users)} />}
    </WindowProvider>
  );
}

/** While no place is open: the list of places, and nothing of a bank. */
function Lobby() {
  const { places, text } = useWindow();
  return (
    <div className="window" data-panel="closed" data-way="none" data-screen={placesScreenOf(places)}>
      <button type="button" className="skip" onClick={skipToContent}>
        {text.shell.skip}
      </button>
      <Header session={null} panelOpen={false} onTogglePanel={noPanel} />
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<Skeleton />}>
          <PlacesView />
        </Suspense>
      </main>
      <Footer help={placesHelpOf(places)} />
    </div>
  );
}

const noPanel = (): void => undefined;
/** Its code is fetched when a full code is first wanted. */
const reproduction = () => import('./reproduction/full-code-of.ts');

type WindowProps = { readonly snapshot: ProcedureSnapshot; readonly opened: OpenUsers | null; readonly session: LiveSession | null };

/** What stands around the screen, and the screen. */
function Window({ snapshot, opened, session }: WindowProps) {
  const { bank, releaseRequest: request, record, handOver, text } = useWindow();
  const [panelOpen, setPanelOpen] = useState(false);
  const panel = panelOpen && bank.practice;
  const way = opened !== null || showsWay(snapshot, request);
  const closePanel = () => {
    // Back to the button that opened it, which stays; else the focus would be lost with the panel.
    document.querySelector<HTMLElement>('[aria-controls="practice-panel"]')?.focus();
    setPanelOpen(false);
  };
  return (
    <div
      className="window"
      data-panel={panel ? 'open' : 'closed'}
      data-way={way ? 'shown' : 'none'}
      data-screen={opened === null ? screenOf(snapshot, request) : usersScreenNames[opened.screen]}
    >
      <button type="button" className="skip" onClick={skipToContent}>
        {text.shell.skip}
      </button>
      <Header session={session} panelOpen={panel} onTogglePanel={() => setPanelOpen(!panelOpen)} />
      {way && (opened === null ? <Rail step={placeOnWay(snapshot)} finished={snapshot.state.step === 'loggedOn'} /> : <UsersRail users={opened} />)}
      <main id="content" className="content" tabIndex={-1}>
        <SessionWarning expiresAt={opened?.expiresAt ?? ('session' in snapshot.state ? snapshot.state.session.expiresAt : null)} canStay={opened !== null} />
        <NoticeBanner notice={noticeOf(snapshot)} offersRenewal={opened !== null} />
        {snapshot.interruptedAt === null && !request.open && <OfferCard snapshot={snapshot} />}
        {opened === null ? <ScreenView snapshot={snapshot} request={request} /> : <UsersView state={opened} />}
      </main>
      {panel && (
        <Suspense>
          <PracticePanel onClose={closePanel} />
        </Suspense>
      )}
      {record.open && (
        <Suspense>
          <RecordDialog />
        </Suspense>
      )}
      {handOver.open && (
        <Suspense>
          <HandOverDialog />
        </Suspense>
      )}
      <Footer snapshot={snapshot} help={helpPageOf(snapshot, opened, request)} />
    </div>
  );
}

/** Moves the focus without changing the address, which must stay the one that may be loaded again. */
function skipToContent(): void {
  document.getElementById('content')?.focus();
}
