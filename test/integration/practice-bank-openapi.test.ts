import { expect, it } from 'vitest';
import { days } from '../../main/practice-bank/clock.ts';
import { listOperations, type NamedOperation } from '../../main/protocol/operations.ts';
import { bodyLimit, logonReplySchema, problemDetailsSchema } from '../../main/protocol/protocol.ts';
import {
  type Answer,
  activate,
  basic,
  type Call,
  certificatesOf,
  confirmationPin,
  type Identity,
  makeRequest,
  openSession,
  profile,
  reachOneTimePassword,
  startTestBank,
  type TestBank,
} from './practice-bank-client.ts';

/** What an operation promises for a status: the answer is checked against it; anything unpromised fails. */
function checkPromise(operation: NamedOperation, answer: Answer): void {
  const place = `${operation.id} ${answer.status}`;
  const type = String(answer.headers['content-type'] ?? '').split(';')[0];
  if (operation.refusals.includes(answer.status)) {
    expect(type, place).toBe('application/problem+json');
    problemDetailsSchema.parse(answer.json());
    return;
  }
  const body = operation.answers[answer.status];
  if (body === undefined) throw new Error(`not documented: ${place} ${answer.text}`);
  if (body === null) expect(answer.text, place).toBe('');
  else expect(type, place).toBe(body.mediaType);
  body?.schema?.parse(answer.json());
}

/** Every call goes to a documented operation and is noted. */
function createWalk(test: TestBank) {
  const seen = new Set<string>();
  async function walk(id: string, call: Call = {}, query = ''): Promise<Answer> {
    const operation = listOperations().find((known) => known.id === id);
    if (operation === undefined) throw new Error(`no operation ${id}`);
    const answer = await test.call(operation.method, operation.path + query, call);
    checkPromise(operation, answer);
    seen.add(`${id} ${answer.status}`);
    return answer;
  }
  return { seen, walk };
}

type Walk = ReturnType<typeof createWalk>['walk'];

/** Malformed, too large, of another type, and (with Idempotency-Key) with a key that was used before. */
async function walkCommonRefusals(walk: Walk, operation: NamedOperation, usedKey: string): Promise<void> {
  const { id, request, idempotent } = operation;
  if (idempotent === true) {
    await walk(id, { key: null });
    await walk(id, { key: usedKey });
  }
  if (request === undefined) return;
  await walk(id, { headers: { 'content-type': 'text/csv' }, body: 'a,b' });
  await walk(id, {
    headers: { 'content-type': request.mediaType === 'application/pkcs10' ? 'application/pkcs10' : 'application/json' },
    body: ' '.repeat(bodyLimit + 1),
  });
}

async function walkActivation(walk: Walk, test: TestBank, usedKey: string): Promise<void> {
  const entries = { contractorId: test.contractorId, registrationPin: test.registrationPin };
  await walk('openActivationSession', { body: entries });
  test.bank.releaseLock(test.contractorId);
  await walk('openActivationSession', { body: entries, key: usedKey });
  const token = await openSession(test);
  const pins = { registrationPin: test.registrationPin, logonPin: 'Sakura2024', confirmationPin: 'Momiji9x' };
  const wrongPin = test.registrationPin === '0000' ? '0001' : '0000';
  await walk('readActivationSession', { token });
  await walk('readActivationSession');
  await walk('confirmOneTimePassword', { token, body: { oneTimePassword: '00' } });
  await walk('setPins', { body: pins });
  await walk('setPins', { token, body: { ...pins, registrationPin: wrongPin } });
  await walk('setPins', { token, body: pins });
  await walk('setPins', { token, body: pins });
  await walk('readActivationSession', { token });
  await walk('closeActivationSession', { token });
  await walk('closeActivationSession', { token });
  const next = await reachOneTimePassword(test);
  await walk('confirmOneTimePassword', { body: { oneTimePassword: next.right } });
  await walk('confirmOneTimePassword', { token: next.token, body: { oneTimePassword: next.wrong } });
  await walk('confirmOneTimePassword', { token: next.token, body: { oneTimePassword: next.right } });
  await walk('readActivationSession', { token: next.token });
}

/** Manual 3: each operation done well, and refused for each reason that it promises. */
async function walkUsers(walk: Walk, identity: Identity, token: string): Promise<void> {
  const pins = { userLogonPin: 'Hikari77', userConfirmationPin: 'Kaze2031' };
  const bodies = {
    registerUser: { userId: 'extra01', userName: '経理課 担当9', ...pins, confirmationPin },
    changeUser: { userId: 'user01', userName: '経理課 担当9', suspended: false, confirmationPin },
    overwriteUserPins: { userId: 'user03', ...pins, confirmationPin },
  };
  for (const [id, body] of Object.entries(bodies)) {
    await walk(id, { identity, token, body });
    await walk(id, { identity, body });
    await walk(id, { token, body });
    await walk(id, { identity, token, body: { ...body, confirmationPin: 'wrong999' } });
  }
  await walk('registerUser', { identity, token, body: bodies.registerUser });
  for (const id of ['changeUser', 'overwriteUserPins'] as const) await walk(id, { identity, token, body: { ...bodies[id], userId: 'nobody' } });
  await walk('listUsers', { identity, token }, '?search=user&lockedOnly=true&page=1&size=5');
  await walk('listUsers', { identity, token }, '?page=0');
  await walk('listUsers', { identity });
  await walk('listUsers', { token });
  await walk('logOff', { token });
  await walk('logOff', { identity, token });
  await walk('logOff', { identity, token });
}

async function walkCertificate(walk: Walk, test: TestBank): Promise<void> {
  const pkcs10 = { 'content-type': 'application/pkcs10' };
  const grant = await activate(test);
  const organization = grant.organization;
  const headers = { ...pkcs10, authorization: basic(test.contractorId, grant.enrolmentSecret) };
  const request = makeRequest(test.contractorId, { organization });
  await walk('caCertificates');
  await walk('csrAttributes');
  await walk('simpleEnroll', { headers: pkcs10, body: request.base64 });
  await walk('simpleEnroll', { headers, body: 'AAAA' });
  await walk('simpleEnroll', { headers, body: request.base64 });
  test.clock.advance(1000);
  const [cert = ''] = certificatesOf(await walk('simpleEnroll', { headers, body: request.base64 }));
  const identity = { key: request.key, cert };
  const logon = { role: 'administrator', contractorId: test.contractorId, logonPin: 'Sakura2024' };
  await walk('openActivationSession', { body: { contractorId: test.contractorId, registrationPin: test.registrationPin } });
  await walk('checkLogon', { identity }, `?contractorId=${test.contractorId}`);
  await walk('checkLogon', {}, `?contractorId=${test.contractorId}`);
  await walk('checkLogon', { identity });
  await walkUsers(walk, identity, logonReplySchema.parse((await walk('logOn', { body: logon, identity })).json()).session?.token ?? '');
  await walk('logOn', { body: logon });
  await walk('logonPage', { identity });
  await walk('logonPage');
  await walk('simpleReenroll', { headers: pkcs10, body: request.base64 });
  await walk('simpleReenroll', { headers: pkcs10, body: request.base64, identity });
  test.clock.advance((profile.certificate.validityDays - 1) * days);
  await walk('simpleReenroll', { headers: pkcs10, body: request.base64, identity });
  await walk('simpleEnroll', { headers, body: request.base64 });
  test.bank.releaseLock(test.contractorId);
  await walk('logOn', { body: logon, identity });
}

it('every answer that docs/openapi.json promises is seen from the running bank, in the shape that it promises', async () => {
  const test = await startTestBank({ issueDelaySeconds: 1 });
  const usedKey = 'a-key-that-was-used-before';
  const { seen, walk } = createWalk(test);
  try {
    await walk('readBank');
    await walkActivation(walk, test, usedKey);
    for (const operation of listOperations()) await walkCommonRefusals(walk, operation, usedKey);
    await walkCertificate(walk, test);
  } finally {
    await test.end();
  }
  const promised = listOperations().flatMap(({ id, answers, refusals }) => [...Object.keys(answers), ...refusals].map((status) => `${id} ${status}`));
  expect(promised.filter((promise) => !seen.has(promise))).toEqual([]);
});
