import type { CompanyUser, TodoEntry, UsersScreen, UsersState } from '../../../preload/contract/users.ts';

/** The demo company's users, and section 3 over them. */

const desks = ['経理課', '総務課', '営業一課', '営業二課', '購買課', '人事課', '大阪支店', '名古屋支店', '福岡支店', '海外課', '情報システム課', '監査室'];

/** A user of the company, by number: every fourth is locked, one in ten suspended. */
export function companyUser(number: number, more: Partial<CompanyUser> = {}): CompanyUser {
  return {
    userId: `user${String(number).padStart(2, '0')}`,
    name: `${desks[(number - 1) % desks.length]} 担当${Math.ceil(number / desks.length)}`,
    locked: number % 4 === 3,
    suspended: number % 10 === 9,
    lastLogonAt: number === 1 ? null : `2026-11-${String(1 + ((number * 7) % 21)).padStart(2, '0')}T02:15:00.000Z`,
    ...more,
  };
}

const companyUsers = Array.from({ length: 99 }, (_, index) => companyUser(index + 1));

/** Who is to do of so many users, the first ones of them done. */
export function todoOf(count: number, done: number): TodoEntry[] {
  const locked = companyUsers.slice(0, count).filter((user) => user.locked);
  return locked.map((user, index) => (index < done ? { user: { ...user, locked: false }, done: true } : { user, done: false }));
}

/** A page of 利用者情報選択 for a company of so many users. */
export function userList(count: number, page = 1) {
  return { users: companyUsers.slice(0, count).slice((page - 1) * 20, page * 20), page, size: 20, total: count, registered: count };
}

const openUsers = { expiresAt: '2026-11-22T06:18:00.000Z', todo: todoOf(12, 0) };
const search = { search: '', lockedOnly: false, page: 1 };

export const usersStates = {
  closed: { screen: 'closed', expiresAt: openUsers.expiresAt },
  menu: { screen: 'menu', ...openUsers },
  registerOrChange: { screen: 'registerOrChange', ...openUsers },
  selection: { screen: 'selection', ...openUsers, search, list: userList(12), phase: 'ready', done: null, problem: null },
  change: { screen: 'change', ...openUsers, search, user: companyUser(3), part: 'pins', phase: 'editing', problem: null },
  register: { screen: 'register', ...openUsers, phase: 'editing', problem: null },
} satisfies { readonly [S in UsersScreen]: Extract<UsersState, { screen: S }> };
