import type { OfferedBank, Places } from '../../../preload/contract/places.ts';

/** A PC on which nothing was set up. */
export const firstStart: Places = {
  open: null,
  banks: [],
  practice: 'offered',
  prescribedBy: null,
  offered: null,
  told: null,
  problem: null,
};

/** The file of a bank that there is not. */
export const offeredBank: OfferedBank = {
  name: { ja: 'あさひ銀行', en: 'Asahi Bank', ko: '아사히 은행' },
  host: 'ib.asahi.example:8443',
  signer: { ja: 'あさひ銀行 事務部', en: 'Asahi Bank, operations', ko: '아사히 은행 사무부' },
  fingerprint: '4817-0362-9951-2274-6608-1539-7720-4416',
  version: 3,
  expiresAt: '2027-11-01T00:00:00.000Z',
};
