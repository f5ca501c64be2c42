import type { SituationCode } from '../../preload/contract/situations.ts';

/** The situation of the moment; null: as usual. It is read again at each use. */
export type Situation = () => SituationCode | null;
