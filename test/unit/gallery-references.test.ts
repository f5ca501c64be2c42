import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { accept, compare, tableOf } from '../../tools/gallery/references.ts';

const folder = mkdtempSync(join(tmpdir(), 'kaitsu-references-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A white window of this size with a blue button of so many pixels' width. */
function lay(name: string, button: number, colour: readonly [number, number, number] = [31, 79, 130], width = 400): string {
  const picture = new PNG({ width, height: 250 });
  picture.data.fill(255);
  for (let y = 100; y < 120; y += 1) for (let x = 50; x < 50 + button; x += 1) picture.data.set(colour, (y * width + x) * 4);
  const path = join(folder, `${name}.png`);
  writeFileSync(path, PNG.sync.write(picture));
  return path;
}
const against = (name: string, taken: string) => compare(name, taken, join(folder, 'kept', `${name}.png`), join(folder, `${name}-difference.png`));

describe('a kept picture', () => {
  it('is met by the same picture taken again', async () => {
    const taken = lay('same', 60);
    await accept(['same'], () => taken, join(folder, 'kept'));
    expect(await against('same', taken)).toEqual({ name: 'same', verdict: 'same', share: 0, difference: null });
  });

  it('shows that a button has got another colour, how much that is, and where', async () => {
    const before = lay('colour', 60);
    await accept(['colour'], () => before, join(folder, 'kept'));
    const found = await against('colour', lay('colour-now', 60, [179, 38, 30]));
    expect(found).toMatchObject({ verdict: 'different', difference: join(folder, 'colour-difference.png') });
    expect(found.share).toBeCloseTo((60 * 20) / (400 * 250), 4);
  });

  it('shows that a button has got wider', async () => {
    const before = lay('size', 60);
    await accept(['size'], () => before, join(folder, 'kept'));
    expect(await against('size', lay('size-now', 80))).toMatchObject({ verdict: 'different' });
  });

  it('is not met by a window of another size', async () => {
    const before = lay('window', 60);
    await accept(['window'], () => before, join(folder, 'kept'));
    expect(await against('window', lay('window-now', 60, [31, 79, 130], 401))).toMatchObject({ verdict: 'different' });
  });

  it('is met where one dot is of a slightly other shade', async () => {
    const before = lay('shade', 60);
    await accept(['shade'], () => before, join(folder, 'kept'));
    expect(await against('shade', lay('shade-now', 60, [32, 80, 131]))).toMatchObject({ verdict: 'same' });
  });

  it('that is not there yet is named in the table, with its share once it is', async () => {
    const comparison = await against('never', lay('never-now', 10));
    expect(comparison.verdict).toBe('new');
    expect(tableOf([comparison, { name: 'x', verdict: 'different', share: 0.0125, difference: 'out/x.png' }]).at(-1)).toMatch(
      /x\s+1\.250 %\s+different\s+out\/x\.png/u,
    );
  });
});
