import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The house's lengths: a file has at most 300 lines, a function at most 60, from its head to its closing brace. */
const mostFileLines = 300;
const mostFunctionLines = 60;

/** Longer still, each to be split when it is next changed. Nothing may be added here. */
const longFunctions: ReadonlySet<string> = new Set([
  'main/certificate/bundles.ts createBundles',
  'main/diagnosis/pc-watch.ts watchPc',
  'main/procedure/procedure.ts createProcedure',
  'main/procedure/runner.ts startRunner',
  'main/release-request/release-request.ts createReleaseRequest',
  'main/support/kept-value.ts openKeptValue',
  'renderer/components/certificate/certificate-validity.tsx CertificateValidity',
  'renderer/components/form/field.tsx Field',
  'renderer/components/form/use-fields.ts useFields',
  'renderer/practice/practice-panel.tsx PracticePanel',
  'renderer/screens/awaiting-release/reminder.tsx Reminder',
  'renderer/screens/release-request/release-request-screen.tsx ReleaseRequestScreen',
  'tools/est/est-authority.ts createEstAuthority',
  'tools/est/est-server.ts startEstServer',
  'tools/gallery/stage.ts openStage',
  'tools/manual/prose-en.ts proseEn',
  'tools/manual/prose-ja.ts proseJa',
  'tools/manual/prose-ko.ts proseKo',
  'tools/manual/style.ts style',
  'tools/shell/page/bridge.ts openBridge',
]);
const longFiles: ReadonlySet<string> = new Set(['renderer/text/en/advice.ts', 'tools/openapi/document.ts']);

type Source = { readonly path: string; readonly text: string };

const sources: readonly Source[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'main', 'preload', 'renderer', 'tools'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.([cm]?[jt]s|tsx)$/u.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

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
  const long = sources.flatMap(tooLong);
  const isKnown = (found: string) => longFunctions.has(found.replace(/: \d+$/u, ''));
  expect(long.filter((found) => !isKnown(found))).toEqual([]);
});

test('no file is longer than the house allows', () => {
  const long = sources.filter(({ text }) => linesOf(text) > mostFileLines).map(({ path }) => path);
  expect(long.filter((path) => !longFiles.has(path))).toEqual([]);
});
