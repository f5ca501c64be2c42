import { useStore } from 'zustand';
import type { KaitsuApi } from '../../preload/contract/contract.ts';
import { usePreferences } from '../components/frame/use-preferences.ts';
import { WindowProvider } from '../components/frame/window-context.tsx';
import { Unavailable } from '../components/problem/unavailable.tsx';
import { type Held, type KnownStates, knownStates, type Stores } from '../state/stores.ts';
import { type LoadedTexts, useCatalogue } from '../text/use-catalogue.ts';
import { SupportWindow } from './support-window.tsx';

type Props = { readonly api: KaitsuApi; readonly texts: LoadedTexts | null };

/** The support mode, once its states are there. Its language is support's own, whatever the customer's is. */
export function SupportApp({ stores, ...props }: Props & { readonly stores: Stores }) {
  const { procedure, users, preferences, bank, releaseRequest, record, bundle, handOver, preflight, places, settings, reminders, updates, support } = stores;
  const held: Held = {
    procedure: useStore(procedure),
    users: useStore(users),
    preferences: useStore(preferences),
    bank: useStore(bank),
    releaseRequest: useStore(releaseRequest),
    record: useStore(record),
    bundle: useStore(bundle),
    handOver: useStore(handOver),
    preflight: useStore(preflight),
    places: useStore(places),
    settings: useStore(settings),
    reminders: useStore(reminders),
    updates: useStore(updates),
    support: useStore(support),
  };
  const known = knownStates(held);
  if (known === 'failed') return <Unavailable />;
  return known === 'waiting' ? null : <Translated {...known} {...props} />;
}

function Translated({ texts, preferences: published, ...known }: KnownStates & Props) {
  const preferences = usePreferences(published, known.api);
  const catalogue = useCatalogue(preferences.language.value, texts);
  if (catalogue.failed) return <Unavailable />;
  if (catalogue.loaded === null) return null;
  return (
    <WindowProvider value={{ ...known, preferences, ...catalogue.loaded, screenCode: '', fullCode: noCode, lockedUsers: null }}>
      <SupportWindow />
    </WindowProvider>
  );
}

/** The support mode's own window has no code to read out. */
const noCode = async (): Promise<null> => null;
