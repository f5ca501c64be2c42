import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexPage } from './index-page.ts';
import { accept, type Comparison, compare, referenceNames, tableOf } from './references.ts';
import { type Taken, takePictures } from './take.ts';

/** Where the kept pictures lie. */
const keptFolder = join(import.meta.dirname, 'references');

/**
 * `npm run gallery`: every screen in every state, as PNGs with an index page, audited and compared with what is kept.
 * @param folder where they are laid
 * @param words parts of pictures' names; none takes all. `--accept` keeps the important pictures as they look now
 * @returns the exit code: 1 when a page complained, a barrier was found, or a kept picture looks otherwise
 */
export async function runGallery(folder: string, words: readonly string[]): Promise<number> {
  const begun = Date.now();
  if (words.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'differences'), { recursive: true });
  const accepting = words.includes('--accept');
  const taken = await takePictures(folder, accepting ? { names: referenceNames } : { parts: words });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const findings = taken.flatMap(({ name, findings }) => findings.map((finding) => `${name}: ${finding}`));
  for (const finding of findings) console.error(finding);
  if (accepting) await renew(folder);
  const comparisons = await compareTaken(folder, taken);
  await writeFile(join(folder, 'index.html'), indexPage(taken, comparisons));
  if (comparisons.length > 0) console.log(tableOf(comparisons).join('\n'));
  const changed = comparisons.filter(({ verdict }) => verdict !== 'same').length;
  console.log(
    `${taken.length} pictures, ${findings.length} findings, ${changed} of ${comparisons.length} kept pictures differ, ${seconds} s: ${folder}/index.html`,
  );
  if (changed > 0) console.log('Where the pictures are as they should be now: npm run gallery -- --accept');
  return findings.length === 0 && changed === 0 ? 0 : 1;
}

/** Keeps the important pictures again; what is not important any more is not kept. */
async function renew(folder: string): Promise<void> {
  await rm(keptFolder, { recursive: true, force: true });
  await accept(referenceNames, (name) => join(folder, `${name}.png`), keptFolder);
}

/** Compares those of the important pictures that were taken. */
async function compareTaken(folder: string, taken: readonly Taken[]): Promise<readonly Comparison[]> {
  const names = new Set(taken.map(({ name }) => name));
  const comparisons: Comparison[] = [];
  for (const name of referenceNames.filter((each) => names.has(each))) {
    const kept = join(keptFolder, `${name}.png`);
    const comparison = await compare(name, join(folder, `${name}.png`), kept, join(folder, 'differences', `${name}.png`));
    if (comparison.difference !== null) await copyFile(kept, join(folder, 'differences', `${name}-kept.png`));
    comparisons.push(comparison);
  }
  return comparisons;
}
