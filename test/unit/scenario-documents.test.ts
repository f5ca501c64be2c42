import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '../../main/scenario/read-scenario.ts';
import { scenarioWords } from '../../main/scenario/scenario-words.ts';
import { scenarioJsonSchema } from '../../tools/scenario/json-schema.ts';

const file = 'docs/scenario.schema.json';
const folder = 'assets/scenarios';
const names = readdirSync(folder);

test('the published schema is that of the program', () => {
  const expected = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
  if (process.env.WRITE_SCENARIO === '1') writeFileSync(file, expected);
  expect(
    readFileSync(file, 'utf8') === expected,
    `${file} is out of date; write it again with: WRITE_SCENARIO=1 npx vitest run --project unit scenario-documents`,
  ).toBe(true);
});

test('every key of the schema is explained, and nothing else is', () => {
  const paths = (schema: unknown, path: string): readonly string[] => {
    const { properties = {}, anyOf = [] }: { properties?: Record<string, unknown>; anyOf?: readonly unknown[] } = Object(schema);
    const below = Object.entries(properties).flatMap(([name, one]) => paths(one, path === '' ? name : `${path}.${name}`));
    return [path, ...below, ...anyOf.flatMap((one) => paths(one, path).slice(1))];
  };
  expect([...new Set(paths(scenarioJsonSchema(), ''))].sort()).toEqual(Object.keys(scenarioWords).sort());
});

it.each(names)('%s is right, by the program and by the published schema', (name) => {
  const content = readFileSync(join(folder, name));
  expect(readScenario(content)).toMatchObject({ ok: true });
  expect(new Ajv2020().validate(scenarioJsonSchema(), parse(content.toString('utf8')))).toBe(true);
});

test('the guide for trainers shows an example that the program takes', () => {
  const [, example = ''] = /```yaml\n(.+?)```/su.exec(readFileSync('docs/scenarios.md', 'utf8')) ?? [];
  expect(readScenario(Buffer.from(example))).toMatchObject({ ok: true });
});
