import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
const pages = tracked.filter((file) => file.endsWith('.md') && existsSync(file));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** A path in backticks that begins with a folder of the repository: `main/index.ts`, `test/unit/…/a.test.ts`. */
function pathsOf(page: string): string[] {
  return [...page.matchAll(/`((?:main|preload|renderer|tools|test|assets|docs)\/[\w./{},-]+)`/gu)].map(([, path = '']) => path);
}

/** `text/{ja,en}/a.ts` as the paths that it stands for. */
function expanded(path: string): string[] {
  const braces = /\{([^}]+)\}/u.exec(path);
  if (braces === null) return [path];
  return (braces[1] ?? '').split(',').flatMap((part) => expanded(path.replace(braces[0], part)));
}

describe.each(pages)('%s', (file) => {
  const page = readFileSync(file, 'utf8');

  it('links only to files that are there', () => {
    const targets = [...page.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/gu)].map(([, target = '']) => join(dirname(file), target));
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  it('names only paths that are there', () => {
    expect(
      pathsOf(page)
        .flatMap(expanded)
        .filter((path) => !existsSync(path)),
    ).toEqual([]);
  });

  it('names only commands that are there', () => {
    const commands = [...page.matchAll(/npm run (?:--silent |-s )?([\w:-]+)/gu)].map(([, name = '']) => name);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
