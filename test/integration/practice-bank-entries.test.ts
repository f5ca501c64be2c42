import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logonReplySchema, paths } from '../../main/protocol/protocol.ts';
import { confirmationPin, type Identity, logOn, logonPin, obtainIdentity, problemOf, startTestBank, type TestBank } from './practice-bank-client.ts';

let test: TestBank;
let identity: Identity;
beforeEach(async () => {
  test = await startTestBank();
  identity = await obtainIdentity(test);
});
afterEach(() => test.end());

/** What no PIN can hold, put into the right one. */
const hopeless = (right: string) => [
  `さくら${right}`,
  `${right}\u200B`,
  `\uFEFF${right}`,
  `${right}\t`,
  `${right}\u00A0`,
  `${right.slice(0, 3)}\uFE0F${right.slice(3)}`,
  `é${right}`,
  `\u202E${right}`,
];
/** How many attempts are left after one that counts. */
const leftAfterOneWrong = async (entry: string) => problemOf(await logOn(test, identity, { logonPin: entry })).attemptsLeft ?? -1;

describe('an entry that can never be right', () => {
  it('is refused at the logon with the field’s name, and costs no attempt', async () => {
    const left = await leftAfterOneWrong('Wrong2024');
    for (const entry of hopeless(logonPin)) {
      expect(problemOf(await logOn(test, identity, { logonPin: entry }))).toMatchObject({ code: 'request-malformed', field: 'logonPin' });
    }
    expect(await leftAfterOneWrong('Wrong2024')).toBe(left - 1);
  });

  it('is refused as the PIN that confirms a change, and costs no attempt', async () => {
    const token = logonReplySchema.parse((await logOn(test, identity)).json()).session?.token ?? '';
    const change = async (entry: string) =>
      problemOf(
        await test.call('PUT', paths.users, { identity, token, body: { userId: 'user02', userName: '総務課', suspended: false, confirmationPin: entry } }),
      );
    const left = (await change('Wrong2024')).attemptsLeft ?? -1;
    for (const entry of hopeless(confirmationPin)) expect(await change(entry)).toMatchObject({ code: 'request-malformed', field: 'confirmationPin' });
    expect((await change('Wrong2024')).attemptsLeft).toBe(left - 1);
  });

  it.each(['８２６４', '82 64', '826四', '8264\u200B', ''])('is refused as the registration PIN, and costs no attempt: %j', async (registrationPin) => {
    await test.end();
    test = await startTestBank();
    const body = { contractorId: test.contractorId, registrationPin };
    expect(problemOf(await test.call('POST', paths.activationSessions, { body }))).toMatchObject({ code: 'request-malformed', field: 'registrationPin' });
  });
});
