import { join } from 'node:path';
import { exitCodes } from '../command-line.ts';
import { clockTime, description, type ScheduledRun } from './scheduled-run.ts';

/** A user's timer of systemd: systemd.timer(5), systemd.service(5). */

export const timerName = 'kaitsu-renewal.timer';
const serviceName = 'kaitsu-renewal.service';

/** @returns where a user's own units lie */
export function unitFolder(home: string, configHome: string | undefined): string {
  return join(configHome || join(home, '.config'), 'systemd', 'user');
}

/** Double quotes with C's escapes; a percent sign would begin a specifier. */
export const quoteForSystemd = (word: string): string => `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;

/** systemd takes no program whose path has quotation marks or backslashes, however they are written. */
export const isFitForSystemd = (program: string): boolean => !/["'\\]/u.test(program);

/** With the colon nothing is replaced after a dollar sign. A PC that was off at the hour catches up on it. */
export function unitFiles(run: ScheduledRun): Readonly<Record<string, string>> {
  const [program, ...words] = run.command;
  return {
    [serviceName]: `[Unit]
Description=${description}

[Service]
Type=oneshot
ExecStart=${[`:${program}`, ...words].map(quoteForSystemd).join(' ')}
SuccessExitStatus=${exitCodes.busy[0]}
TimeoutStartSec=1h
`,
    [timerName]: `[Unit]
Description=${description}

[Timer]
OnCalendar=*-*-* ${clockTime(run)}:00
Persistent=true

[Install]
WantedBy=timers.target
`,
  };
}
