import { createContext, type ReactNode, useContext } from 'react';
import type { PublishedBank } from '../../../preload/contract/bank.ts';
import type { BundleState } from '../../../preload/contract/bundle.ts';
import type { KaitsuApi } from '../../../preload/contract/contract.ts';
import type { HandOverState } from '../../../preload/contract/hand-over.ts';
import type { Places } from '../../../preload/contract/places.ts';
import type { Language } from '../../../preload/contract/preferences.ts';
import type { Preflight } from '../../../preload/contract/preflight.ts';
import type { RecordState } from '../../../preload/contract/record.ts';
import type { ReleaseRequest } from '../../../preload/contract/release-request.ts';
import type { Reminders } from '../../../preload/contract/reminders.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { Support } from '../../../preload/contract/support.ts';
import type { UpdatesState } from '../../../preload/contract/updates.ts';
import type { Catalogue } from '../../text/ja/catalogue.ts';
import type { PreferenceControls } from './use-preferences.ts';

/** What every screen may need besides its own state. */
export type WindowValue = {
  readonly api: KaitsuApi;
  readonly bank: PublishedBank;
  readonly preferences: PreferenceControls;
  readonly language: Language;
  readonly text: Catalogue;
  readonly releaseRequest: ReleaseRequest;
  readonly record: RecordState;
  readonly bundle: BundleState;
  readonly handOver: HandOverState;
  /** How many users are locked; null while it is not known. */
  readonly lockedUsers: number | null;
  readonly preflight: Preflight;
  readonly places: Places;
  readonly settings: Settings;
  readonly reminders: Reminders;
  readonly updates: UpdatesState;
  readonly support: Support;
  /** What the customer reads to the bank by phone: of the problem that is shown, else of the screen. */
  readonly screenCode: string;
  /** Gives the full code of what is drawn now; null where it cannot be told. Rejects where the program's own files cannot be read. */
  readonly fullCode: () => Promise<string | null>;
  /** Drawn as a picture in the help: what a screen does to the page around it is left undone. */
  readonly pictured?: true;
};

const Context = createContext<WindowValue | null>(null);

export function WindowProvider({ value, children }: { readonly value: WindowValue; readonly children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The window's surroundings: API, bank, language and texts. */
export function useWindow(): WindowValue {
  const value = useContext(Context);
  if (value === null) throw new Error('useWindow outside WindowProvider');
  return value;
}

/** The window's language; null where nothing could be drawn and every language is shown at once. */
export function useLanguage(): Language | null {
  return useContext(Context)?.language ?? null;
}
