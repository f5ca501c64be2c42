import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { KaitsuApi } from '../../preload/contract/contract.ts';
import { entitled } from '../screens/release-request/entitled.ts';
import { type Picture, picturedMoments, takePictures } from './pictures.ts';
import type { ReplayControls } from './use-replay.ts';

/** picturing: the frame stands before the window. */
export type ReportState =
  | { readonly kind: 'idle' | 'saving' | 'saved' | 'cancelled' | 'failed' }
  | { readonly kind: 'picturing'; readonly number: number; readonly of: number };

export type ReportControls = {
  readonly state: ReportState;
  /** What is on paper just now; null: nothing. */
  readonly pictures: readonly Picture[] | null;
  readonly save: () => void;
  readonly showSaved: () => void;
};

type Parts = { readonly api: KaitsuApi; readonly replay: ReplayControls | null; readonly settled: (() => Promise<void>) | null; readonly title: string };

/** Makes the report: takes its pictures, sets the page, and has it saved as PDF. Notes are safe once it is. */
export function useReport({ api, replay, settled, title }: Parts): ReportControls {
  const [state, setState] = useState<ReportState>({ kind: 'idle' });
  const [pictures, setPictures] = useState<readonly Picture[] | null>(null);

  async function make(replay: ReplayControls, stands: () => Promise<void>): Promise<ReportState> {
    const { scrub, session } = replay;
    const before = scrub.at.getState();
    const progress = (number: number, of: number) => flushSync(() => setState({ kind: 'picturing', number, of }));
    let taken: readonly Picture[];
    try {
      taken = await takePictures(picturedMoments(replay), { api, scrub, settled: stands, session, progress });
    } finally {
      scrub.go(before);
    }
    setState({ kind: 'saving' });
    flushSync(() => setPictures(taken));
    try {
      await loadFonts(document.querySelector('.replay-report')?.textContent ?? '');
      const reply = await entitled(title, () => api.replay.saveReport({ title }));
      if (!reply.ok) return { kind: 'failed' };
      if (reply.value.kind !== 'done') return { kind: 'cancelled' };
      replay.noteSaved();
      return { kind: 'saved' };
    } finally {
      setPictures(null);
      for (const { image } of taken) image?.close();
    }
  }

  return {
    state,
    pictures,
    save() {
      if (replay === null || settled === null || state.kind === 'picturing' || state.kind === 'saving') return;
      void make(replay, settled).then(setState, () => setState({ kind: 'failed' }));
    },
    showSaved: () => void api.replay.showSaved(),
  };
}

/** What is on paper alone would load no font. */
async function loadFonts(text: string): Promise<void> {
  await document.fonts.load('10pt "Noto Sans JP Variable", "Noto Sans KR Variable"', text);
  await document.fonts.ready;
}
