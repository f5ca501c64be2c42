import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The pictures that matter most: what they look like is kept in the repository, and compared in every run. */
export const referenceNames = [
  '110-start-ja-light-1280',
  '111-start-good-ja-light-1280',
  '01-locked-ja-light-1280',
  '31-request-filled-ja-light-1280',
  '33-request-errors-ja-light-1280',
  '02-awaiting-release-ja-light-1280',
  '04-logon-menu-ja-light-1280',
  '38-preflight-bad-ja-light-1280',
  '05-activation-menu-ja-light-1280',
  '06-identification-ja-light-1280',
  '06-identification-ko-dark-1280',
  '09-identification-last-attempt-ja-light-1280',
  '10-identification-locked-ja-light-1280',
  '13-new-pins-ja-light-1280',
  '13-new-pins-en-dark-1280',
  '14-new-pins-errors-ja-light-1280',
  '15-one-time-password-ja-light-1280',
  '15-one-time-password-en-light-1024',
  '15-one-time-password-ja-forced-1280',
  '15-one-time-password-ja-zoom-640',
  '16-one-time-password-panel-ja-dark-1280',
  '18-certificate-required-ja-light-1280',
  '20-retrieval-waiting-ja-light-1280',
  '22-retrieval-failed-ja-light-1280',
  '23-certificate-ready-ja-light-1280',
  '24-logged-on-ja-light-1280',
  '25-resume-ko-light-1280',
  '106-help-ja-light-1280',
  '27-start-over-ja-light-1280',
  '52-user-selection-ja-light-1280',
  '60-user-change-ja-light-1280',
  'p509-certificates-piled-up-ja-light-1280',
  '90-unavailable-ja-light-1280',
] as const;

/**
 * Up to this share of differing pixels a picture counts as the kept one. Antialiased edges are not counted
 * at all, so that another version of the browser stays below it; one button in another colour does not.
 */
export const tolerance = 0.002;

/** How far two pixels may be apart in colour, from 0 to 1 (pixelmatch's threshold, in YIQ). */
const colourTolerance = 0.1;

export type Comparison = {
  readonly name: string;
  /** same: within the tolerance; different: beyond it, or of another size; new: nothing is kept yet. */
  readonly verdict: 'same' | 'different' | 'new';
  /** Share of pixels that differ, from 0 to 1. */
  readonly share: number;
  /** Where the picture of the difference lies, if there is one. */
  readonly difference: string | null;
};

/**
 * Compares one picture with the kept one, and draws what differs.
 * @param taken path of the picture
 * @param kept path of the reference
 * @param difference where the picture of the difference is laid when there is any
 */
export async function compare(name: string, taken: string, kept: string, difference: string): Promise<Comparison> {
  await rm(difference, { force: true });
  const before = await read(kept);
  if (before === null) return { name, verdict: 'new', share: 1, difference: null };
  const after = await read(taken);
  if (after === null) throw new Error(`There is no picture ${taken}.`);
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const drawn = new PNG({ width, height });
  const differing = pixelmatch(framed(before, width, height), framed(after, width, height), drawn.data, width, height, { threshold: colourTolerance });
  const share = differing / (width * height);
  const resized = before.width !== after.width || before.height !== after.height;
  if (differing > 0 || resized) await writeFile(difference, PNG.sync.write(drawn));
  return { name, verdict: share > tolerance || resized ? 'different' : 'same', share, difference: differing > 0 || resized ? difference : null };
}

/** Keeps pictures as references, without their alpha channel and packed as tightly as the format allows. */
export async function accept(names: readonly string[], taken: (name: string) => string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    const picture = await read(taken(name));
    if (picture === null) throw new Error(`There is no picture ${name} to keep.`);
    await writeFile(join(folder, `${name}.png`), PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, filterType: -1 }));
  }
}

/** The comparisons as lines of a table, for those who read the log. */
export function tableOf(comparisons: readonly Comparison[]): readonly string[] {
  const length = Math.max(...comparisons.map(({ name }) => name.length), 4);
  const lines = comparisons.map(({ name, verdict, share, difference }) => {
    const amount = verdict === 'new' ? '-' : `${(share * 100).toFixed(3)} %`;
    return `${name.padEnd(length)}  ${amount.padStart(10)}  ${verdict.padEnd(9)}  ${difference ?? ''}`.trimEnd();
  });
  return [`${'kept picture'.padEnd(length)}  ${'differs by'.padStart(10)}`, ...lines];
}

async function read(path: string): Promise<PNG | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : PNG.sync.read(bytes);
}

/** The pixels in a frame of this size; what is beyond the picture stays empty, and so differs. */
function framed(picture: PNG, width: number, height: number): Buffer {
  if (picture.width === width && picture.height === height) return picture.data;
  const frame = new PNG({ width, height });
  PNG.bitblt(picture, frame, 0, 0, picture.width, picture.height, 0, 0);
  return frame.data;
}
