import { isUnkind } from './unkind.ts';

/** Milliseconds: shorter waits are left alone. */
const long = 3_000;

/** Milliseconds: the longest that setTimeout counts. */
const forever = 0x7fffffff;

type LongWait = { readonly due: number; readonly end: () => void };

const waits = new Map<NodeJS.Timeout, LongWait>();
let passed = 0;

/**
 * Keeps an eye on main's long waits, so that a test need not sit through them: it lets time pass. To be called before main
 * is loaded.
 */
export function watchLongWaits(): void {
  const { setTimeout: begin, clearTimeout: stop } = globalThis;
  const watched = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): NodeJS.Timeout => {
    if (!(milliseconds >= long)) return begin(run, milliseconds, ...args);
    const end = (): void => {
      waits.delete(timer);
      stop(timer);
      run(...args);
    };
    const timer = begin(end, isUnkind('time-stands-still') ? forever : milliseconds);
    waits.set(timer, { due: Date.now() + passed + milliseconds, end });
    return timer;
  };
  Object.assign(globalThis, {
    setTimeout: Object.assign(watched, begin),
    clearTimeout(timer: NodeJS.Timeout | undefined): void {
      if (typeof timer === 'object') waits.delete(timer);
      stop(timer);
    },
  });
}

/** Ends every long wait that would be over by then, in order. */
export function letPass(milliseconds: number): void {
  passed += milliseconds;
  const due = [...waits.values()].filter((wait) => wait.due <= Date.now() + passed);
  for (const wait of due.sort((one, other) => one.due - other.due)) wait.end();
}
