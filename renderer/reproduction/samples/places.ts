import type { Place, PlaceBank } from '../../../preload/contract/places.ts';
import { offeredBank } from '../../help/samples/places.ts';

/** Banks that there are not, with the contracts of an accountant's companies. */

const place = (id: string, some: Partial<Place> = {}): Place => ({ id, lastFour: null, organization: null, certificateUntil: null, next: 'begin', ...some });

export const asahi: PlaceBank = {
  id: 'asahi',
  name: offeredBank.name,
  host: offeredBank.host,
  problem: null,
  waits: false,
  contracts: [
    place('asahi.1', { lastFour: '5936', organization: '株式会社青空商事', certificateUntil: '2027-11-22T06:00:00.000Z', next: 'logOn' }),
    place('asahi.2', { lastFour: '7712', organization: '有限会社みどり製作所', certificateUntil: '2026-12-03T06:00:00.000Z', next: 'renew' }),
  ],
};
export const minato: PlaceBank = {
  id: 'minato',
  name: { ja: '港湾信用組合', en: 'Minato Credit Union', ko: '미나토 신용조합' },
  host: 'ib.minato.example',
  problem: null,
  waits: true,
  contracts: [place('minato.1', { lastFour: '0048', next: 'goOn' })],
};
