import { z } from 'zod';
import { scenarioSchema } from '../../main/scenario/scenario.ts';
import { scenarioWords } from '../../main/scenario/scenario-words.ts';

/** The scenario as JSON Schema: editors show the explanations and mark what is wrong while a scenario is written. */
export function scenarioJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(scenarioSchema, { io: 'input' });
  return { $schema, title: 'Kaitsu scenario', ...Object(explained(rest, '')) };
}

type Part = { readonly properties?: Readonly<Record<string, unknown>>; readonly anyOf?: readonly unknown[] };

/** @param path of the key, e.g. "network.fault" */
function explained(schema: unknown, path: string): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties, anyOf }: Part = schema;
  const words = scenarioWords[path];
  const about = words === undefined ? {} : { description: `${words.about.ja}\n${words.about.en}` };
  const inside =
    properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, explained(one, path === '' ? name : `${path}.${name}`)])) };
  return { ...about, ...schema, ...inside, ...(anyOf === undefined ? {} : { anyOf: anyOf.map((one) => explained(one, path)) }) };
}
