import { type Problem, type ProblemCause, problemOf } from '../../preload/contract/problem.ts';
import { problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import { usersScreenCode } from '../../preload/contract/screen-code.ts';
import type { UsersState } from '../../preload/contract/users.ts';
import type { Log } from '../support/ports.ts';
import type { UsersEvent } from './events.ts';
import { closedUsers, transition } from './transition.ts';

/** Holds where the administrator is. In memory only: after a restart nobody is logged on. */
export type UsersStore = {
  state(): UsersState;
  /** @returns whether the event had a place */
  dispatch(event: UsersEvent): boolean;
  /** Turns a cause into the problem that the person sees on this screen. */
  problem(cause: ProblemCause): Problem;
  /** The reply to an action that has no place now, or was refused before anything was sent. */
  refusal(cause: ProblemCause): Accepted;
};

/** @param publish told of every new state */
export function createUsersStore(publish: (state: UsersState) => void, log: Log): UsersStore {
  let state = closedUsers;
  const problem = (cause: ProblemCause): Problem => problemOf(cause, usersScreenCode(state, problemNumbers[cause.code]));
  function dispatch(event: UsersEvent): boolean {
    const next = transition(state, event);
    if (next === null) {
      log.warn('users.event-out-of-place', { type: event.type, screen: state.screen });
      return false;
    }
    state = next;
    log.info('users.event', { type: event.type, screen: state.screen });
    publish(state);
    return true;
  }

  return {
    state: () => state,
    dispatch,
    problem,
    refusal: (cause) => ({ ok: false, problem: problem(cause) }),
  };
}
