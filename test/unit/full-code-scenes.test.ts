import { describe, expect, it } from 'vitest';
import { readWindowCode, writeWindowCode } from '../../preload/contract/full-code/window-code.ts';
import { languages } from '../../preload/contract/preferences.ts';
import { describeWindow } from '../../renderer/reproduction/describe-window.ts';
import { type PageNotes, untouched } from '../../renderer/reproduction/page-notes.ts';
import { reproduce } from '../../renderer/reproduction/reproduce.ts';
import { presentedOf } from '../../tools/gallery/presenting.ts';
import { allScenes } from '../../tools/gallery/scenes/all.ts';
import { practiceBank, releaseRequest } from '../../tools/window/snapshots.ts';

/** The gallery's scenes, told in a full code and drawn of it again. */

const { layout } = releaseRequest();
/** What of these scenes is on the page alone. */
const onPage: Readonly<Record<string, Partial<PageNotes>>> = {
  '33-request-errors': { faults: new Set(['representative', 'accountNumber', 'lockedPins', 'contactPhone']) },
  '141-settings-prescribed': { over: 'settings' },
  '142-settings-update': { over: 'settings' },
};
/** Before the file for support and the hand-over record a code tells the screen that is behind them. */
const drawn = allScenes.filter(({ broken, bundle, handOver }) => broken === undefined && bundle === undefined && handOver === undefined);

describe('a full code', () => {
  it.each(languages)('brings every scene back as it was published, in %s', (language) => {
    const lost: string[] = [];
    for (const scene of drawn) {
      const { states } = presentedOf(scene, { language });
      const code = writeWindowCode(describeWindow(states, { ...untouched, ...onPage[scene.name] }, { version: '0.1.0', os: 'linux', dark: false }));
      const read = readWindowCode(code);
      if (read.kind !== 'read') throw new Error(`${scene.name}: ${read.kind}`);
      const bank = scene.bank?.(practiceBank) ?? practiceBank;
      const again = reproduce(read.described, { bank, layouts: { release: layout, reissue: layout } }).states;
      for (const name of Object.keys(states) as (keyof typeof states)[])
        if (JSON.stringify(sorted(again[name])) !== JSON.stringify(sorted(states[name]))) lost.push(`${scene.name}: ${name}`);
    }
    expect(lost).toEqual([]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
