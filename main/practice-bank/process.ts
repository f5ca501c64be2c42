import type { PracticePapers } from '../../preload/contract/practice.ts';
import { type DiskCode, failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';
import { type ControlReply, type ControlRequest, controlReplySchema, type Stage } from './control.ts';

/** The bank's process as it is seen from the app: the shape of Electron's UtilityProcess. */
export type ForkedProcess = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
};

export type PracticeBankProcessOptions = {
  /** Starts out/app/main/bank.cjs with these arguments: Electron's utilityProcess.fork, or what stands for it. */
  readonly fork: (args: readonly string[]) => ForkedProcess;
  readonly dataDir: string;
  /** A bank profile other than the built-in one. */
  readonly profilePath?: string;
  /** For a scenario, which is thrown away: what takes time is cut short. */
  readonly fleeting?: boolean;
  readonly log: {
    info(event: string, details?: Readonly<Record<string, unknown>>): void;
    warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  };
  /** Milliseconds; tests hand in less. */
  readonly startLimit?: number;
};

export type PracticeBankHandle = {
  /** `https://127.0.0.1:<port>` */
  readonly baseUrl: string;
  /** PEM of the root that the client must pin. */
  readonly authority: string;
  readPapers(): Promise<Outcome<PracticePapers>>;
  releaseLock(): Promise<Outcome<void>>;
  lockAgain(): Promise<Outcome<void>>;
  /** keepsClock: whether the bank's clock stays as a scenario has set it; else it is as the situation wants it. */
  setSituation(code: SituationCode | null, keepsClock?: boolean): Promise<Outcome<void>>;
  /** Brings the bank's records to where a scenario begins. */
  stage(stage: Stage): Promise<Outcome<void>>;
  /** Calls back once when the process ends without having been stopped; it can be started again on the same data. */
  onExit(listener: (code: number) => void): void;
  /** Ends the process: asked first, killed when it does not follow. */
  stop(): Promise<void>;
};

/** First start makes keys and hashes: slow machines need a while. */
const usualStartLimit = 30_000;
const requestLimit = 5_000;
const stopLimit = 3_000;

type Waiting = { readonly settle: (reply: ControlReply | null) => void };

/**
 * Starts the practice bank in a process of its own and waits until it serves.
 * @returns the handle; bank-unreachable when it ended or did not serve in time (it is ended then), disk-full or disk-refused
 *   where its data folder is why
 */
export function startPracticeBankProcess(options: PracticeBankProcessOptions): Promise<Outcome<PracticeBankHandle>> {
  const profileArgs = options.profilePath === undefined ? [] : ['--profile', options.profilePath];
  const child = options.fork(['--data', options.dataDir, ...profileArgs, ...(options.fleeting === true ? ['--fleeting'] : [])]);
  const link = createLink(child, options.log);
  return new Promise((resolve) => {
    const giveUp = (event: string, details: Readonly<Record<string, unknown>>, code: DiskCode | null = null) => {
      clearTimeout(timer);
      options.log.warn(event, details);
      link.expectExit();
      child.kill();
      resolve(failure(code ?? 'bank-unreachable'));
    };
    const timer = setTimeout(() => giveUp('practice-bank-start-too-slow', {}), options.startLimit ?? usualStartLimit);
    link.onStart((reply) => {
      if (reply === null) giveUp('practice-bank-ended-at-start', {});
      else if (reply.type === 'failed') giveUp('practice-bank-cannot-serve', { reason: reply.reason }, reply.code);
      else if (reply.type === 'ready') {
        clearTimeout(timer);
        options.log.info('practice-bank-ready', { port: reply.port });
        resolve(success(createHandle(child, link, reply)));
      }
    });
  });
}

function createHandle(child: ForkedProcess, link: Link, ready: { readonly port: number; readonly authority: string }): PracticeBankHandle {
  async function command(request: Asked): Promise<Outcome<void>> {
    const reply = await link.ask(request, requestLimit);
    if (reply === null) return failure('bank-unreachable');
    return reply.type === 'done' ? success(undefined) : failure('bank-failure');
  }
  return {
    baseUrl: `https://127.0.0.1:${ready.port}`,
    authority: ready.authority,
    async readPapers() {
      const reply = await link.ask({ command: 'readPapers' }, requestLimit);
      if (reply === null) return failure('bank-unreachable');
      return reply.type === 'papers' ? success(reply.papers) : failure('bank-failure');
    },
    releaseLock: () => command({ command: 'releaseLock' }),
    lockAgain: () => command({ command: 'lockAgain' }),
    setSituation: (situation, keepsClock = false) => command({ command: 'setSituation', situation, keepsClock }),
    stage: (stage) => command({ command: 'stage', stage }),
    onExit: (listener) => link.onUnexpectedExit(listener),
    async stop() {
      link.expectExit();
      const ended = link.ended();
      await link.ask({ command: 'stop' }, stopLimit);
      const timer = setTimeout(() => child.kill(), stopLimit);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** What is asked, without the number that brings the reply back. */
type Asked = Pick<ControlRequest, 'command'> & Partial<Omit<ControlRequest, 'id' | 'command'>>;

/** The messages to and from the process. */
type Link = {
  /** Called with ready or failed, or with null when the process ended before either. */
  onStart(listener: (reply: ControlReply | null) => void): void;
  /** @returns the reply, or null when none came in time or the process ended */
  ask(request: Asked, limit: number): Promise<ControlReply | null>;
  onUnexpectedExit(listener: (code: number) => void): void;
  /** From here on an exit is what was asked for. */
  expectExit(): void;
  ended(): Promise<void>;
};

function createLink(child: ForkedProcess, log: PracticeBankProcessOptions['log']): Link {
  const waiting = new Map<number, Waiting>();
  const exitListeners = new Set<(code: number) => void>();
  let started: (reply: ControlReply | null) => void = () => undefined;
  let lastId = 0;
  let exitCode: number | null = null;
  let exitExpected = false;
  let markEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    markEnded = resolve;
  });

  child.on('message', (message) => {
    const parsed = controlReplySchema.safeParse(message);
    if (!parsed.success) log.warn('practice-bank-message-malformed');
    else if ('id' in parsed.data) waiting.get(parsed.data.id)?.settle(parsed.data);
    else started(parsed.data);
  });
  child.on('exit', (code) => {
    exitCode = code;
    markEnded();
    started(null);
    for (const { settle } of [...waiting.values()]) settle(null);
    if (exitExpected) return;
    log.warn('practice-bank-ended', { code });
    for (const listener of exitListeners) listener(code);
  });

  return {
    onStart(listener) {
      started = (reply) => {
        started = () => undefined;
        listener(reply);
      };
    },
    ask(request, limit) {
      if (exitCode !== null) return Promise.resolve(null);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        const settle = (reply: ControlReply | null) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(reply);
        };
        const timer = setTimeout(() => settle(null), limit);
        waiting.set(id, { settle });
        child.postMessage({ ...request, id });
      });
    },
    onUnexpectedExit(listener) {
      if (exitCode !== null && !exitExpected) listener(exitCode);
      else exitListeners.add(listener);
    },
    expectExit() {
      exitExpected = true;
    },
    ended: () => ended,
  };
}
