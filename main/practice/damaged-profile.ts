import type { HttpClient } from '../bank/http-client.ts';
import { damagedAuthority, type Fault } from './faults.ts';

/**
 * The usual client, and in its place, while the practice has the bank profile damaged, one made of the damaged authorities.
 * That one is made at the first request of the damage and closed at the first after it, or together with the usual one.
 * @param usual the client of the undamaged profile; it is closed with what is returned
 * @param authority the profile's authorities, PEM
 * @param open makes a client that trusts these authorities
 */
export function withProfileDamage(usual: HttpClient, authority: string, open: (authority: string) => HttpClient, fault: Fault): HttpClient {
  let damaged: HttpClient | null = null;
  const repair = async () => {
    const over = damaged;
    damaged = null;
    await over?.close();
  };
  return {
    async send(request) {
      const trusted = damagedAuthority(authority, fault);
      if (trusted === authority) {
        await repair();
        return usual.send(request);
      }
      damaged ??= open(trusted);
      return damaged.send(request);
    },
    async close() {
      await Promise.all([repair(), usual.close()]);
    },
  };
}
