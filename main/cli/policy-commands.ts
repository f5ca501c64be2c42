import { z } from 'zod';
import type { ConsoleLanguage } from '../policy/bilingual.ts';
import { policyPlace, readMachinePolicy } from '../policy/machine-policy.ts';
import { type PolicyDefect, policyDefectKinds, sayPolicyDefect } from '../policy/policy-defect.ts';
import { brokenPolicy } from '../policy/policy-entries.ts';
import { readPolicyJson } from '../policy/policy-json.ts';
import { policyKeys, policyNames } from '../policy/policy-keys.ts';
import { type Policy, readPolicy } from '../policy/read-policy.ts';
import { readWhole } from '../support/whole-file.ts';
import { type Command, command } from './command-line.ts';

/** What of the policy is wrong, and what of it holds. */

const sourceSchema = z.object({ kind: z.enum(['file', 'managed-preferences', 'registry']), place: z.string() });
const defectSchema = z.object({
  at: z.string().describe('the key, or the place in it; empty: the policy as a whole'),
  kind: z.enum(policyDefectKinds),
  detail: z.string(),
});

const checkAnswer = z.object({
  looked: sourceSchema.describe('where was looked'),
  found: z.boolean().describe('whether there is a policy'),
  defects: z.array(defectSchema),
});

const showAnswer = z.object({
  source: sourceSchema.nullable().describe('where the policy stands; null: there is none'),
  organization: z.string().nullable().describe('who prescribes'),
  prescribed: z.array(
    z.object({
      key: z.enum(policyNames as [string, ...string[]]),
      value: z.unknown().describe('as in the policy; for bankFile, bankSigner and bankProfile null where no bank may be used'),
      broken: z.boolean().describe('whether the policy is wrong here, and the value is the one that allows least'),
    }),
  ),
  free: z.array(z.string()).describe('keys that the person chooses'),
  defects: z.array(defectSchema),
});

const sayDefects = (defects: readonly PolicyDefect[], language: ConsoleLanguage): readonly string[] =>
  defects.map((one) => `  ${sayPolicyDefect(one, language)}`);

const check = command({
  name: 'policy check',
  argument: { name: 'FILE', isNeeded: false },
  options: {},
  about: {
    ja: 'この PC のポリシー（または配布前の JSON ファイル）に誤りがないか調べます',
    en: "look for what is wrong with this PC's policy, or with a JSON file before it is distributed",
  },
  answer: checkAnswer,
  async run({ argument }, machine) {
    const looked = argument === null ? policyPlace(machine.platform) : { kind: 'file' as const, place: argument };
    const policy = argument === null ? await readMachinePolicy(machine) : await readDraft(argument);
    return { exit: policy.defects.length === 0 ? 'done' : 'wrong', answer: { looked, found: policy.source !== null, defects: [...policy.defects] } };
  },
  say({ looked, found, defects }, language) {
    const ja = language === 'ja';
    if (!found) return [ja ? `ポリシーはありません（${looked.place}）。` : `There is no policy (${looked.place}).`];
    if (defects.length === 0) return [ja ? `ポリシーに誤りはありません（${looked.place}）。` : `The policy is right (${looked.place}).`];
    return [ja ? `ポリシーに誤りがあります（${looked.place}）:` : `The policy is wrong (${looked.place}):`, ...sayDefects(defects, language)];
  },
});

/** A draft lies where its writer likes: who else can write it matters on the PC that it is for. */
async function readDraft(path: string): Promise<Policy> {
  const file = await readWhole(path);
  const found =
    file.kind === 'content'
      ? readPolicyJson(file.content)
      : brokenPolicy(file.kind === 'unusable' ? 'no-plain-file' : 'unreadable', file.kind === 'unavailable' ? file.code : file.kind);
  return readPolicy(found, { kind: 'file', place: path });
}

const show = command({
  name: 'policy show',
  argument: null,
  options: {},
  about: { ja: 'この PC で指定されている項目と、指定した部署を示します', en: 'show what is prescribed on this PC, and by whom' },
  answer: showAnswer,
  async run(_asked, machine) {
    const { source, prescribed, defects } = await readMachinePolicy(machine);
    const given = policyNames.flatMap((key) => {
      const found = prescribed[key];
      return found === null ? [] : [{ key, value: found.value, broken: found.broken }];
    });
    const free = policyNames.filter((key) => prescribed[key] === null);
    const organization = prescribed.organization?.value ?? '';
    return {
      exit: defects.length === 0 ? 'done' : 'wrong',
      answer: { source, organization: organization === '' ? null : organization, prescribed: given, free, defects: [...defects] },
    };
  },
  say({ source, organization, prescribed, defects }, language) {
    const ja = language === 'ja';
    if (source === null) return [ja ? 'この PC で指定されている項目はありません。' : 'Nothing is prescribed on this PC.'];
    const by = organization ?? source.place;
    const lines = policyNames.flatMap((name) => {
      const found = prescribed.find(({ key }) => key === name);
      if (found === undefined) return [];
      const broken = ja ? '  ← 誤りがあるため制限しています' : '  <- wrong in the policy, so restricted';
      return [`  ${policyKeys[name].title[language]} (${name}): ${shortly(found.value)}${found.broken ? broken : ''}`];
    });
    const wrong = defects.length === 0 ? [] : ['', ja ? '誤り:' : 'Wrong:', ...sayDefects(defects, language)];
    return [ja ? `${by} により指定されています（${source.place}）:` : `Prescribed by ${by} (${source.place}):`, ...lines, ...wrong];
  },
});

const longestShown = 120;

function shortly(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}

export const policyCommands: readonly Command[] = [check, show];
