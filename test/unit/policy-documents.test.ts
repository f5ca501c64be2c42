import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { policyKeys, policyNames, registryName } from '../../main/policy/policy-keys.ts';
import { policyTemplate, policyTemplateTexts } from '../../tools/policy/admx.ts';
import { policyTable, tableBegin, tableEnd } from '../../tools/policy/guide-table.ts';
import { policyJsonSchema } from '../../tools/policy/json-schema.ts';
import { parseXml, type XmlElement } from '../support/parse-xml.ts';

const command = 'WRITE_POLICY=1 npx vitest run --project unit policy-documents';

/** What is written, and what it is made from. */
const documents: Readonly<Record<string, () => string>> = {
  'docs/policy/policy.schema.json': () => `${JSON.stringify(policyJsonSchema(), null, 2)}\n`,
  'docs/policy/Kaitsu.admx': policyTemplate,
  'docs/policy/en-US/Kaitsu.adml': () => policyTemplateTexts('en'),
  'docs/policy/ja-JP/Kaitsu.adml': () => policyTemplateTexts('ja'),
  'docs/it-guide.md': guideWithTable,
};

function guideWithTable(): string {
  const [before = '', rest = ''] = readFileSync('docs/it-guide.md', 'utf8').split(tableBegin);
  const after = rest.split(tableEnd)[1] ?? '';
  return `${before}${tableBegin}\n\n${policyTable()}\n\n${tableEnd}${after}`;
}

it.each(Object.entries(documents))('%s says what the table of keys says', (file, make) => {
  const expected = make();
  if (process.env.WRITE_POLICY === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, expected);
  }
  expect(readFileSync(file, 'utf8') === expected, `${file} is out of date; write it again with: ${command}`).toBe(true);
});

describe('the templates for Group Policy', () => {
  const template = parseXml(policyTemplate());
  const inside = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(inside)];
  const named = (root: XmlElement, name: string) => inside(root).filter((element) => element.name === name);
  const names = (element: XmlElement | undefined) => element?.children.map(({ name }) => name);

  test('have the parts of PolicyDefinitionFiles.xsd, in its order', () => {
    expect(template.name).toBe('policyDefinitions');
    expect(names(template)).toEqual(['policyNamespaces', 'resources', 'supportedOn', 'categories', 'policies']);
    for (const { attributes } of [template, parseXml(policyTemplateTexts('ja'))]) {
      expect(attributes.xmlns).toBe('http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions');
      for (const version of [attributes.revision, attributes.schemaVersion]) expect(version).toMatch(/^[0-9]{1,4}\.[0-9]{1,5}$/u);
    }
  });

  test('prescribe every key, for the machine alone, under its name in the registry', () => {
    const policies = named(template, 'policy');
    expect(policies.map(({ attributes }) => attributes.name)).toEqual(policyNames.map(registryName));
    for (const { attributes, children } of policies) {
      expect(attributes).toMatchObject({ class: 'Machine', key: 'Software\\Policies\\Kaitsu' });
      expect(attributes.name).toMatch(/^[\p{L}\p{N}_]+$/u);
      const [parent, supported, ...values] = children.map(({ name }) => name);
      expect([parent, supported]).toEqual(['parentCategory', 'supportedOn']);
      expect([['enabledValue', 'disabledValue'], ['elements']]).toContainEqual(values);
    }
  });

  test.each(['ja', 'en'] as const)('have every text and box that they refer to, in %s, and no other', (language) => {
    const texts = parseXml(policyTemplateTexts(language));
    expect(names(texts)).toEqual(['displayName', 'description', 'resources']);
    expect(names(texts.children[2])).toEqual(['stringTable', 'presentationTable']);
    const referred = (kind: string) =>
      inside(template).flatMap(({ attributes }) =>
        Object.values(attributes).flatMap((value) => new RegExp(`^\\$\\(${kind}\\.([\\p{L}\\p{N}_]+)\\)$`, 'u').exec(value)?.[1] ?? []),
      );
    const given = (kind: string) => named(texts, kind).map(({ attributes }) => attributes.id ?? '');
    for (const kind of ['string', 'presentation']) expect(given(kind).sort()).toEqual([...new Set(referred(kind))].sort());
    for (const { text } of named(texts, 'string')) expect(text.trim()).not.toBe('');
    // Each box belongs to an element of its own policy.
    const elements = named(template, 'elements').flatMap(({ children }) => children.map(({ attributes }) => attributes.id));
    expect(named(texts, 'presentation').map(({ children }) => children[0]?.attributes.refId)).toEqual(elements);
  });
});

test.each(policyNames)('%s is explained in Japanese and in English', (name) => {
  const { title, text, wanted } = policyKeys[name];
  for (const { ja, en } of [title, text, wanted]) {
    expect(ja).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}"]/u);
    expect(en).not.toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  }
});
