import { describe, expect, test } from 'vitest';
import { Redacted } from '../../main/support/redacted.ts';
import { createRegistration } from '../../main/users/registration.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { CompanyUser } from '../../preload/contract/users.ts';

const who = { contractorId: contractorIdSchema.parse('12345678901'), token: new Redacted('token') };
const pins = { userLogonPin: new Redacted('a'), userConfirmationPin: new Redacted('b'), confirmationPin: new Redacted('c') };
const entry = { userId: 'user20', userName: ' 経理課 担当 ', ...pins };
const registered: CompanyUser = { userId: 'user20', name: '経理課 担当', locked: false, suspended: false, lastLogonAt: null };
const signal = new AbortController().signal;

/** A bank that answers registrations in this order, and has these users. */
function registration(answers: readonly Outcome<CompanyUser>[], users: readonly CompanyUser[]) {
  const left = [...answers];
  let lookedUp = 0;
  const register = createRegistration({
    registerUser: async () => left.shift() ?? failure('internal'),
    listUsers: async () => {
      lookedUp += 1;
      return success({ users: [...users], page: 1, size: 100, total: users.length, registered: users.length });
    },
  });
  return { register: (changed: Partial<typeof entry> = {}) => register(who, { ...entry, ...changed }, signal), lookedUp: () => lookedUp };
}

describe('an administrator whose registration stayed without an answer and who sends it again', () => {
  test.each(['bank-unreachable', 'bank-timeout', 'bank-answer-invalid', 'bank-failure'] as const)('is told that it went through (%s)', async (lost) => {
    const { register } = registration([failure(lost), failure('user-id-taken', { field: 'userId' })], [registered]);
    expect(await register()).toEqual(failure(lost));
    expect(await register()).toEqual(failure('user-registered-already'));
  });

  test.each([
    ['another name stands there', [{ ...registered, name: '総務課 担当' }]],
    ['that user has logged on before', [{ ...registered, lastLogonAt: '2026-01-01T00:00:00.000Z' }]],
    ['the bank shows no such user', []],
  ])('is told that the ID is taken where %s', async (_why, users) => {
    const { register } = registration([failure('bank-timeout'), failure('user-id-taken', { field: 'userId' })], users);
    await register();
    expect(await register()).toEqual(failure('user-id-taken', { field: 'userId' }));
  });
});

test('a person who chooses an ID that is taken is told so at once, without a look into the list', async () => {
  const { register, lookedUp } = registration([failure('user-id-taken'), failure('bank-timeout'), failure('user-id-taken')], [registered]);
  expect(await register()).toEqual(failure('user-id-taken'));
  await register({ userId: 'other1' });
  expect(await register()).toEqual(failure('user-id-taken'));
  expect(lookedUp()).toBe(0);
});
