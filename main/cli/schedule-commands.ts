import { resolve } from 'node:path';
import { z } from 'zod';
import { thisPc } from '../diagnosis/designated-pc.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { type Asked, type Command, type CommandMachine, command } from './command-line.ts';
import { dataOption, folderOf } from './command-program.ts';
import { refusalAnswer, refuse, sayRefusal } from './refusal.ts';
import { clockTime, type ScheduledRun, timeOfDay } from './schedule/scheduled-run.ts';
import { schedulerOf } from './schedule/scheduler.ts';

/** The system's scheduler, which asks for the unattended renewal every day. */

const runOptions = {
  ...dataOption,
  contract: {
    value: 'ID',
    about: { ja: 'この契約だけを更新します。省略すると、この PC のすべての契約', en: 'renew for this contract alone; left out: for every contract of this PC' },
  },
};

async function runOf(asked: Asked, machine: CommandMachine): Promise<ScheduledRun> {
  const more = [
    // Always: the scheduler's environment need not be that of this terminal.
    ...['--data', resolve(folderOf(asked, machine))],
    ...(asked.options.contract === undefined ? [] : ['--contract', asked.options.contract]),
  ];
  return { command: [...machine.program, 'certificate', 'renew', '--unattended', ...more], ...timeOfDay((await thisPc(machine)).machine) };
}

const installAnswer = z.object({
  outcome: z.enum(['installed', 'refused']),
  place: z.string().nullable().describe('the file, or the name of the task'),
  command: z.array(z.string()).describe('what is run'),
  time: z.string().describe('of the day, on the clock of this PC'),
  refusal: refusalAnswer.nullable(),
});

const install = command({
  name: 'schedule install',
  argument: null,
  options: runOptions,
  about: {
    ja: '毎日の自動更新を、この利用者のスケジューラーに登録します（systemd、launchd、タスク スケジューラ）',
    en: "have this user's scheduler ask for the unattended renewal every day (systemd, launchd, Task Scheduler)",
  },
  answer: installAnswer,
  async run(asked, machine) {
    const run = await runOf(asked, machine);
    const { prescribed } = await readMachinePolicy(machine);
    const installed = prescribed.unattendedRenewalAllowed?.value === false ? refuse('policy-forbids') : await schedulerOf(machine).install(run);
    const said = { command: [...run.command], time: clockTime(run) };
    return installed.ok
      ? { exit: 'done', answer: { outcome: 'installed' as const, place: installed.value, ...said, refusal: null } }
      : { exit: installed.exit, answer: { outcome: 'refused' as const, place: null, ...said, refusal: installed.refusal } };
  },
  say({ place, time, command: words, refusal }, language) {
    if (refusal !== null) return [sayRefusal(refusal, language)];
    return [language === 'ja' ? `登録しました（毎日 ${time}）: ${place}` : `Installed, every day at ${time}: ${place}`, `  ${words.join(' ')}`];
  },
});

const removeAnswer = z.object({ removed: z.boolean(), refusal: refusalAnswer.nullable() });

const remove = command({
  name: 'schedule remove',
  argument: null,
  options: {},
  about: { ja: '毎日の自動更新の登録を取り消します', en: 'take the unattended renewal away from the scheduler' },
  answer: removeAnswer,
  async run(_asked, machine) {
    const removed = await schedulerOf(machine).remove();
    if (!removed.ok) return { exit: removed.exit, answer: { removed: false, refusal: removed.refusal } };
    return { exit: 'done', answer: { removed: removed.value, refusal: null } };
  },
  say({ removed, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    if (removed) return [ja ? '取り消しました。' : 'Removed.'];
    return [ja ? '登録されていません。' : 'There is none.'];
  },
});

const showAnswer = z.object({
  installed: z.boolean(),
  active: z.boolean().describe('whether the scheduler will run it'),
  place: z.string().nullable(),
  content: z.string().nullable().describe('of the file that says what is run'),
});

const show = command({
  name: 'schedule show',
  argument: null,
  options: {},
  about: { ja: '毎日の自動更新の登録を示します', en: 'show what the scheduler will run' },
  answer: showAnswer,
  async run(_asked, machine) {
    const found = await schedulerOf(machine).look();
    const { place, content, active } = found ?? { place: null, content: null, active: false };
    return { exit: 'done', answer: { installed: found !== null, active, place, content } };
  },
  say({ installed, active, place, content }, language) {
    const ja = language === 'ja';
    if (!installed) return [ja ? '登録されていません。' : 'There is none.'];
    const state = active ? (ja ? '有効' : 'active') : ja ? '無効' : 'not active';
    return [`${place} (${state})`, '', ...(content ?? '').trimEnd().split(/\r?\n/u)];
  },
});

export const scheduleCommands: readonly Command[] = [install, remove, show];
