import { mkdir, rm } from 'node:fs/promises';
import { takePictures } from './take.ts';

/**
 * `npm run gallery`: every screen in every state, as PNGs.
 * @param folder where they are laid
 * @param words parts of pictures' names; none takes all
 * @returns the exit code: 1 when a page complained or a barrier was found
 */
export async function runGallery(folder: string, words: readonly string[]): Promise<number> {
  const begun = Date.now();
  if (words.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const taken = await takePictures(folder, words);
  const findings = taken.flatMap(({ name, findings }) => findings.map((finding) => `${name}: ${finding}`));
  for (const finding of findings) console.error(finding);
  console.log(`${taken.length} pictures, ${findings.length} findings, ${((Date.now() - begun) / 1000).toFixed(1)} s, in ${folder}`);
  return findings.length === 0 ? 0 : 1;
}
