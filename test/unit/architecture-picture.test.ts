import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The picture of docs/architecture.md: nodes are folders (their label is the path), an arrow means "imports". */
const page = readFileSync('docs/architecture.md', 'utf8');
const picture = /```mermaid\n([\s\S]*?)```/u.exec(page)?.[1] ?? '';
const rooms = new Map([...picture.matchAll(/^\s*(\w+)\["([^"<]+)(?:<br\/>[^"]*)?"\]/gmu)].map(([, id = '', path = '']) => [id, path]));
const drawn = [...picture.matchAll(/^\s*(\w+) --> (.+)$/gmu)].flatMap(([, from = '', targets = '']) =>
  targets.split(' & ').map((to) => `${rooms.get(from)} --> ${rooms.get(to.trim())}`),
);

/** Rooms that every room of main may import; the page says so, and their arrows are not drawn. */
const groundFloor = ['preload/contract', 'main/support'];
const roots = ['main', 'preload', 'renderer'];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/'));
}

/** The room of a file: the longest folder in the picture that holds it; null for a file that is drawn nowhere (start-up, entries). */
function roomOf(file: string): string | null {
  const holding = [...rooms.values(), ...groundFloor].filter((path) => file.startsWith(`${path}/`));
  return holding.sort((a, b) => b.length - a.length)[0] ?? null;
}

function imported(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative('.', join(dirname(file), name))
        .split(sep)
        .join('/'),
    );
}

function arrows(): string[] {
  const found = new Set<string>();
  for (const file of roots.flatMap(sources)) {
    const from = roomOf(file);
    for (const target of imported(file)) {
      const to = roomOf(target);
      if (from !== null && to !== null && from !== to && !groundFloor.includes(to)) found.add(`${from} --> ${to}`);
    }
  }
  return [...found].sort();
}

test('the picture of the architecture shows the arrows that are there, and no others', () => {
  expect([...drawn].sort()).toEqual(arrows());
});

test('every folder with sources is a room of the picture', () => {
  const folders = ['main', 'renderer'].flatMap((root) =>
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && sources(join(root, entry.name)).length > 0)
      .map((entry) => `${root}/${entry.name}`),
  );
  expect(folders.filter((folder) => ![...rooms.values(), ...groundFloor].includes(folder))).toEqual([]);
});
