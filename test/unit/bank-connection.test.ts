import { expect, test } from 'vitest';
import { type BankAddress, connectWhenNeeded } from '../../main/bank/connection.ts';
import type { HttpRequest } from '../../main/bank/http.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';

const request: HttpRequest = { method: 'GET', path: '/v1/bank', signal: new AbortController().signal, repeatable: true };

/** A bank that can be moved; notes tell which client did what. */
function movingBank(first: Outcome<BankAddress>) {
  const notes: string[] = [];
  const bank = { at: first };
  const client = connectWhenNeeded(
    async () => bank.at,
    ({ baseUrl, authority }) => {
      const name = `${baseUrl} by ${authority}`;
      notes.push(`${name} opened`);
      return {
        send: async () => {
          notes.push(`${name} asked`);
          return success({ status: 200, headers: {}, body: new Uint8Array() });
        },
        close: async () => void notes.push(`${name} closed`),
      };
    },
  );
  return { bank, client, notes };
}

test('the bank is looked for as something is sent, and one client is enough while it stays where it is', async () => {
  const { client, notes } = movingBank(success({ baseUrl: 'A', authority: 'x' }));
  expect(notes).toEqual([]);
  await Promise.all([client.send(request), client.send(request)]);
  await client.send(request);
  expect(notes).toEqual(['A by x opened', 'A by x asked', 'A by x asked', 'A by x asked']);
});

test('a bank that cannot be found is the answer, and it is looked for again the next time', async () => {
  const { bank, client, notes } = movingBank(failure('bank-unreachable'));
  expect(await client.send(request)).toEqual(failure('bank-unreachable'));
  bank.at = success({ baseUrl: 'A', authority: 'x' });
  expect(await client.send(request)).toMatchObject({ ok: true });
  expect(notes).toEqual(['A by x opened', 'A by x asked']);
});

test.each([
  ['another port', { baseUrl: 'B', authority: 'x' }, 'B by x'],
  ['another authority', { baseUrl: 'A', authority: 'y' }, 'A by y'],
])('a bank that comes back with %s gets a new client, and the outdated one is closed', async (_what, next, name) => {
  const { bank, client, notes } = movingBank(success({ baseUrl: 'A', authority: 'x' }));
  await client.send(request);
  bank.at = success(next);
  await client.send(request);
  expect(notes.slice(2).sort()).toEqual([`A by x closed`, `${name} asked`, `${name} opened`].sort());
  await client.close();
  expect(notes.at(-1)).toBe(`${name} closed`);
});
