import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { commandHelp, commandSchemas, helpBegin, helpEnd } from '../../tools/command-line/documents.ts';

const command = 'WRITE_COMMANDS=1 npx vitest run --project unit command-documents';
const folder = 'docs/commands';

function guideWithHelp(): string {
  const [before = '', rest = ''] = readFileSync('docs/command-line.md', 'utf8').split(helpBegin);
  return `${before}${helpBegin}\n\n${commandHelp()}\n\n${helpEnd}${rest.split(helpEnd)[1] ?? ''}`;
}

const documents = new Map([
  ['docs/command-line.md', guideWithHelp],
  ...[...commandSchemas()].map(([name, schema]) => [`${folder}/${name}`, () => `${JSON.stringify(schema, null, 2)}\n`] as const),
]);

it.each([...documents])('%s says what the table of commands says', (file, make) => {
  const expected = make();
  if (process.env.WRITE_COMMANDS === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, expected);
  }
  expect(readFileSync(file, 'utf8') === expected, `${file} is out of date; write it again with: ${command}`).toBe(true);
});

test('docs/commands holds the schema of every command, and no other', () => expect(readdirSync(folder).sort()).toEqual([...commandSchemas().keys()].sort()));
