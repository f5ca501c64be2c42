import type { HandOverState } from '../../../preload/contract/hand-over.ts';
import type { Places } from '../../../preload/contract/places.ts';
import type { Preferences } from '../../../preload/contract/preferences.ts';
import type { RecordState } from '../../../preload/contract/record.ts';
import type { Reminders } from '../../../preload/contract/reminders.ts';
import type { Settings } from '../../../preload/contract/settings.ts';
import type { UpdatesState } from '../../../preload/contract/updates.ts';

/** What is published beside the procedure where nothing of it is out of the ordinary. */

export const usualPreferences: Preferences = { language: 'ja', theme: 'light', textSize: 'standard', shuffledKeys: false, updates: true };

export const noHandOver: HandOverState = { open: false, savedAs: null };
export const noRecord: RecordState = { available: false, open: false, savedAs: null };

/** While the practice is open. */
export const practicePlaces: Places = {
  open: 'practice',
  banks: [],
  practice: 'begun',
  prescribedBy: null,
  offered: null,
  told: null,
  problem: null,
};

/** On a PC without a policy. */
export const usualSettings: Settings = {
  version: '0.1.0',
  bank: { host: '', source: 'practice' },
  proxy: { value: 'system', source: 'usual' },
  certificateStores: { value: ['windows', 'macos', 'nss'], source: 'usual' },
  reminders: { value: true, source: 'usual' },
  updates: { value: 'stable', source: 'chosen' },
  practice: { value: true, source: 'usual' },
  prescribed: [],
  policy: null,
};

export const noUpdates: UpdatesState = { kind: 'off', why: 'managed' };
export const noReminders: Reminders = { offered: false, snoozedUntil: null };

/** On a PC of a company that prescribes. */
export const prescribedSettings: Settings = {
  ...usualSettings,
  bank: { host: 'ib.asahi.example:8443', source: 'policy' },
  proxy: { value: 'http://proxy.example:8080', source: 'policy' },
  certificateStores: { value: ['nss'], source: 'policy' },
  practice: { value: false, source: 'policy' },
  prescribed: ['language', 'textSize'],
  policy: {
    place: '/etc/kaitsu/policy.json',
    organization: '情報システム部',
    defects: [{ ja: 'languge: 知らない項目です。綴りを確かめてください。', en: 'languge: there is no such key. Check the spelling.' }],
  },
};
