import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAskedFile } from '../../support/asked-file.ts';
import { diskProblem } from '../../support/disk-problem.ts';
import { launchctlPath, schtasksPath, systemctlPath } from '../../support/system-tools.ts';
import type { CommandMachine } from '../command-line.ts';
import { type Attempt, done, refuse, refuseBy } from '../refusal.ts';
import { agentFile, agentLabel, agentPath } from './launchd.ts';
import { isFit, type ScheduledRun } from './scheduled-run.ts';
import { isFitForSystemd, timerName, unitFiles, unitFolder } from './systemd.ts';
import { isFitForWindows, taskFile, taskName } from './task-scheduler.ts';

/** What stands at the scheduler. content: of the file that says what is run. */
export type Scheduled = { readonly place: string; readonly content: string; readonly active: boolean };

/** The system's scheduler, for this user alone. */
export type Scheduler = {
  /** Puts the run there, in the place of an earlier one. @returns its place */
  install(run: ScheduledRun): Promise<Attempt<string>>;
  /** @returns whether there was one */
  remove(): Promise<Attempt<boolean>>;
  look(): Promise<Scheduled | null>;
};

/** How long a tool may take, in milliseconds. */
const toolLimit = 30_000;

const holdsOnly = (isWord: (word: string) => boolean, { command }: ScheduledRun): boolean => command.every(isWord);

export function schedulerOf(machine: CommandMachine): Scheduler {
  switch (machine.platform) {
    case 'win32':
      return windowsScheduler(machine);
    case 'darwin':
      return macScheduler(machine);
    default:
      return linuxScheduler(machine);
  }
}

/** @returns whether the tool ended well, and what it printed */
async function ask({ run, stop }: CommandMachine, tool: string, words: readonly string[]): Promise<{ readonly ok: boolean; readonly printed: string }> {
  const ended = await run(tool, words, { signal: stop, timeoutMs: toolLimit });
  return ended.kind === 'ended' ? { ok: ended.code === 0, printed: ended.stdout } : { ok: false, printed: '' };
}

const readText = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

/** Files whole or not at all; what the disk refuses is said. */
async function write(files: Readonly<Record<string, string>>): Promise<Attempt<void>> {
  for (const [path, content] of Object.entries(files)) {
    const folder = await mkdir(dirname(path), { recursive: true }).then(() => null, diskProblem);
    if (folder !== null) return refuseBy(folder.problem);
    const written = await writeAskedFile(path, content);
    if (!written.ok) return refuseBy(written.problem);
  }
  return done(undefined);
}

async function forget(paths: readonly string[]): Promise<Attempt<void>> {
  try {
    for (const path of paths) await rm(path, { force: true });
    return done(undefined);
  } catch (error) {
    return refuseBy(diskProblem(error).problem);
  }
}

function linuxScheduler(machine: CommandMachine): Scheduler {
  const folder = unitFolder(machine.home, machine.environment.XDG_CONFIG_HOME);
  const units = (run: ScheduledRun) => Object.fromEntries(Object.entries(unitFiles(run)).map(([name, content]) => [join(folder, name), content]));
  const places = Object.keys(units({ command: [''], hour: 0, minute: 0 }));
  const [service = '', timer = ''] = places;
  const systemctl = (...words: readonly string[]) => ask(machine, systemctlPath, ['--user', ...words]);
  return {
    async install(run) {
      if (!holdsOnly(isFit, run) || !isFitForSystemd(run.command[0])) return refuse('path-unfit');
      const written = await write(units(run));
      if (!written.ok) return written;
      if ((await systemctl('daemon-reload')).ok && (await systemctl('enable', '--now', timerName)).ok) return done(timer);
      await forget(places);
      return refuse('schedule-refused');
    },
    async remove() {
      const isThere = (await readText(timer)) !== null;
      if (isThere) await systemctl('disable', '--now', timerName);
      const forgotten = await forget(places);
      if (!forgotten.ok) return forgotten;
      if (isThere) await systemctl('daemon-reload');
      return done(isThere);
    },
    async look() {
      const content = await readText(service);
      return content === null ? null : { place: timer, content, active: (await systemctl('is-enabled', timerName)).ok };
    },
  };
}

function macScheduler(machine: CommandMachine): Scheduler {
  const path = agentPath(machine.home);
  const domain = `gui/${machine.userId ?? 0}`;
  const launchctl = (...words: readonly string[]) => ask(machine, launchctlPath, words);
  return {
    async install(run) {
      if (!holdsOnly(isFit, run)) return refuse('path-unfit');
      const written = await write({ [path]: agentFile(run) });
      if (!written.ok) return written;
      // An agent of the same name has to go first; where there is none, that says so.
      await launchctl('bootout', `${domain}/${agentLabel}`);
      if ((await launchctl('bootstrap', domain, path)).ok) return done(path);
      await forget([path]);
      return refuse('schedule-refused');
    },
    async remove() {
      const isThere = (await readText(path)) !== null;
      if (isThere) await launchctl('bootout', `${domain}/${agentLabel}`);
      const forgotten = await forget([path]);
      return forgotten.ok ? done(isThere) : forgotten;
    },
    async look() {
      const content = await readText(path);
      return content === null ? null : { place: path, content, active: (await launchctl('print', `${domain}/${agentLabel}`)).ok };
    },
  };
}

function windowsScheduler(machine: CommandMachine): Scheduler {
  const { USERDOMAIN: domain, USERNAME: name } = machine.environment;
  const user = domain === undefined || name === undefined || !isFit(`${domain}${name}`) ? null : `${domain}\\${name}`;
  const schtasks = (...words: readonly string[]) => ask(machine, schtasksPath(machine.environment), words);
  const look = () => schtasks('/query', '/tn', taskName, '/xml');
  return {
    async install(run) {
      if (!holdsOnly((word) => isFit(word) && isFitForWindows(word), run)) return refuse('path-unfit');
      const folder = await mkdtemp(join(machine.temporary, 'kaitsu-task-')).catch(diskProblem);
      if (typeof folder !== 'string') return refuseBy(folder.problem);
      try {
        const path = join(folder, 'task.xml');
        const written = await writeAskedFile(path, taskFile(run, user));
        if (!written.ok) return refuseBy(written.problem);
        return (await schtasks('/create', '/tn', taskName, '/xml', path, '/f')).ok ? done(taskName) : refuse('schedule-refused');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async remove() {
      if (!(await look()).ok) return done(false);
      return (await schtasks('/delete', '/tn', taskName, '/f')).ok ? done(true) : refuse('schedule-refused');
    },
    async look() {
      const { ok, printed } = await look();
      return ok ? { place: taskName, content: printed, active: !/<Enabled>false<\/Enabled>/u.test(printed) } : null;
    },
  };
}
