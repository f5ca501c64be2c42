import { basename, isAbsolute, join } from 'node:path';
import { type App, app, dialog } from 'electron';
import { scenarioIdSchema } from '../../preload/contract/practice.ts';
import type { ScenarioReading } from '../scenario/read-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { makeScenarioFolder, removeScenarioFolder, sweepScenarioFolders } from '../scenario/scenario-folder.ts';
import { startTexts } from './start-texts.ts';

/** A start at a scenario of the practice: `--scenario=NAME` of one that comes with the program, or of a file (its absolute path). */

const scenarioSwitch = 'scenario';

export type OpenedScenario = { readonly id: string | null; readonly scenario: Scenario };

export type ScenarioStart = {
  /** @returns the scenario; null where it cannot be used, and the person was told */
  read(): Promise<OpenedScenario | null>;
};

/**
 * Gives a start at a scenario a folder of its own, before anything is opened.
 * @param shipped folder of the scenarios that come with the program
 * @returns null where the program is started as usual
 * @throws where the system has no room for the folder
 */
export function beginAtScenario(program: Pick<App, 'commandLine' | 'getPath' | 'setPath' | 'on'>, temporary: string, shipped: string): ScenarioStart | null {
  if (!program.commandLine.hasSwitch(scenarioSwitch)) return null;
  const word = program.commandLine.getSwitchValue(scenarioSwitch);
  const folder = makeScenarioFolder(temporary, program.getPath('userData'));
  program.setPath('userData', folder);
  program.on('quit', () => removeScenarioFolder(folder));
  void sweepScenarioFolders(temporary);
  return {
    async read() {
      const id = scenarioIdSchema.safeParse(word).success ? word : null;
      // Loaded here alone: no other start waits for a reader of YAML.
      const { readScenarioFile, scenarioEnding } = await import('../scenario/scenario-files.ts');
      const path = id === null ? word : join(shipped, `${id}${scenarioEnding}`);
      const reading: ScenarioReading = isAbsolute(path) ? await readScenarioFile(path) : notAFile;
      if (reading.ok) return { id, scenario: reading.scenario };
      await tellDefects(basename(path), reading);
      return null;
    },
  };
}

const notAFile: ScenarioReading = {
  ok: false,
  defects: [{ line: null, column: null, at: '', wrong: { ja: 'ファイルは絶対パスで指定してください', en: 'give the absolute path of a file' } }],
};

async function tellDefects(name: string, { defects }: Extract<ScenarioReading, { ok: false }>): Promise<void> {
  const { sayScenarioDefect } = await import('../scenario/read-scenario.ts');
  const locale = app.getLocale();
  const { title, body } = startTexts(locale).scenario.wrong;
  const language = locale.startsWith('ja') ? 'ja' : 'en';
  dialog.showErrorBox(title, `${body}\n\n${defects.map((defect) => sayScenarioDefect(name, defect, language)).join('\n')}`);
}

/** Tells the person why the practice does not begin. @param reference of what was not reached, for the log */
export function showNoScenario(why: 'forbidden' | 'notReached', reference = ''): void {
  const { title, body } = startTexts(app.getLocale()).scenario[why];
  dialog.showErrorBox(title, reference === '' ? body : `${body}\n\n${reference}`);
}

/**
 * @param words of the command line
 * @param scenario where the next start begins; null: as usual; undefined: where this one did
 */
export function withScenario(words: readonly string[], scenario: string | null | undefined): string[] {
  if (scenario === undefined) return [...words];
  const others = words.filter((word) => word !== `--${scenarioSwitch}` && !word.startsWith(`--${scenarioSwitch}=`));
  return scenario === null ? others : [...others, `--${scenarioSwitch}=${scenario}`];
}
