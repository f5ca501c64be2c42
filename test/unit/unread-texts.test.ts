import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/**
 * Which entries of the text catalogue the window never reads. TypeScript itself says which entry a property
 * stands for; what is read by a key that is only known at run time counts as read for every key it may have.
 */

const folder = resolve('renderer');
const texts = resolve('renderer/text');

function programOf(project: string): ts.Program {
  const { config } = ts.readConfigFile(resolve(project, 'tsconfig.json'), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(project));
  return ts.createProgram(fileNames, options);
}

/** Entries as they are declared in the catalogue's files, with their paths; those of a record by a union of keys belong to their type. */
function entriesOf(checker: ts.TypeChecker, type: ts.Type, path: string): readonly (readonly [ts.Node, string])[] {
  return type.getProperties().flatMap((property) => {
    const declared = property.valueDeclaration;
    if (declared === undefined || !ts.isPropertyAssignment(declared) || !declared.getSourceFile().fileName.startsWith(texts)) return [];
    const here = `${path}/${property.name}`;
    const inner = checker.getTypeOfSymbol(property);
    const below = inner.getCallSignatures().length > 0 ? [] : entriesOf(checker, inner, here);
    return below.length > 0 ? below : [[declared, here] as const];
  });
}

/** What an expression, a pattern or a spread reads of the objects that it meets. */
function readsOf(checker: ts.TypeChecker, node: ts.Node): readonly (ts.Symbol | undefined)[] {
  if (ts.isPropertyAccessExpression(node)) return [checker.getSymbolAtLocation(node.name)];
  if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node) || ts.isJsxSpreadAttribute(node))
    return checker.getTypeAtLocation(node.expression).getProperties();
  if (ts.isElementAccessExpression(node)) return keyed(checker, checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node.argumentExpression));
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return [];
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name) ? [checker.getTypeAtLocation(node.parent).getProperty(name.text)] : [];
}

function keyed(checker: ts.TypeChecker, object: ts.Type, key: ts.Type): readonly (ts.Symbol | undefined)[] {
  const keys = key.isUnion() ? key.types : [key];
  const names = keys.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
  return names.length === keys.length ? names.map((name) => checker.getPropertyOfType(object, name)) : object.getProperties();
}

/** @returns the paths of the catalogue's entries that no source of the window reads */
function unreadTexts(program: ts.Program): readonly string[] {
  const checker = program.getTypeChecker();
  const read = new Set<ts.Node>();
  const look = (node: ts.Node): void => {
    // What is read of one of two entries is declared twice: it is read of both.
    for (const symbol of readsOf(checker, node)) for (const declared of symbol?.declarations ?? []) read.add(declared);
    ts.forEachChild(node, look);
  };
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder) && !fileName.startsWith(texts));
  for (const source of sources) look(source);
  const catalogue = program.getSourceFile(resolve(texts, 'ja', 'catalogue.ts'));
  const module = catalogue === undefined ? undefined : checker.getSymbolAtLocation(catalogue);
  const ja = module === undefined ? undefined : checker.getExportsOfModule(module).find(({ name }) => name === 'ja');
  if (ja === undefined) throw new Error('the catalogue ja is not where it was');
  const entries = entriesOf(checker, checker.getTypeOfSymbol(ja), '');
  if (entries.length < 300) throw new Error(`only ${entries.length} entries of the catalogue were found`);
  return entries.filter(([declared]) => !read.has(declared)).map(([, path]) => path);
}

test('there is no text that nobody ever reads', { timeout: 180_000 }, () => expect(unreadTexts(programOf('renderer'))).toEqual([]));
