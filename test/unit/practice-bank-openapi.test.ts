import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApiDocument } from '../../tools/openapi/document.ts';

const file = new URL('../../docs/openapi.json', import.meta.url);
const command = 'WRITE_OPENAPI=1 npx vitest run --project unit practice-bank-openapi';

it('docs/openapi.json says what the protocol schemas say', () => {
  const expected = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  if (process.env.WRITE_OPENAPI === '1') writeFileSync(file, expected);
  expect(readFileSync(file, 'utf8') === expected, `docs/openapi.json is out of date; write it again with: ${command}`).toBe(true);
});

it('every reference in docs/openapi.json leads somewhere', () => {
  const text = readFileSync(file, 'utf8');
  const document: unknown = JSON.parse(text);
  const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/gu)].map(([, path = '']) => path.split('/'));
  expect(references.length).toBeGreaterThan(10);
  for (const path of references)
    expect(
      path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), document),
      path.join('/'),
    ).toBeDefined();
});
