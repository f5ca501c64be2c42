import { describe, expect, test } from 'vitest';
import type { HttpRequest } from '../../main/bank/http.ts';
import { failingTools, otherUser, spoiltOnTheWay } from '../../main/practice/faults.ts';
import { success } from '../../preload/contract/problem.ts';
import { type SituationCode, situationCodes } from '../../preload/contract/situations.ts';

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
  const send = spoiltOnTheWay(
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

  test('the tools of the store and the user of the PC are the real ones', async () => {
    const answer = { kind: 'ended', code: 0, stdout: 'real', stderr: '' } as const;
    const run = failingTools(
      async () => answer,
      () => null,
    );
    expect(await run('certutil', [], { signal: request.signal, timeoutMs: 1 })).toEqual(answer);
    expect(
      otherUser(
        () => ({ machine: 'm', user: 'u' }),
        () => null,
      )(),
    ).toEqual({ machine: 'm', user: 'u' });
  });
});
