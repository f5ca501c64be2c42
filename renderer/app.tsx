import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import type { KaitsuApi } from '../preload/contract/contract.ts';
import type { Preferences } from '../preload/contract/preferences.ts';
import type { ProcedureSnapshot } from '../preload/contract/procedure.ts';
import type { UsersState } from '../preload/contract/users.ts';
import { OfferCard } from './components/certificate/offer-card.tsx';
import { Footer } from './components/frame/footer.tsx';
import { Header } from './components/frame/header.tsx';
import { Rail } from './components/frame/rail.tsx';
import { SessionWarning } from './components/frame/session-warning.tsx';
import { Skeleton } from './components/frame/skeleton.tsx';
import { usePreferences } from './components/frame/use-preferences.ts';
import { UsersRail } from './components/frame/users-rail.tsx';
import { Waiting } from './components/frame/waiting.tsx';
import { useWindow, WindowProvider, type WindowValue } from './components/frame/window-context.tsx';
import { NoticeBanner } from './components/problem/notice-banner.tsx';
import { Unavailable } from './components/problem/unavailable.tsx';
import { helpPageOf, placesHelpOf } from './help/help-page.ts';
import { ScreenView } from './screens/screen-view.tsx';
import { UsersView } from './screens/users-view.tsx';
import { codeOf, placesCodeOf } from './state/code-of.ts';
import { type LiveSession, liveSession } from './state/live-session.ts';
import { noticeOf, type OpenUsers, openUsers, placeOnWay, placesScreenOf, screenOf, showsWay, usersScreenNames } from './state/screen-of.ts';
import type { Stores } from './state/stores.ts';
import { type LoadedTexts, useCatalogue } from './text/use-catalogue.ts';
import './app.css';

const RecordDialog = lazy(() => import('./screens/record/record-dialog.tsx').then((module) => ({ default: module.RecordDialog })));
const PlacesView = lazy(() => import('./screens/places/places-view.tsx').then((module) => ({ default: module.PlacesView })));
const PracticePanel = lazy(() => import('./practice/practice-panel.tsx').then((module) => ({ default: module.PracticePanel })));

/** The whole window, drawn from the published states. */
export function App({ api, stores, texts }: { readonly api: KaitsuApi; readonly stores: Stores; readonly texts: LoadedTexts | null }) {
  const procedure = useStore(stores.procedure);
  const users = useStore(stores.users);
  const preferences = useStore(stores.preferences);
  const bank = useStore(stores.bank);
  const releaseRequest = useStore(stores.releaseRequest);
  const record = useStore(stores.record);
  const preflight = useStore(stores.preflight);
  const places = useStore(stores.places);
  const settings = useStore(stores.settings);
  const reminders = useStore(stores.reminders);
  const updates = useStore(stores.updates);
  if ([procedure, users, preferences, bank, releaseRequest, record, preflight, places, settings, reminders, updates].some((state) => state.failed))
    return <Unavailable />;
  if (procedure.published === null || users.published === null || preferences.published === null || bank.published === null) return <Waiting />;
  if (releaseRequest.published === null || record.published === null || preflight.published === null || places.published === null) return <Waiting />;
  if (settings.published === null || reminders.published === null || updates.published === null) return <Waiting />;
  return (
    <Translated
      api={api}
      texts={texts}
      snapshot={procedure.published.value}
      users={users.published.value}
      preferences={preferences.published.value}
      bank={bank.published.value}
      releaseRequest={releaseRequest.published.value}
      record={record.published.value}
      preflight={preflight.published.value}
      places={places.published.value}
      settings={settings.published.value}
      reminders={reminders.published.value}
      updates={updates.published.value}
    />
  );
}

type Known = Pick<WindowValue, 'api' | 'bank' | 'releaseRequest' | 'record' | 'preflight' | 'places' | 'settings' | 'reminders' | 'updates'> & {
  readonly texts: LoadedTexts | null;
  readonly snapshot: ProcedureSnapshot;
  readonly users: UsersState;
  readonly preferences: Preferences;
};

/** Gives the screens their texts, in the language that was pressed last. */
function Translated({ texts, snapshot, users, preferences: published, ...known }: Known) {
  const preferences = usePreferences(published, known.api);
  const catalogue = useCatalogue(preferences.language.value, texts);
  if (catalogue.failed) return <Unavailable />;
  if (catalogue.loaded === null) return <Waiting />;
  const opened = openUsers(snapshot, users, known.releaseRequest);
  const isListed = known.places.open === null;
  const screenCode = isListed ? placesCodeOf(known.places) : codeOf(snapshot, opened, known.releaseRequest);
  const lockedUsers = users.screen === 'closed' ? (users.lockedUsers ?? null) : null;
  return (
    <WindowProvider value={{ ...known, preferences, ...catalogue.loaded, screenCode, lockedUsers }}>
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

/** What stands around the screen, and the screen. */
function Window({ snapshot, opened, session }: Pick<Known, 'snapshot'> & { readonly opened: OpenUsers | null; readonly session: LiveSession | null }) {
  const { bank, releaseRequest: request, record, text } = useWindow();
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
      <Footer snapshot={snapshot} help={helpPageOf(snapshot, opened, request)} />
    </div>
  );
}

/** Moves the focus without changing the address, which must stay the one that may be loaded again. */
function skipToContent(): void {
  document.getElementById('content')?.focus();
}
