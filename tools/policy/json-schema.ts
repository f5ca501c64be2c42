import { z } from 'zod';
import { policyKeys, policyNames } from '../../main/policy/policy-keys.ts';

/** The policy as JSON Schema: editors show the explanations and mark what is wrong while it is written. */
export function policyJsonSchema(): object {
  const properties = policyNames.map((name) => {
    const { schema, title, text } = policyKeys[name];
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return [name, { title: `${title.ja} / ${title.en}`, description: `${text.ja}\n${text.en}`, ...rest }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kaitsu policy',
    description: '/etc/kaitsu/policy.json',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}
