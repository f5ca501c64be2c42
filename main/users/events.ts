import type { Problem } from '../../preload/contract/problem.ts';
import type { ChangePart, CompanyUser, CompanyUserPage, UserSearch, UsersDone } from '../../preload/contract/users.ts';

/** What the person does, and what the bank answered. Entries themselves (PINs) never travel in an event. */
export type UsersEvent =
  /** ご契約先管理情報変更 */
  | { readonly type: 'opened'; readonly expiresAt: string }
  /** 利用者情報登録/変更 */
  | { readonly type: 'registerOrChangeChosen' }
  /** 利用者情報選択: its list is asked for, for the first time or again. */
  | { readonly type: 'listAsked'; readonly search: UserSearch }
  | { readonly type: 'listCame'; readonly list: CompanyUserPage; readonly locked: readonly CompanyUser[] }
  /** 変更 */
  | { readonly type: 'userChosen'; readonly userId: string }
  | { readonly type: 'partChosen'; readonly part: ChangePart }
  | { readonly type: 'registerChosen' }
  | { readonly type: 'entrySent' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'done'; readonly what: UsersDone['what']; readonly user: CompanyUser }
  | { readonly type: 'wentBack' }
  /** How many users are locked: told on the screen of the logon. */
  | { readonly type: 'lockedCounted'; readonly lockedUsers: number }
  /** Back to the screen of the logon. */
  | { readonly type: 'left' }
  /** It has begun, or counts again from its beginning. */
  | { readonly type: 'sessionProlonged'; readonly expiresAt: string }
  | { readonly type: 'sessionEnded' };
