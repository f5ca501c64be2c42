import type { PublishedBank } from '../preload/contract/bank.ts';
import type { RequestLayout } from '../preload/contract/release-request.ts';
import { noEntries } from '../preload/contract/request-rules.ts';
import type { createPublishedStates } from './ipc/published-states.ts';

/** What is published by a program that opens no place: the list of places, and the support mode. */

/** What stands where a bank's rules would: the list draws nothing of it. */
const noBank: PublishedBank = {
  name: { ja: 'Kaitsu', en: 'Kaitsu', ko: 'Kaitsu' },
  practice: false,
  pinRule: { minLength: 0, maxLength: 0, symbols: '' },
  oneTimePasswordLength: 1,
  cardGrid: null,
  stepOrder: 'activationFirst',
  wrongAttemptLimit: 1,
  sessionMinutes: 1,
  certificate: { retrievalDeadlineDays: 0, validityDays: 0, renewalWindowDays: 0, graceDays: 0, renewalClosesAt: null, afterGrace: 'paperForm' },
  users: { limit: 1, idRule: { minLength: 0, maxLength: 0 } },
  website: null,
  support: { phone: '', hours: { ja: '-', en: '-', ko: '-' } },
};

const noLayout: RequestLayout = {
  title: '-',
  addressee: '-',
  preamble: '-',
  calendar: 'japanese',
  fields: [{ name: 'date', label: '-' }],
  pinLabels: { logonPin: '', confirmationPin: '', userLogonPin: '', userConfirmationPin: '' },
  accountLabels: { ordinary: '', current: '' },
  reasonLabels: { mistyped: '', forgotten: '', unknown: '', other: '' },
  contactLabels: { name: '', phone: '' },
  notes: [],
  sealBox: null,
  bankBox: null,
  mark: null,
  handIn: { ja: '-', en: '-', ko: '-' },
};

/** Every state, as it is while nothing is open, but those that are known all the same. Plain values: nothing of a procedure is loaded for them. */
export const nothingOpen: Omit<Parameters<typeof createPublishedStates>[0], 'preferences' | 'places' | 'settings' | 'support'> = {
  procedure: { state: { step: 'start' }, interruptedAt: null, notice: null, offer: null },
  users: { screen: 'closed' },
  bank: noBank,
  releaseRequest: { open: false, form: 'release', offersReissue: false, layout: noLayout, entries: noEntries, prepared: [], unavailable: false, savedAs: null },
  record: { available: false, open: false, savedAs: null },
  handOver: { open: false, savedAs: null },
  bundle: { open: false, savedAs: null },
  preflight: { phase: 'idle', checkedAt: null, results: [] },
  reminders: { offered: false, snoozedUntil: null },
  // Where updates are, the bank says.
  updates: { kind: 'off', why: 'no-server' },
};
