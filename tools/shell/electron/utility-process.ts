import { type ChildProcess, fork as forkProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ForkOptions, UtilityProcess } from 'electron';
import { CoveredEmitter, covered, notCovered } from './covered.ts';
import { isUnkind } from './unkind.ts';

/** Tells the hook in the child that it runs in a utility process. */
export const utilityMark = 'KAITSU_SHELL_UTILITY';

const utilityEvents = ['spawn', 'exit', 'message', 'error'] as const;

type Covered = Pick<UtilityProcess, 'pid' | 'stdout' | 'stderr' | 'postMessage' | 'kill'>;

class StandInUtilityProcess extends CoveredEmitter implements Covered {
  private gone = false;

  constructor(private readonly child: ChildProcess) {
    super('utilityProcess', utilityEvents);
    child.on('spawn', () => this.emit('spawn'));
    child.on('message', (message) => this.emit('message', message));
    child.on('exit', (code) => {
      this.gone = true;
      this.emit('exit', code ?? 1);
    });
  }

  get pid(): number | undefined {
    return this.gone ? undefined : this.child.pid;
  }

  get stdout(): ChildProcess['stdout'] {
    return this.child.stdout;
  }

  get stderr(): ChildProcess['stderr'] {
    return this.child.stderr;
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw notCovered('message ports of a utility process');
    if (this.child.connected) this.child.send({ data: message });
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

/** One that never starts: nothing is told, and nothing reaches it. */
class SilentUtilityProcess extends CoveredEmitter implements Covered {
  readonly pid = undefined;
  readonly stdout = null;
  readonly stderr = null;

  constructor() {
    super('utilityProcess', utilityEvents);
  }

  postMessage(): void {}

  kill(): boolean {
    return false;
  }
}

export const utilityProcess = covered('utilityProcess', {
  /** A Node process with process.parentPort, as Electron documents it; it ends with its parent. */
  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): CoveredEmitter & Covered {
    if (isUnkind('utility-throws')) throw new Error('Failed to start the utility process');
    if (isUnkind('utility-never-spawns')) return covered('utilityProcess', new SilentUtilityProcess());
    const { env, execArgv = [], cwd, stdio = 'inherit' } = options;
    const child = forkProcess(isUnkind('utility-exits') ? join(modulePath, 'nowhere') : modulePath, [...args], {
      env: { ...(env ?? process.env), [utilityMark]: '1' },
      execArgv: [...execArgv, '-r', join(__dirname, 'hook.cjs')],
      ...(cwd === undefined ? {} : { cwd }),
      stdio: stdio === 'pipe' || stdio === 'ignore' || stdio === 'inherit' ? ['ignore', stdio, stdio, 'ipc'] : refuse(),
      serialization: 'advanced',
    });
    process.once('exit', () => child.kill('SIGKILL'));
    return covered('utilityProcess', new StandInUtilityProcess(child));
  },
});

function refuse(): never {
  throw notCovered('a list as stdio of utilityProcess.fork');
}
