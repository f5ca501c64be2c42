import type { KaitsuApi } from '../../preload/contract/contract.ts';
import { problemsOf } from './marks.ts';
import type { Scrub } from './scrub.ts';
import type { ReplayControls } from './use-replay.ts';

/** The moments of which the report has a picture, and the pictures. */

/** One moment of the report. png: null where no picture could be taken, or there was no window. */
export type Picture = { readonly index: number; readonly image: ImageBitmap | null };

/** A page each; more would be no report any more. */
export const mostPictures = 12;

/** How many events behind a refusal the screen that tells of it comes, at most. */
const soon = 20;

/** @returns the moments with notes, then those at which an attempt was spent or something refused; in the order of time */
export function picturedMoments({ notes, marks, session }: Pick<ReplayControls, 'notes' | 'marks' | 'session'>): readonly number[] {
  const told = (mark: (typeof marks)[number]): number => {
    if (!('code' in mark)) return mark.index;
    const after = session.shown.slice(mark.index, mark.index + soon).findIndex((shown) => problemsOf(shown).some(({ code }) => code === mark.code));
    return after === -1 ? mark.index : mark.index + after;
  };
  const of = (kind: string) => marks.filter((mark) => mark.kind === kind).map(told);
  const all = [...new Set([...[...notes.keys()].sort((a, b) => a - b), ...of('attempt'), ...of('refused')])];
  return all.slice(0, mostPictures).sort((a, b) => a - b);
}

type Taking = {
  readonly api: KaitsuApi;
  readonly scrub: Scrub;
  readonly settled: () => Promise<void>;
  readonly session: ReplayControls['session'];
  /** Told which one comes, from 1. */
  readonly progress: (number: number, of: number) => void;
};

/** Goes to each moment and takes its picture, while the frame stands before the window. */
export async function takePictures(indexes: readonly number[], { api, scrub, settled, session, progress }: Taking): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const [number, index] of indexes.entries()) {
    progress(number + 1, indexes.length);
    if (session.shown[index]?.kind !== 'window') {
      pictures.push({ index, image: null });
      continue;
    }
    scrub.go(index);
    await settled();
    pictures.push({ index, image: await takeOne(api) });
  }
  return pictures;
}

async function takeOne(api: KaitsuApi): Promise<ImageBitmap | null> {
  const area = areaOf(document.querySelector('.replay-frame iframe'));
  if (area === null) return null;
  const reply = await api.replay.takePicture(area).catch(() => null);
  if (reply?.ok !== true || reply.value.png === null) return null;
  const bytes = Uint8Array.from(atob(reply.value.png), (sign) => sign.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: 'image/png' })).catch(() => null);
}

/** @returns what is seen of an element, in whole pixels; null: nothing */
function areaOf(element: Element | null) {
  const box = element?.getBoundingClientRect();
  if (box === undefined) return null;
  const [x, y] = [Math.max(0, Math.ceil(box.left)), Math.max(0, Math.ceil(box.top))];
  const [width, height] = [Math.floor(Math.min(box.right, window.innerWidth)) - x, Math.floor(Math.min(box.bottom, window.innerHeight)) - y];
  return width < 1 || height < 1 ? null : { x, y, width, height };
}
