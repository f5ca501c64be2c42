import { success } from '../../preload/contract/problem.ts';
import type { BankKeeper } from '../bank-file/bank-keeper.ts';
import type { KnownBank } from './known-banks.ts';
import { areBetween, type Standing } from './standing.ts';

type Settled = Awaited<ReturnType<BankKeeper['settle']>>;

/**
 * A bank's later version takes effect where nobody is on the way at any of its contracts.
 * @param banks those that are asked about
 * @param standing of a contract's place
 * @returns the IDs of the banks whose later version took effect
 */
export async function settleBanks(
  keeper: Pick<BankKeeper, 'settle'>,
  banks: readonly Pick<KnownBank, 'id' | 'waits' | 'places'>[],
  standing: (id: string) => Promise<Standing>,
): Promise<Extract<Settled, { ok: false }> | { readonly ok: true; readonly value: readonly string[] }> {
  const free: string[] = [];
  for (const { id, waits, places } of banks) if (waits && (await areBetween(places, standing))) free.push(id);
  if (free.length === 0) return success([]);
  const settled = await keeper.settle(free);
  return settled.ok ? success(free) : settled;
}
