import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../out/app/renderer');
/** Bytes after gzip: what the first screen may make a person wait for. */
const limit = 124_000;

/** The scripts that the bundled page loads before its first screen stands: entry, preloads, and what those import at once. */
function firstScripts(): readonly string[] {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) throw new Error('The window is not bundled: run npm run build first.');
  const waiting = [...readFileSync(index, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/gu)].map(([, path = '']) => join(folder, path));
  const found = new Set<string>();
  for (const path of waiting) {
    if (found.has(path)) continue;
    found.add(path);
    // Only what is imported at once: import("…") of a later screen has a bracket before its quote.
    const imports = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/gu);
    for (const [, other = ''] of imports) waiting.push(join(dirname(path), other));
  }
  return [...found];
}

describe('The first screen', () => {
  it('is among the scripts that the page loads at once', () => {
    expect(firstScripts().some((path) => readFileSync(path, 'utf8').includes('big-choices'))).toBe(true);
  });

  it('takes at most 124 KB of JavaScript, gzipped, before it stands', () => {
    const sizes = firstScripts().map((path) => gzipSync(readFileSync(path)).byteLength);
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limit);
  });
});
