import { contract, type RequestHandlers } from '../../preload/contract/contract.ts';
import { failure, problemOf } from '../../preload/contract/problem.ts';

const refuse = async () => ({ ok: false as const, problem: problemOf(failure('not-now').problem) });

/** What answers a request for which nothing is there now. The names are the contract's own, so that none is missing. */
export const refusing = Object.fromEntries(
  Object.entries(contract.requests).map(([group, requests]) => [group, Object.fromEntries(Object.keys(requests).map((name) => [name, refuse]))]),
) as unknown as RequestHandlers;
