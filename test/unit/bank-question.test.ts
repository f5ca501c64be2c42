import { expect, test } from 'vitest';
import { ask, type BankClientParts } from '../../main/bank/bank-question.ts';
import type { HttpRequest } from '../../main/bank/http.ts';
import { operations } from '../../main/protocol/operations.ts';
import { longestSecret } from '../../main/protocol/protocol.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

const { signal } = new AbortController();
const token = 'a'.repeat(32);
const contractorId = contractorIdSchema.parse('12345678901');
const identification = { contractorId, registrationPin: new Redacted('1234') };

/** A bank that answers everything with the same JSON. */
function bank(content: unknown) {
  const sent: HttpRequest[] = [];
  const parts: BankClientParts = {
    http: {
      send: async (request) => {
        sent.push(request);
        return success({ status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(content)) });
      },
    },
    openIdentityClient: () => ({ send: async () => failure('internal'), close: async () => undefined }),
    readIdentity: async () => failure('certificate-required'),
    newIdempotencyKey: () => 'key',
    clock: { now: () => new Date(0), after: () => () => undefined },
    log: createMemoryLog(),
  };
  return { parts, sent };
}

test('an operation goes out as the table has it, and only a mutation has a key against repetition', async () => {
  const { parts, sent } = bank({ token, expiresAt: '2030-01-01T00:00:00.000Z' });
  await ask(parts, operations.openActivationSession, { content: identification, signal });
  await ask(parts, operations.readActivationSession, { token: new Redacted(token), signal });
  expect(sent[0]).toMatchObject({ method: 'POST', path: operations.openActivationSession.path, headers: { 'idempotency-key': 'key' } });
  expect(JSON.parse(String(sent[0]?.body))).toEqual({ contractorId, registrationPin: '1234' });
  expect(sent[1]).toMatchObject({ method: 'GET', path: operations.readActivationSession.path, headers: { authorization: `Bearer ${token}` } });
  expect(sent[1]?.headers).not.toHaveProperty('idempotency-key');
});

test.each([
  ['as long as a token may be', 'a'.repeat(longestSecret), true],
  ['longer than that', 'a'.repeat(longestSecret + 1), false],
  ['short enough to be guessed', 'a'.repeat(31), false],
  ['with a character that no header carries', `${token}\n`, false],
])('a token that is %s is taken, or is no answer of a bank', async (_name, given, taken) => {
  const { parts } = bank({ token: given, expiresAt: '2030-01-01T00:00:00.000Z' });
  const opened = await ask(parts, operations.openActivationSession, { content: identification, signal });
  expect(opened.ok ? 'taken' : opened.problem.code).toBe(taken ? 'taken' : 'bank-answer-invalid');
});

test('what does not fit the line of the table does not compile, and is not sent', async () => {
  const { parts, sent } = bank({});
  const { openActivationSession, readActivationSession, listUsers, readBank } = operations;
  // @ts-expect-error a PIN is missing
  await expect(ask(parts, openActivationSession, { content: { contractorId }, signal })).rejects.toThrow();
  // @ts-expect-error the name of a certificate is none of a contract
  await expect(ask(parts, openActivationSession, { content: { ...identification, contractorId: serialSchema.parse('5A3F') }, signal })).rejects.toThrow();
  // @ts-expect-error an identification has content
  await expect(ask(parts, openActivationSession, { signal })).rejects.toThrow();
  expect(sent).toEqual([]);
  // @ts-expect-error the session is named by its token
  await ask(parts, readActivationSession, { signal });
  // @ts-expect-error a question has no content
  await ask(parts, readBank, { content: identification, signal });
  // @ts-expect-error this one needs the certificate
  await ask(parts, listUsers, { token: new Redacted(token), query: {}, signal });
  expect(sent.map(({ body }) => body)).toEqual([undefined, undefined, undefined]);
});
