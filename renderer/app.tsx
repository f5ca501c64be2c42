import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { KaitsuApi } from '../preload/contract/contract.ts';
import { Footer } from './components/frame/footer.tsx';
import { Header } from './components/frame/header.tsx';
import { Rail } from './components/frame/rail.tsx';
import { SessionWarning } from './components/frame/session-warning.tsx';
import { Skeleton } from './components/frame/skeleton.tsx';
import { WindowProvider } from './components/frame/window-context.tsx';
import { NoticeBanner } from './components/problem/notice-banner.tsx';
import { Unavailable } from './components/problem/unavailable.tsx';
import { ScreenView } from './screens/screen-view.tsx';
import { UsersView } from './screens/users-view.tsx';
import { openUsers, screenOf, usersScreenNames } from './state/screen-of.ts';
import type { Stores } from './state/stores.ts';
import { useCatalogue } from './text/use-catalogue.ts';
import './app.css';

const PracticePanel = lazy(() => import('./practice/practice-panel.tsx').then((module) => ({ default: module.PracticePanel })));

/** The whole window, drawn from the published states. */
export function App({ api, stores }: { readonly api: KaitsuApi; readonly stores: Stores }) {
  const procedure = useStore(stores.procedure);
  const users = useStore(stores.users);
  const preferences = useStore(stores.preferences);
  const bank = useStore(stores.bank);
  const releaseRequest = useStore(stores.releaseRequest);
  const preflight = useStore(stores.preflight);
  const [panelOpen, setPanelOpen] = useState(false);
  const chosen = preferences.published?.value ?? null;
  useEffect(() => {
    if (chosen === null) return;
    document.documentElement.lang = chosen.language;
    if (chosen.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen.theme;
  }, [chosen]);
  const catalogue = useCatalogue(chosen?.language ?? null);
  if ([procedure, users, preferences, bank, releaseRequest, preflight, catalogue].some((state) => state.failed)) return <Unavailable />;
  if (procedure.published === null || users.published === null || chosen === null || bank.published === null) return <Waiting />;
  if (catalogue.loaded === null) return <Waiting />;
  if (releaseRequest.published === null || preflight.published === null) return <Waiting />;
  const snapshot = procedure.published.value;
  const request = releaseRequest.published.value;
  const spoken = catalogue.loaded;
  const value = { api, bank: bank.published.value, preferences: chosen, ...spoken, releaseRequest: request, preflight: preflight.published.value };
  const opened = openUsers(snapshot, users.published.value);
  const panel = panelOpen && value.bank.practice;
  const closePanel = () => {
    // Back to the button that opened it, which stays; else the focus would be lost with the panel.
    document.querySelector<HTMLElement>('[aria-controls="practice-panel"]')?.focus();
    setPanelOpen(false);
  };
  return (
    <WindowProvider value={value}>
      <div
        className="window"
        data-panel={panel ? 'open' : 'closed'}
        data-screen={opened === null ? screenOf(snapshot, request.open) : usersScreenNames[opened.screen]}
      >
        <button type="button" className="skip" onClick={skipToContent}>
          {value.text.shell.skip}
        </button>
        <Header panelOpen={panel} onTogglePanel={() => setPanelOpen(!panelOpen)} />
        <Rail step={snapshot.state.step} finished={snapshot.state.step === 'loggedOn'} />
        <main id="content" className="content" tabIndex={-1}>
          <SessionWarning expiresAt={opened?.expiresAt ?? ('session' in snapshot.state ? snapshot.state.session.expiresAt : null)} canStay={opened !== null} />
          <NoticeBanner notice={snapshot.notice} offersRenewal={opened !== null} />
          {opened === null ? <ScreenView snapshot={snapshot} request={request} /> : <UsersView state={opened} />}
        </main>
        {panel && (
          <Suspense>
            <PracticePanel onClose={closePanel} />
          </Suspense>
        )}
        <Footer snapshot={snapshot} users={opened} />
      </div>
    </WindowProvider>
  );
}

/** Moves the focus without changing the address, which must stay the one that may be loaded anew. */
function skipToContent(): void {
  document.getElementById('content')?.focus();
}

function Waiting() {
  return (
    <main className="waiting">
      <h1 className="visually-hidden">開通 Kaitsu</h1>
      <Skeleton />
    </main>
  );
}
