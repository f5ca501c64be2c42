import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readWhole } from '../support/whole-file.ts';
import { readScenario, type ScenarioReading } from './read-scenario.ts';
import { deeds, type Scenario } from './scenario.ts';

/** Where scenarios lie: those that come with the program, and any file of a person's. */

export const scenarioEnding = '.yaml';

/** id: of one that comes with the program. */
export type ShippedScenario = { readonly id: string; readonly scenario: Scenario };

/** @param path of a file @returns what it says, or what is wrong with it, whatever lies there */
export async function readScenarioFile(path: string): Promise<ScenarioReading> {
  const file = await readWhole(path);
  switch (file.kind) {
    case 'content':
      return readScenario(file.content);
    case 'absent':
      return wrong('ファイルがありません', 'there is no such file');
    case 'unusable':
      return wrong('通常のファイルではないか、大きすぎます', 'it is no plain file, or too large');
    case 'unavailable':
      return wrong(`読み取れません（${file.code}）`, `it cannot be read (${file.code})`);
    default:
      return file satisfies never;
  }
}

const wrong = (ja: string, en: string): ScenarioReading => ({ ok: false, defects: [{ line: null, column: null, at: '', wrong: { ja, en } }] });

/** @param folder of the scenarios that come with the program @returns them in the manual's order; one that is broken is left out */
export async function shippedScenarios(folder: string): Promise<readonly ShippedScenario[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(scenarioEnding)).sort();
  const read = await Promise.all(names.map(async (name) => [basename(name, scenarioEnding), await readScenarioFile(join(folder, name))] as const));
  return inManualsOrder(read.flatMap(([id, reading]) => (reading.ok ? [{ id, scenario: reading.scenario }] : [])));
}

/** @returns them by what has been done so far, and else as they come */
export function inManualsOrder(scenarios: readonly ShippedScenario[]): readonly ShippedScenario[] {
  const step = ({ scenario }: ShippedScenario) => deeds.indexOf(scenario.done);
  return [...scenarios].sort((one, other) => step(one) - step(other));
}
