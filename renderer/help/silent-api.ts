import type { KaitsuApi } from '../../preload/contract/contract.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import { brokenBorder } from '../components/form/use-request.ts';

const notNow: Accepted = { ok: false, problem: { ...brokenBorder, code: 'not-now' } };
const group = new Proxy({}, { get: () => async () => notNow });

/** What a pictured screen has in place of main: every request is refused as not now, and nothing leaves the window. */
// The contract's names are known at run time by its schemas alone, which the window does not load.
export const silentApi = new Proxy({}, { get: () => group }) as KaitsuApi;
