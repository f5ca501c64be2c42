import type { RequestHandlers } from '../preload/contract/contract.ts';
import { failure, problemOf } from '../preload/contract/problem.ts';
import type { UpdatesState } from '../preload/contract/updates.ts';
import { isBetweenProcedures } from './bank-file/between-procedures.ts';
import { identifyMachine } from './diagnosis/machine-id.ts';
import type { Runner } from './procedure/runner.ts';
import type { ProgramHost } from './program-host.ts';
import type { FollowedPreferences } from './settings/prescribed-preferences.ts';
import { openUpdates } from './update/open-updates.ts';
import type { Updates } from './update/updates.ts';

/** Updates of the program, as the window asks for them. */
export type ProgramUpdates = { readonly handlers: RequestHandlers['updates']; current(): UpdatesState; changed(): void };

type UpdatesNeeds = {
  readonly runner: Runner;
  readonly preferences: Pick<FollowedPreferences, 'current'>;
  /** Whether something is typed that was not sent yet. */
  readonly entryUnderWay: () => boolean;
};

/** The first look comes when the first screen has long been drawn, in milliseconds. */
const firstLook = 60_000;

/** @param publish tells the window */
export function openProgramUpdates(
  host: ProgramHost,
  { runner, preferences, entryUnderWay }: UpdatesNeeds,
  publish: (state: UpdatesState) => void,
): ProgramUpdates {
  const { installation, policy, profile, platform, run, environment, clock, log } = host;
  const isBetween = () => isBetweenProcedures(runner.snapshot());
  const updates = openUpdates({
    prescribed: policy.prescribed,
    profile,
    wanted: preferences.current().updates,
    installation,
    machine: () => identifyMachine({ platform, run, environment }),
    isBetween,
    changed: publish,
    log,
  });
  // Who switched them off meanwhile is not asked for.
  clock.after(firstLook, () => void (preferences.current().updates && updates.check()));
  return { current: updates.state, changed: updates.procedureMoved, handlers: handlersOf(updates, isBetween, entryUnderWay) };
}

function handlersOf(updates: Updates, isBetween: () => boolean, entryUnderWay: () => boolean): RequestHandlers['updates'] {
  const answer = (can: boolean) => (can ? ({ ok: true } as const) : ({ ok: false, problem: problemOf(failure('not-now').problem) } as const));
  return {
    async check() {
      void updates.check();
      return answer(updates.state().kind !== 'off');
    },
    async download() {
      const can = updates.state().kind === 'offered' && isBetween();
      if (can) void updates.download();
      return answer(can);
    },
    async install() {
      const can = updates.state().kind === 'ready' && isBetween() && !entryUnderWay();
      // The window that asked is still there to hear the reply.
      if (can) setImmediate(updates.install);
      return answer(can);
    },
  };
}
