import { basename } from 'node:path';
import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { type BundleOpening, bundleFileLimit } from '../../preload/contract/replay.ts';
import { createSavedFile, type SavedFileParts } from '../release-request/saved-file.ts';
import type { Log } from '../support/ports.ts';
import { readWholeSync } from '../support/whole-file-sync.ts';
import { readBundle } from './read-bundle.ts';

export type ReplayParts = SavedFileParts & {
  /** Asks the person for a bundle. @returns its path; null where nothing was chosen */
  readonly askForBundle: () => Promise<string | null>;
  /** Takes a picture of what stands there in the window. @returns PNG; null where it cannot be seen */
  readonly takePicture: (area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) => Promise<Uint8Array | null>;
};

export type Replay = {
  readonly handlers: RequestHandlers['replay'];
  /** A file that was named at a start: it is read when the window asks for it. @returns its name without its folder */
  give(path: string): string;
};

/** Opens support bundles for the window, and saves what support makes of them. @param parts see ReplayParts */
export function createReplay(parts: ReplayParts): Replay {
  let given: string | null = null;
  const saved = createSavedFile(parts);
  const dropped = createDropped();
  const handlers: Replay['handlers'] = {
    async openFile() {
      const path = await parts.askForBundle();
      return { ok: true, value: path === null ? { kind: 'none' } : openAt(path, parts.log) };
    },
    async openGiven() {
      const path = given;
      given = null;
      return { ok: true, value: path === null ? { kind: 'none' } : openAt(path, parts.log) };
    },
    async drop({ first, last, name, piece }) {
      const whole = dropped.add(piece, first, last);
      if (whole === 'refused') return { ok: true, value: { kind: 'refused', name, fault: { kind: 'tooLarge' } } };
      return { ok: true, value: whole === null ? { kind: 'none' } : logged(readBundle(name, whole), parts.log) };
    },
    async takePicture(area) {
      const png = await parts.takePicture(area);
      return { ok: true, value: { png: png === null ? null : Buffer.from(png).toString('base64') } };
    },
    saveReport: ({ title }) => saved.save(title, 'pdf', () => parts.documentOutput.makePdf()),
    showSaved: saved.showSaved,
  };
  return {
    handlers,
    give(path) {
      given = path;
      return shownName(path);
    },
  };
}

const shownName = (path: string): string => basename(path).slice(0, 255);

function openAt(path: string, log: Log): BundleOpening {
  const name = shownName(path);
  const file = readWholeSync(path, { limit: bundleFileLimit });
  if (file.kind === 'content') return logged(readBundle(name, file.content), log);
  return logged({ kind: 'refused', name, fault: { kind: file.kind === 'unusable' ? 'tooLarge' : 'unavailable' } }, log);
}

/** What was opened is the customer's, and its file's name may name them: the log says how it ended alone. */
function logged(opening: BundleOpening, log: Log): BundleOpening {
  if (opening.kind === 'refused') log.warn('replay.refused', { fault: opening.fault.kind });
  else log.info('replay.opened');
  return opening;
}

/** The pieces of a file that is being dropped: one file at a time, and no more of it than is opened. */
function createDropped() {
  let pieces: Buffer[] | null = null;
  let bytes = 0;
  return {
    /** @returns the file once it is whole; null before; refused where it is too large, or its beginning never came */
    add(piece: string, first: boolean, last: boolean): Buffer | null | 'refused' {
      if (first) [pieces, bytes] = [[], 0];
      const next = Buffer.from(piece, 'base64');
      bytes += next.length;
      if (pieces === null || bytes > bundleFileLimit) {
        pieces = null;
        return 'refused';
      }
      pieces.push(next);
      if (!last) return null;
      const whole = Buffer.concat(pieces);
      pieces = null;
      return whole;
    },
  };
}
