import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../main/bank/http.ts';
import { createHttpClient, type HttpClient, type HttpClientSettings } from '../../main/bank/http-client.ts';
import type { Diagnosis, DiagnosisParts } from '../../main/diagnosis/diagnosis.ts';
import { failingTools } from '../../main/practice/failing-tools.ts';
import { spoiltDiagnosis } from '../../main/practice/spoilt-diagnosis.ts';
import { corruptRequests, spoiltLine } from '../../main/practice/spoilt-line.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { success } from '../../preload/contract/problem.ts';
import { type SituationCode, situationCodes } from '../../preload/contract/situations.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

const request: HttpRequest = {
  method: 'POST',
  path: '/v1/logon',
  headers: { 'content-type': 'application/json', 'idempotency-key': 'key' },
  body: '{"a":1}',
  signal: new AbortController().signal,
  repeatable: true,
};

async function sent(code: SituationCode | null, asked: HttpRequest = request): Promise<readonly HttpRequest[]> {
  const all: HttpRequest[] = [];
  const send = corruptRequests(
    async (one) => {
      all.push(one);
      return success({ status: 200, headers: {}, body: new Uint8Array() });
    },
    () => code,
  );
  await send(asked);
  return all;
}

describe('without a situation, as with a real bank', () => {
  test('every request goes out as it is', async () => expect(await sent(null)).toEqual([request]));

  test('a question that changes nothing is never spoilt', async () => {
    const question: HttpRequest = { ...request, method: 'GET' };
    for (const code of situationCodes) expect(await sent(code, question)).toEqual([question]);
  });

  test('the PC is compared as it is, and the environment is the real one', async () => {
    const told: unknown[] = [];
    const environment = { SESSIONNAME: 'Console' };
    const comparePc: DiagnosisParts['comparePc'] = async (_folder, now) => {
      told.push(now);
      return 'same';
    };
    const seen: DiagnosisParts[] = [];
    const create = (parts: DiagnosisParts) => {
      seen.push(parts);
      return {} as Diagnosis;
    };
    const rule = { renewalWindowDays: 30, graceDays: 80, renewalClosesAt: null, afterGrace: 'paperForm' } as const;
    const pc = { machine: 'id:m', earlier: 'e', user: 'u' };
    for (const code of [null, 'other-os-user', 'remote-session', 'certificate-expired-revoke-first'] as const) {
      spoiltDiagnosis(
        create,
        () => code,
      )({ certificate: {}, store: {}, comparePc, environment: () => environment, renewalRule: () => rule } as unknown as DiagnosisParts);
      await seen.at(-1)?.comparePc('/nowhere', pc);
    }
    expect(told).toEqual([pc, { ...pc, user: 'somebody else' }, pc, pc]);
    expect(seen.map((parts) => parts.environment().SESSIONNAME)).toEqual(['Console', 'Console', 'RDP-Tcp#0', 'Console']);
    expect(seen.map((parts) => parts.renewalRule().afterGrace)).toEqual(['paperForm', 'paperForm', 'paperForm', 'revokeFirst']);
  });

  test('the tools of the store are the real ones', async () => {
    const answer = { kind: 'ended', code: 0, stdout: 'real', stderr: '' } as const;
    const run = failingTools(
      async () => answer,
      () => null,
    );
    expect(await run('certutil', [], { signal: request.signal, timeoutMs: 1 })).toEqual(answer);
  });
});

describe('a damaged bank profile', () => {
  const authority = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  const answer = success({ status: 200, headers: {}, body: new Uint8Array() });

  /** The real way of the damage; of the clients it is noted when each is made and closed. */
  function damagedWay() {
    const notes: string[] = [];
    let code: SituationCode | null = null;
    const noted = (name: string, client: HttpClient): HttpClient => ({
      send: client.send,
      close: async () => {
        notes.push(`${name} closed`);
        await client.close();
      },
    });
    const usual = noted('usual', { send: async () => answer, close: async () => undefined });
    const open = (settings: HttpClientSettings) => {
      if (settings.authority === authority) return usual;
      notes.push('damaged made');
      return noted('damaged', createHttpClient(settings));
    };
    const settings = { baseUrl: 'https://127.0.0.1:9', authority, clock: systemClock, random: () => 0, log: createMemoryLog() };
    const client = spoiltLine(open, () => code)(settings);
    return { client, notes, set: (next: SituationCode | null) => (code = next) };
  }

  test('refuses every request while it lasts, with one client, which is closed when it is over', async () => {
    const { client, notes, set } = damagedWay();
    expect(await client.send(request)).toBe(answer);
    set('bank-profile-invalid');
    for (let time = 0; time < 3; time += 1) expect(await client.send(request)).toMatchObject({ ok: false, problem: { code: 'bank-profile-invalid' } });
    expect(notes).toEqual(['damaged made']);
    set('bank-closed');
    expect(await client.send(request)).toBe(answer);
    expect(await client.send(request)).toBe(answer);
    expect(notes).toEqual(['damaged made', 'damaged closed']);
    set('bank-profile-invalid');
    await client.send(request);
    expect(notes).toEqual(['damaged made', 'damaged closed', 'damaged made']);
  });

  test('leaves nothing open when the bank is closed in the midst of it', async () => {
    const { client, notes, set } = damagedWay();
    set('bank-profile-invalid');
    await client.send(request);
    await client.close();
    expect(notes.toSorted()).toEqual(['damaged closed', 'damaged made', 'usual closed']);
  });
});
