import { useEffect, useMemo, useState } from 'react';
import type { KaitsuApi } from '../../preload/contract/contract.ts';
import type { UnpackedBundle } from '../../preload/contract/replayed-event.ts';
import { type Axis, axisOf } from './axis.ts';
import { type Mark, marksOf } from './marks.ts';
import { createScrub, type Scrub } from './scrub.ts';
import { type Session, sessionOf } from './session.ts';
import { type TimeSpent, timeSpent } from './time-spent.ts';

/** A session that is looked at: what it was made of, where one is in it, and what support wrote to it. */
export type ReplayControls = {
  readonly bundle: UnpackedBundle;
  readonly session: Session;
  readonly axis: Axis;
  readonly spent: TimeSpent;
  readonly marks: readonly Mark[];
  readonly scrub: Scrub;
  readonly steps: { readonly markBefore: (index: number) => number; readonly markAfter: (index: number) => number };
  /** By the number of the event. */
  readonly notes: ReadonlyMap<number, string>;
  readonly note: (index: number, text: string) => void;
  /** Whether there are notes that are in no report. */
  readonly unsaved: boolean;
  readonly noteSaved: () => void;
};

/** The notes of a bundle: another one has none of them. */
type Written = { readonly bundle: UnpackedBundle | null; readonly notes: ReadonlyMap<number, string> };
const noNotes: Written = { bundle: null, notes: new Map() };

/** The longest note, in UTF-16 units, and how many there may be. */
export const noteLength = 1_000;
const mostNotes = 200;

/** @param bundle null: it is being read */
export function useReplay(api: KaitsuApi, bundle: UnpackedBundle | null): ReplayControls | null {
  const read = useMemo(() => (bundle === null ? null : readSession(bundle)), [bundle]);
  const [written, setWritten] = useState<Written>(noNotes);
  const [unsaved, setUnsaved] = useState(false);
  useEffect(() => {
    if (bundle === null) return;
    void api.window.noteEntry({ underWay: unsaved });
    return () => void api.window.noteEntry({ underWay: false });
  }, [api, bundle, unsaved]);
  if (bundle === null || read === null) return null;
  const notes = written.bundle === bundle ? written.notes : noNotes.notes;
  const note = (index: number, text: string): void => {
    const next = new Map(notes);
    if (text.trim() === '') next.delete(index);
    else if (next.size < mostNotes || next.has(index)) next.set(index, text.slice(0, noteLength));
    setWritten({ bundle, notes: next });
    setUnsaved(next.size > 0);
  };
  return { bundle, ...read, notes, note, unsaved: unsaved && notes.size > 0, noteSaved: () => setUnsaved(false) };
}

function readSession(bundle: UnpackedBundle) {
  const session = sessionOf(bundle.events, bundle.environment.window?.dark ?? null);
  const spent = timeSpent(session);
  const marks = marksOf(session, spent);
  const last = session.events.length - 1;
  const steps = {
    markBefore: (index: number) => marks.findLast((mark) => mark.index < index)?.index ?? 0,
    markAfter: (index: number) => marks.find((mark) => mark.index > index)?.index ?? last,
  };
  return { session, spent, marks, steps, axis: axisOf(session), scrub: createScrub(session.events.length, firstShown(session)) };
}

/** The first moment at which there is a window. */
function firstShown({ shown }: Session): number {
  return Math.max(
    0,
    shown.findIndex(({ kind }) => kind === 'window'),
  );
}
