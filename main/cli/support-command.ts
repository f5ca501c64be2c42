import { resolve } from 'node:path';
import { z } from 'zod';
import { askedCodeMaxLength } from '../../preload/contract/support.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { mayOpenSupport } from '../policy/support-rule.ts';
import { sayScenarioDefect } from '../scenario/read-scenario.ts';
import { readScenarioFile } from '../scenario/scenario-files.ts';
import { sweepScenarioFolders } from '../scenario/scenario-folder.ts';
import { type Command, type CommandMachine, command } from './command-line.ts';
import { type Attempt, done, type Refused, refusalAnswer, refuse, sayRefusal } from './refusal.ts';

/**
 * What support and training open, in a window of its own: the support mode, or a scenario of the practice. A code is no
 * secret: nothing of a customer is in it.
 */

const defectAnswer = z.object({
  line: z.int().nullable().describe('from 1; null: the file as a whole'),
  column: z.int().nullable(),
  at: z.string().describe('the key, e.g. "network.fault"; "" where none is meant'),
  wrong: z.object({ ja: z.string(), en: z.string() }),
});

const supportAnswer = z.object({
  code: z.string().nullable().describe('what the support mode shows first, as it was given; what is wrong with it the window says'),
  file: z.string().nullable().describe('the support bundle that the support mode opens; what is wrong with it the window says'),
  scenario: z.string().nullable().describe('the file of the scenario'),
  defects: z.array(defectAnswer).describe('what is wrong with the file; the window is not opened then'),
  refusal: refusalAnswer.nullable().describe('why the window was not opened; null: it was, and is closed again'),
});
type SupportAnswer = z.infer<typeof supportAnswer>;

const support = command<SupportAnswer>({
  name: 'support',
  argument: { name: 'CODE|FILE', isNeeded: false },
  options: {
    scenario: {
      value: 'FILE',
      about: {
        ja: '練習の場面（YAML。docs/scenarios.md）。練習用の銀行と画面がその場面から始まります。ふだんの練習には触れません',
        en: "a scenario of the practice (YAML, see docs/scenarios.md): bank and window begin there; nobody's usual practice is touched",
      },
    },
  },
  about: {
    ja: 'サポートモードの画面を開きます。CODE は、お客様の画面コード（2-3-101 や詳細コード）。FILE は、お客様から届いたお問い合わせ用のファイル（.zip）。研修には --scenario',
    en: 'open the support mode; CODE is what the customer reads out: 2-3-101, or the full code; FILE is the file for support (.zip) that they sent. For training: --scenario',
  },
  answer: supportAnswer,
  async run({ argument, options }, machine) {
    const file = options.scenario ?? null;
    const asked = askedBy(argument);
    const nothing = { ...asked, scenario: file, defects: [], refusal: null };
    if (file === null) {
      const opened = await openSupport(asked, machine);
      return opened.ok ? { exit: 'done', answer: nothing } : refused(nothing, opened);
    }
    if (argument !== null) return refused(nothing, refuse('code-or-scenario'));
    const read = await readScenarioFile(file);
    if (!read.ok) return { exit: 'wrong', answer: { ...nothing, defects: [...read.defects] } };
    const opened = await open(resolve(file), machine);
    return opened.ok ? { exit: 'done', answer: nothing } : refused(nothing, opened);
  },
  say({ scenario, defects, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    if (scenario === null) return [ja ? 'サポートモードを終了しました。' : 'The support mode was closed.'];
    if (defects.length === 0) return [ja ? '場面の練習を終わりました。' : 'The scenario is closed.'];
    return [
      ja ? '場面のファイルに誤りがあります:' : "The scenario's file is wrong:",
      ...defects.map((defect) => `  ${sayScenarioDefect(scenario ?? '', defect, language)}`),
    ];
  },
});

/** A file by its ending, which no code has: .zip, or .p7m for one that is sealed, so that it is told as such. */
function askedBy(argument: string | null): { readonly code: string | null; readonly file: string | null } {
  if (argument !== null && /\.(?:zip|p7m)$/iu.test(argument)) return { code: null, file: resolve(argument) };
  return { code: argument?.slice(0, askedCodeMaxLength) ?? null, file: null };
}

const refused = (answer: SupportAnswer, { exit, refusal }: Refused) => ({ exit, answer: { ...answer, refusal } });

/** Opens the support mode and waits until it is closed. */
async function openSupport({ code, file }: ReturnType<typeof askedBy>, machine: CommandMachine): Promise<Attempt<void>> {
  if (!mayOpenSupport(await readMachinePolicy(machine))) return refuse('policy-forbids');
  const words = file !== null ? [`--support-file=${file}`] : [code === null ? '--support' : `--support=${code}`];
  const ended = await machine.openWindow(words);
  return ended === 0 || machine.stop.aborted ? done(undefined) : refuse('window-not-here');
}

/** Opens the scenario's window and waits until it is closed. */
async function open(path: string, machine: CommandMachine): Promise<Attempt<void>> {
  const policy = await readMachinePolicy(machine);
  if (policy.prescribed.practiceAllowed?.value === false) return refuse('practice-forbidden');
  const code = await machine.openWindow([`--scenario=${path}`]);
  // What the program's own end could not take away.
  await sweepScenarioFolders(machine.temporary);
  if (code === null) return refuse('window-not-here');
  return code === 0 || machine.stop.aborted ? done(undefined) : refuse('scenario-not-opened');
}

export const supportCommands: readonly Command[] = [support];
