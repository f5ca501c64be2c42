import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import type { Bilingual, ConsoleLanguage } from '../policy/bilingual.ts';
import { decodeText } from '../support/json-text.ts';
import { contradictionsOf } from './contradictions.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';
import { wantedAt } from './scenario-words.ts';

/** Reads the file of a scenario: YAML 1.2, bounded, without anything of YAML that a person would not write here. */

/** Ten times what a scenario takes, in bytes. */
export const scenarioLimit = 32 * 1024;
/** Levels of a scenario, and a few more. */
const deepest = 8;
/** Of a file in which nothing fits, these many places say enough. */
const mostDefects = 20;

/** A place in the file, and what is wrong there. line, column: from 1; null: the file as a whole. at: e.g. "network.fault". */
export type ScenarioDefect = { readonly line: number | null; readonly column: number | null; readonly at: string; readonly wrong: Bilingual };
export type ScenarioReading = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly defects: readonly ScenarioDefect[] };

const ofFile = (ja: string, en: string): ScenarioReading => ({ ok: false, defects: [{ line: null, column: null, at: '', wrong: { ja, en } }] });

const tooDeep = ofFile(`階層が深すぎます（${deepest} 階層以内）`, `it is nested too deep (at most ${deepest} levels)`);

/** @param content UTF-8, with or without a byte order mark */
export function readScenario(content: Uint8Array): ScenarioReading {
  if (content.length > scenarioLimit)
    return ofFile(`大きすぎます（${scenarioLimit / 1024} KiB 以内）`, `it is too large (at most ${scenarioLimit / 1024} KiB)`);
  const text = decodeText(content);
  if (text === null) return ofFile('UTF-8 ではありません。UTF-8 で保存してください', 'it is not UTF-8; save it as UTF-8');
  if (text.trim() === '') return ofFile('空のファイルです', 'the file is empty');
  const lines = new LineCounter();
  const document = parse(text, lines);
  if (document === null) return tooDeep;
  const place = placesIn(document, lines);
  if (isTooDeep(document)) return tooDeep;
  const wrong = [...document.errors.map((error) => ofError(error, lines)), ...unwanted(document, lines)];
  if (wrong.length > 0) return { ok: false, defects: inOrder(wrong) };
  const parsed = scenarioSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!parsed.success) return { ok: false, defects: inOrder(parsed.error.issues.flatMap((issue) => ofIssue(issue, place, !document.hasIn(issue.path)))) };
  const contradictions = contradictionsOf(parsed.data);
  if (contradictions.length === 0) return { ok: true, scenario: parsed.data };
  return { ok: false, defects: inOrder(contradictions.map(({ path, wrong: sentence }) => ({ ...place(path), at: path.join('.'), wrong: sentence }))) };
}

/** @returns "file:line:column: key: what is wrong" */
export function sayScenarioDefect(file: string, { line, column, at, wrong }: ScenarioDefect, language: ConsoleLanguage): string {
  const where = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return `${where}: ${at === '' ? '' : `${at}: `}${wrong[language]}`;
}

/** @returns null where the text is nested deeper than a reader's stack */
function parse(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      schema: 'core',
      version: '1.2',
      uniqueKeys: true,
      resolveKnownTags: false,
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** In plain words; what else YAML forbids is said by its reader. */
const yamlSentences: Readonly<Partial<Record<YAMLError['code'], Bilingual>>> = {
  DUPLICATE_KEY: { ja: '同じ項目が二度あります', en: 'the key stands twice' },
  TAB_AS_INDENT: { ja: '字下げにはタブではなく空白を使ってください', en: 'indent with blanks, not with a tab' },
  BAD_INDENT: { ja: '字下げがそろっていません', en: 'the indentation does not fit' },
  MULTIPLE_DOCS: {
    ja: '「---」で区切られた二つ目の内容があります。一つのファイルに一つの場面を書いてください',
    en: 'there is a second document behind "---"; write one scenario in a file',
  },
  MISSING_CHAR: { ja: '引用符か「:」が足りません', en: 'a quotation mark or a ":" is missing' },
  BAD_ALIAS: { ja: '「*」で始まる値は使えません。引用符で囲んでください', en: 'a value does not begin with "*"; put it in quotation marks' },
};

function ofError({ code, message, pos: [start] }: YAMLError, lines: LineCounter): ScenarioDefect {
  const { line, col } = lines.linePos(start);
  return { line, column: col, at: '', wrong: yamlSentences[code] ?? { ja: `YAML として読めません（${message}）`, en: `it is not YAML (${message})` } };
}

/** The visitor stops at the first node that lies too deep, so it goes no deeper itself. */
function isTooDeep(document: Document): boolean {
  let found = false;
  // A pair stands between a map and its value.
  visit(document, (_key, _node, path) => {
    found = path.length > 2 * deepest;
    return found ? visit.BREAK : undefined;
  });
  return found;
}

/** Anchors, aliases and tags of a kind of their own. */
function unwanted(document: Document, lines: LineCounter): readonly ScenarioDefect[] {
  const found: ScenarioDefect[] = [];
  const add = (node: Node, ja: string, en: string) => void found.push({ ...placeOf(node, lines), at: '', wrong: { ja, en } });
  visit(document, (_key, node) => {
    if (!isNode(node)) return undefined;
    if (isAlias(node) || ('anchor' in node && node.anchor !== undefined))
      add(node, '「&」「*」による参照は使えません', 'anchors (&) and aliases (*) are not used here');
    return found.length >= mostDefects ? visit.BREAK : undefined;
  });
  const strange = document.warnings.map((warning) => ({
    ...ofError(warning, lines),
    wrong: { ja: '「!」で始まる型は使えません', en: 'tags (!) are not used here' },
  }));
  return [...found, ...strange];
}

type Place = Pick<ScenarioDefect, 'line' | 'column'>;
type FindPlace = (path: readonly PropertyKey[]) => Place;

function placeOf(node: Node, lines: LineCounter): Place {
  const { line, col } = lines.linePos(node.range?.[0] ?? 0);
  return { line, column: col };
}

/** @returns where a key stands in the file; of one that is missing, where what is around it begins */
function placesIn(document: Document, lines: LineCounter): FindPlace {
  return (path) => {
    let around: unknown = document.contents;
    let nearest: Node | null = isNode(document.contents) ? document.contents : null;
    for (const key of path) {
      if (!isMap(around)) break;
      const pair = around.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      if (isNode(pair.key)) nearest = pair.key;
      around = pair.value;
    }
    return nearest === null ? { line: 1, column: 1 } : placeOf(nearest, lines);
  };
}

const longestName = 40;

function ofIssue(issue: z.core.$ZodIssue, place: FindPlace, isMissing: boolean): readonly ScenarioDefect[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      ...place([...issue.path, name]),
      at: [at, name.slice(0, longestName)].filter((part) => part !== '').join('.'),
      wrong: { ja: 'この項目はありません。綴りを確かめてください', en: 'there is no such key; check the spelling' },
    }));
  const wanted = wantedAt(issue.path);
  return [
    {
      ...place(issue.path),
      at,
      wrong: isMissing
        ? { ja: `この項目が必要です（${wanted.ja}）`, en: `it is missing (wanted: ${wanted.en})` }
        : { ja: `値が正しくありません（必要な値: ${wanted.ja}）`, en: `the value is not right (wanted: ${wanted.en})` },
    },
  ];
}

function inOrder(defects: readonly ScenarioDefect[]): readonly ScenarioDefect[] {
  return [...defects].sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)).slice(0, mostDefects);
}
