import type { HttpClient, HttpClientSettings } from '../bank/http-client.ts';
import type { Clock, Log } from '../support/ports.ts';
import type { LineParts } from './line-checks.ts';

/** Shorter than the limit of a check, so that the reason is said rather than "no answer". */
const limits = { connectMs: 6_000, answerMs: 9_000 };

/** One try on a connection of its own, so that nothing that is open already hides what is wrong now. */
export function openBankLine(openHttpClient: (settings: HttpClientSettings) => HttpClient, clock: Clock, log: Log): LineParts['open'] {
  return ({ baseUrl, authority }) => openHttpClient({ baseUrl, authority, limits, retry: { tries: 1 }, clock, random: Math.random, log });
}
