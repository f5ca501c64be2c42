import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The house's lengths: a file has at most 300 lines, a function at most 60, from its head to its closing brace. */
const mostFileLines = 300;
const mostFunctionLines = 60;

type Source = { readonly path: string; readonly text: string };

/** @returns the source files below these folders, those included that git does not know yet */
function sourcesOf(...folders: readonly string[]): readonly Source[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], { encoding: 'utf8' });
  return listed
    .split('\n')
    .filter((path) => /\.([cm]?[jt]s|tsx)$/u.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const sources = sourcesOf('main', 'preload', 'renderer', 'tools');

const linesOf = (text: string) => text.replace(/\n$/u, '').split('\n').length;

/** @returns the functions of a source that are too long, as "path name: lines" */
function tooLong({ path, text }: Source): readonly string[] {
  if (linesOf(text) <= mostFunctionLines) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = linesOf(node.getText(file));
      if (lines > mostFunctionLines) found.push(`${path} ${nameOf(node)}: ${lines}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A function's own name, or that of what it is kept in. */
function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? '(nameless)';
}

test('a function that is too long is found, wherever it stands', () => {
  const body = 'call();\n'.repeat(mostFunctionLines);
  const forms = [
    `function long() {\n${body}}`,
    `const long = () => {\n${body}};`,
    `class A {\n long() {\n${body}}\n}`,
    `const a = { long() {\n${body}} };`,
    `const a = { long: async () => {\n${body}} };`,
  ];
  for (const text of forms) expect(tooLong({ path: 'a.ts', text })).toEqual([`a.ts long: ${mostFunctionLines + 2}`]);
  expect(tooLong({ path: 'a.tsx', text: `export function Long() {\n return (\n<p>\n${'text\n'.repeat(mostFunctionLines)}</p>);\n}` })).toHaveLength(1);
  expect(tooLong({ path: 'a.ts', text: `function short() {\n${'call();\n'.repeat(mostFunctionLines - 2)}}` })).toEqual([]);
});

test('no function is longer than the house allows', { timeout: 60_000 }, () => {
  expect(sources.flatMap(tooLong)).toEqual([]);
});

test('no file is longer than the house allows', () => {
  const long = [...sources, ...sourcesOf('test')].filter(({ text }) => linesOf(text) > mostFileLines);
  expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([]);
});
