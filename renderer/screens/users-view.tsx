import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../components/frame/skeleton.tsx';
import type { OpenUsers } from '../state/screen-of.ts';
import { fetchedAhead } from './fetched-ahead.ts';

const load = {
  menu: fetchedAhead(() => import('./users-menu/users-menu-screen.tsx').then((m) => ({ default: m.UsersMenuScreen }))),
  registerOrChange: fetchedAhead(() =>
    import('./users-register-or-change/users-register-or-change-screen.tsx').then((m) => ({ default: m.UsersRegisterOrChangeScreen })),
  ),
  selection: fetchedAhead(() => import('./user-selection/user-selection-screen.tsx').then((m) => ({ default: m.UserSelectionScreen }))),
  change: fetchedAhead(() => import('./user-change/user-change-screen.tsx').then((m) => ({ default: m.UserChangeScreen }))),
  register: fetchedAhead(() => import('./user-register/user-register-screen.tsx').then((m) => ({ default: m.UserRegisterScreen }))),
} as const;

/** Fetches the screens of manual 3 while another one is read. */
export async function prefetchUsersScreens(): Promise<void> {
  await Promise.all(Object.values(load).map((each) => each()));
}

const UsersMenuScreen = lazy(load.menu);
const UsersRegisterOrChangeScreen = lazy(load.registerOrChange);
const UserSelectionScreen = lazy(load.selection);
const UserChangeScreen = lazy(load.change);
const UserRegisterScreen = lazy(load.register);

/** Draws the screen of the users' administration (manual 3). */
export function UsersView({ state }: { readonly state: OpenUsers }) {
  return <Suspense fallback={<Skeleton />}>{draw(state)}</Suspense>;
}

function draw(state: OpenUsers): ReactNode {
  switch (state.screen) {
    case 'menu':
      return <UsersMenuScreen state={state} />;
    case 'registerOrChange':
      return <UsersRegisterOrChangeScreen state={state} />;
    case 'selection':
      return <UserSelectionScreen state={state} />;
    case 'change':
      // A form of its own for each user and part: nothing typed for one is found at another.
      return <UserChangeScreen key={`${state.user.userId} ${state.part}`} state={state} />;
    case 'register':
      return <UserRegisterScreen state={state} />;
    default:
      return state satisfies never;
  }
}
