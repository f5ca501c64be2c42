import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Release, releases } from '../../preload/contract/full-code/releases.ts';
import { readWindowCode, writeWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { describeWindow } from '../../renderer/reproduction/describe-window.ts';
import { untouched } from '../../renderer/reproduction/page-notes.ts';
import { presentedOf } from '../../tools/gallery/presenting.ts';
import { allScenes } from '../../tools/gallery/scenes/all.ts';

/**
 * A customer's Kaitsu may be older than support's. The codes of every release lie in full-codes/, with what each of them tells;
 * those of a release that is out are never written again. Those of the version at work are, where their layout is meant to
 * change before it is out: KEEP_CODES=1 npx vitest run --project unit full-code-releases
 */

type Kept = readonly [code: string, told: unknown];
const pathOf = (release: Release) => join(import.meta.dirname, 'full-codes', `${release}.jsonl`);
const keptOf = (release: Release): readonly Kept[] =>
  readFileSync(pathOf(release), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const latest = releases[releases.length - 1] ?? releases[0];

/** By its name, so that a scene between two others changes none of them. */
const turnOf = (name: string) => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** Every scene of the gallery, by turns in each language and on each system. */
function codesOfToday(): readonly Kept[] {
  const systems = ['windows', 'macos', 'linux', 'other'] as const;
  // Of the hand-over record the screen below it is told.
  const drawn = allScenes.filter(({ broken, handOver }) => broken === undefined && handOver === undefined);
  return drawn.map((scene) => {
    const index = turnOf(scene.name);
    const language = languages[index % languages.length] ?? 'ja';
    const { states } = presentedOf(scene, { language });
    const os = systems[index % systems.length] ?? 'other';
    const code = writeWindowCode(describeWindow(states, untouched, { version: latest, os, dark: index % 2 === 1 }));
    const read = readWindowCode(code);
    if (read.kind !== 'read') throw new Error(`${scene.name}: ${read.kind}`);
    return [code, read.described];
  });
}

describe('the full codes of every release', () => {
  if (process.env.KEEP_CODES !== undefined) writeFileSync(pathOf(latest), `${[...new Set(codesOfToday().map((each) => JSON.stringify(each)))].join('\n')}\n`);

  it.each(releases)('are read as they were meant: %s', (release) => {
    expect(existsSync(pathOf(release)), 'a release has its codes kept').toBe(true);
    const kept = keptOf(release);
    expect(kept.length).toBeGreaterThan(100);
    for (const [code, told] of kept) expect(readWindowCode(code), code).toEqual({ kind: 'read', described: told });
  });

  it('are written today as those that are kept', () => {
    const kept = new Map(keptOf(latest));
    expect(codesOfToday().filter(([code]) => !kept.has(code))).toEqual([]);
  });
});
