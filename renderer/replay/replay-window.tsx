import { useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../../preload/contract/preferences.ts';
import type { UnpackedBundle } from '../../preload/contract/replayed-event.ts';
import { Button } from '../components/form/button.tsx';
import { Segments } from '../components/form/segments.tsx';
import { ConfirmDialog } from '../components/frame/confirm-dialog.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { Looks } from '../support/looks.tsx';
import type { Side } from '../support/side.ts';
import { useSide } from '../support/use-sides.ts';
import { EventList } from './event-list.tsx';
import { MomentPanel } from './moment-panel.tsx';
import { type FrameSize, ReplayFrame } from './replay-frame.tsx';
import { aboutOf, Report } from './report.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import { Timeline } from './timeline.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import type { OpeningControls } from './use-opening.ts';
import { type ReplayControls, useReplay } from './use-replay.ts';
import { type ReportControls, useReport } from './use-report.ts';
import type { ReplayWords } from './words.ts';
import './replay.css';

type Props = { readonly opening: OpeningControls; readonly words: ReplayWords };

/**
 * A customer's session, from a bundle: what stood on their screen at every moment, and what support makes of it. While the
 * bundle is read, the page that draws it is loaded already, out of sight.
 */
export function ReplayWindow({ opening, words }: Props) {
  const { api, language, support } = useWindow();
  const { bundle, noteUnsaved } = opening;
  const replay = useReplay(api, bundle);
  const first = replay?.session.shown.find((shown) => shown.kind === 'window');
  const bank = first?.kind === 'window' ? first.states.bank : support.banks[0]?.bank;
  const unsaved = replay?.unsaved ?? false;
  useEffect(() => noteUnsaved(unsaved), [noteUnsaved, unsaved]);
  return bank === undefined ? null : <OfBank {...{ replay, opening, words, language, bank }} />;
}

type OfBankProps = Props & { readonly replay: ReplayControls | null; readonly language: Language; readonly bank: Side['bank'] };

function OfBank({ replay, opening, words, language, bank }: OfBankProps) {
  const { api } = useWindow();
  const side = useSide(language, bank)?.side ?? null;
  const [settled, setSettled] = useState<(() => Promise<void>) | null>(null);
  // A function in a state is handed over by a function.
  const onReady = useCallback((stands: () => Promise<void>) => setSettled(() => stands), []);
  const report = useReport({ api, replay, settled, title: words.report.title });
  const name = replay?.bundle.name ?? null;
  useEffect(() => {
    if (side !== null && name !== null) document.title = [side.words.mark, name, `Kaitsu ${side.words.name}`].join(' – ');
  }, [side, name]);
  const all = replay === null || side === null ? null : { replay, side, words, language };
  return (
    <div className="support" hidden={all === null} data-replay={settled === null ? 'opening' : 'ready'}>
      {all !== null && <ReplayHeader {...all} opening={opening} />}
      <main className="support-stage replay-stage">
        <div className="support-screen">
          {all !== null && <TroubleBanner trouble={opening.trouble} words={words} />}
          {all !== null && <FrameLabel {...all} />}
          <ReplayFrame
            session={replay?.session ?? null}
            scrub={replay?.scrub ?? null}
            size={sizeOf(replay?.bundle ?? null)}
            large={report.state.kind === 'picturing'}
            ahead={language}
            words={words}
            onReady={onReady}
          />
          {all !== null && <Timeline {...all} />}
          <p className="support-note">
            <Words>{words.frame.note}</Words>
          </p>
        </div>
        {all !== null && <Panels {...all} report={report} />}
      </main>
      {all !== null && report.pictures !== null && createPortal(<Report {...all} pictures={report.pictures} />, document.body)}
      {opening.leaving !== null && <Leaving opening={opening} words={words} />}
    </div>
  );
}

function FrameLabel({ side, words }: All) {
  return (
    <p className="framed-label">
      <span className="framed-mark">{side.words.mark}</span> <Words>{words.frame.name}</Words>
    </p>
  );
}

function Leaving({ opening: { leave, stay }, words: { report } }: Props) {
  return <ConfirmDialog title={report.unsavedTitle} explanation={report.unsaved} confirm={report.leave} onConfirm={leave} onClose={stay} />;
}

type All = { readonly replay: ReplayControls; readonly side: Side; readonly words: ReplayWords; readonly language: Language };

function ReplayHeader({ replay, side, words, language, opening }: All & { readonly opening: OpeningControls }) {
  return (
    <header className="support-header replay-header">
      <h1>
        <span className="support-mark">{side.words.mark}</span> {side.words.name}
      </h1>
      <p className="replay-about">
        <strong>{replay.bundle.name}</strong> <span>{aboutOf(replay, side, words, language)}</span>
      </p>
      <Button onPress={opening.close}>{words.back}</Button>
      <Button busy={opening.pending} onPress={opening.choose}>
        {words.open}
      </Button>
      <Looks />
    </header>
  );
}

function Panels({ report, ...all }: All & { readonly report: ReportControls }) {
  const { replay, words } = all;
  const [tab, setTab] = useState<'moment' | 'summary' | 'events'>('moment');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached by the keyboard for that
    <aside className="support-told replay-told" data-tab={tab} aria-label={words.tabs[tab]} tabIndex={0}>
      <Segments
        name={words.tabs.name}
        options={(['moment', 'summary', 'events'] as const).map((value) => ({ value, label: words.tabs[value] }))}
        value={tab}
        onChoose={setTab}
      />
      <ReportOrder report={report} words={words} />
      {tab === 'moment' && <MomentPanel {...all} />}
      {tab === 'summary' && <SummaryPanel {...all} onGo={replay.scrub.go} />}
      {tab === 'events' && <EventList {...all} />}
    </aside>
  );
}

function ReportOrder({ report: { state, save, showSaved }, words: { report } }: { readonly report: ReportControls; readonly words: ReplayWords }) {
  return (
    <div className="report-order">
      <Button icon="paper" busy={state.kind === 'picturing' || state.kind === 'saving'} onPress={save}>
        {report.save}
      </Button>
      {state.kind === 'saved' && (
        <Button kind="quiet" onPress={showSaved}>
          {report.showSaved}
        </Button>
      )}
      <p role="status">{state.kind === 'picturing' ? report.picture(state.number, state.of) : state.kind === 'idle' ? '' : report[state.kind]}</p>
    </div>
  );
}

/** The window that the program opens with (main/window/main-window.ts), where the bundle was made without one. */
const usualSize: FrameSize = { width: 1280, height: 800 };

/** The customer's window, within what a window can be. */
function sizeOf(bundle: UnpackedBundle | null): FrameSize {
  const window = bundle?.environment.window ?? null;
  if (window === null) return usualSize;
  const cut = (pixels: number, least: number) => Math.min(4_000, Math.max(least, Math.round(pixels)));
  return { width: cut(window.window.width, 320), height: cut(window.window.height, 240) };
}
