import { afterEach, beforeEach } from 'vitest';
import { logonReplySchema, paths, type UserPage, userPageSchema } from '../../main/protocol/protocol.ts';
import { type Answer, type Call, confirmationPin, type Identity, logOn, obtainIdentity, startTestBank, type TestBank } from './practice-bank-client.ts';

type Entries = Readonly<Record<string, unknown>>;
/** Asks the bank as the logged-on administrator. entries: instead of good ones; more: instead of certificate and token. */
type Ask = (entries?: Entries, more?: Call) => Promise<Answer>;

/** A bank under test whose administrator is logged on. */
export type AdministratorAtBank = {
  test(): TestBank;
  identity(): Identity;
  token(): string;
  /** Starts a bank in place of the one that was ended. */
  begin(demoUsers?: number): Promise<void>;
  /** The next logon; its token is the one that is sent from now on. */
  logOnAgain(): Promise<void>;
  list(query?: string, more?: Call): Promise<Answer>;
  readonly register: Ask;
  readonly change: Ask;
  readonly overwrite: Ask;
  logOff(more?: Call): Promise<Answer>;
  /** A user's own logon, on the administrator's PC. */
  asUser(userId: string, userLogonPin: string): Promise<Answer>;
  everybody(): Promise<UserPage['users']>;
};

export const newPins = { userLogonPin: 'Hikari77', userConfirmationPin: 'Kaze2031' };

export const pageOf = (answer: Answer): UserPage => userPageSchema.parse(answer.json());

/** Called once in a file: before each test a fresh bank is begun, after it the bank is ended. */
export function administratorAtBank(): AdministratorAtBank {
  let begun: { readonly test: TestBank; readonly identity: Identity; readonly token: string } | null = null;
  const now = () => {
    if (begun === null) throw new Error('No bank is begun.');
    return begun;
  };
  const tokenOf = async (test: TestBank, identity: Identity) => logonReplySchema.parse((await logOn(test, identity)).json()).session?.token ?? '';
  const begin = async (demoUsers?: number) => {
    const test = await startTestBank(demoUsers === undefined ? {} : { demoUsers });
    const identity = await obtainIdentity(test);
    begun = { test, identity, token: await tokenOf(test, identity) };
  };
  const call = (method: string, path: string, more: Call) => {
    const { test, identity, token } = now();
    return test.call(method, path, { identity, token, ...more });
  };
  /** @param good what the bank takes */
  const asking =
    (method: string, path: string, good: Entries): Ask =>
    (entries = {}, more = {}) =>
      call(method, path, { body: { ...good, confirmationPin, ...entries }, ...more });

  beforeEach(() => begin());
  afterEach(() => now().test.end());

  const list: AdministratorAtBank['list'] = (query = '', more = {}) => call('GET', `${paths.users}${query}`, more);
  return {
    test: () => now().test,
    identity: () => now().identity,
    token: () => now().token,
    begin,
    async logOnAgain() {
      const { test, identity } = now();
      begun = { test, identity, token: await tokenOf(test, identity) };
    },
    list,
    register: asking('POST', paths.users, { userId: 'sales21', userName: '営業二課 担当2', ...newPins }),
    change: asking('PUT', paths.users, { userId: 'user02', userName: '総務課 担当9', suspended: false }),
    overwrite: asking('PUT', paths.userPins, { userId: 'user03', ...newPins }),
    logOff: (more = {}) => call('DELETE', paths.administratorSession, more),
    asUser: (userId, userLogonPin) => logOn(now().test, now().identity, { role: 'user', userId, userLogonPin }),
    everybody: async () => pageOf(await list('?size=100')).users,
  };
}
