import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Button } from '../components/form/button.tsx';
import { DropArea } from '../components/frame/drop-area.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { ReplayWindow } from '../replay/replay-window.tsx';
import { TroubleBanner } from '../replay/trouble-banner.tsx';
import { type OpeningControls, useOpening } from '../replay/use-opening.ts';
import { useReplayWords } from '../replay/use-replay-words.ts';
import type { ReplayWords } from '../replay/words.ts';
import type { ReproducedBank } from '../reproduction/reproduce.ts';
import { describedAt, wantedAfter, withProblem } from './along-the-way.ts';
import { CodeForm } from './code-form.tsx';
import { tellOf } from './compose.ts';
import { FactsLine } from './facts-line.tsx';
import { Looks } from './looks.tsx';
import { ReproductionFrame } from './reproduction-frame.tsx';
import type { Found } from './search.ts';
import { SearchBox, SearchResults } from './search-box.tsx';
import type { Side } from './side.ts';
import { ToldPanel } from './told-panel.tsx';
import { bankOf, type Shown, type ShownControls, useShown } from './use-shown.ts';
import { useSide } from './use-sides.ts';
import { WayBar } from './way-bar.tsx';
import '../components/frame/appearance.css';
import './support.css';
import './told-panel.css';

/** The support mode's window: a code becomes a customer's screen, and beside it stands what to say. */
export function SupportWindow() {
  const { api, language, support } = useWindow();
  const controls = useShown(support);
  const opening = useOpening(api, support);
  const words = useReplayWords(language);
  const isAhead = useAhead();
  const { bank, isTheirs } = bankOf(controls.shown, support.banks);
  if (bank === null || words === null) return null;
  const { bundle } = opening;
  return (
    <DropArea className="drop-area" onDrop={opening.drop}>
      {bundle === null && <AtBank {...{ controls, bank, language, opening }} replayWords={words} otherBank={isTheirs ? null : bank.bank.name[language]} />}
      {(isAhead || bundle !== null || opening.pending) && <ReplayWindow opening={opening} words={words} />}
    </DropArea>
  );
}

/** In milliseconds: by then the first code is on the screen, and the file that may follow is still being asked for. */
const ahead = 6_000;

/** @returns whether it is time to load what a bundle will be drawn in, so that it opens at once */
function useAhead(): boolean {
  const [is, setIs] = useState(false);
  useEffect(() => {
    let idle = 0;
    const timer = window.setTimeout(() => {
      idle = requestIdleCallback(() => setIs(true));
    }, ahead);
    return () => {
      window.clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, []);
  return is;
}

type AtBankProps = {
  readonly controls: ShownControls;
  readonly bank: ReproducedBank;
  readonly language: Language;
  readonly otherBank: string | null;
  readonly opening: OpeningControls;
  readonly replayWords: ReplayWords;
};

function AtBank({ controls, bank, language, otherBank, opening, replayWords }: AtBankProps) {
  const [query, setQuery] = useState('');
  const side = useSide(language, bank.bank)?.side ?? null;
  const { shown, go } = controls;
  // What was searched for gives way to what is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever it is that is shown now
  useEffect(() => setQuery(''), [shown]);
  const code = shown === null || side === null ? '' : tellOf(shown.described, side, side).code;
  useEffect(() => {
    if (side !== null) document.title = [side.words.mark, code, `Kaitsu ${side.words.name}`].filter((part) => part !== '').join(' – ');
  }, [side, code]);
  if (side === null) return null;
  const choose = (found: Found) => {
    const at = describedAt(found.shown, shown?.described ?? null);
    go(found.kind === 'problem' ? withProblem(at, found.problem) : at);
  };
  return (
    <div className="support">
      <header className="support-header">
        <h1>
          <span className="support-mark">{side.words.mark}</span> {side.words.name}
        </h1>
        <CodeForm controls={controls} words={side.words} />
        <SearchBox side={side} bank={bank.bank} query={query} onQuery={setQuery} />
        <Button icon="paper" busy={opening.pending} onPress={opening.choose}>
          {replayWords.open}
        </Button>
        <Looks />
      </header>
      <TroubleBanner trouble={opening.trouble} words={replayWords} />
      <Stage {...{ controls, bank, side, otherBank }} drop={replayWords.drop}>
        {query.trim() === '' ? null : <SearchResults side={side} bank={bank.bank} query={query} onChoose={choose} />}
      </Stage>
    </div>
  );
}

type StageProps = {
  readonly controls: ShownControls;
  readonly bank: ReproducedBank;
  readonly side: Side;
  readonly otherBank: string | null;
  readonly drop: string;
};

/** The screen or the two of them, the way along the procedure, and what is told; found: in the place of that. */
function Stage({ controls: { shown, go }, bank, side, otherBank, drop, children: found }: StageProps & { readonly children: React.ReactNode }) {
  const [compares, setCompares] = useState(false);
  const [actualSize, setActualSize] = useState(false);
  const steps = bank.bank.stepOrder;
  const described = shown?.described ?? null;
  const wanted = useMemo(() => (described === null ? null : wantedAfter(described, steps)), [described, steps]);
  const { words } = side;
  const frames = { bank, actualSize, words };
  return (
    <main className="support-stage" data-frames={compares ? 'two' : 'one'} data-shown={shown === null ? 'nothing' : 'screen'}>
      <div className="support-screen">
        <div className="support-frames">
          <Framed label={words.frame.customer} side={side}>
            <ReproductionFrame {...frames} described={described} label={words.frame.customer} />
          </Framed>
          {compares && (
            <Framed label={words.frame.wanted} side={side}>
              <ReproductionFrame {...frames} described={wanted} label={words.frame.wanted} />
            </Framed>
          )}
        </div>
        {shown === null ? (
          <p className="support-empty">
            <Words>{words.code.empty}</Words> <Words>{drop}</Words>
          </p>
        ) : (
          <>
            <div className="support-tools">
              <Button onPress={() => setCompares(!compares)}>{compares ? words.frame.single : words.frame.compare}</Button>
              <Button onPress={() => setActualSize(!actualSize)}>{actualSize ? words.frame.fitted : words.frame.actualSize}</Button>
              <p className="support-note">
                <Words>{words.markNote}</Words>
              </p>
            </div>
            <WayBar described={shown.described} side={side} steps={steps} onGo={go} />
            <FactsLine {...{ shown, side, otherBank }} onLanguage={(language) => go({ ...shown.described, language })} />
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached by the keyboard for that */}
      <aside className="support-told" aria-label={words.heads.say} tabIndex={0}>
        {found ?? (shown === null ? <p className="support-empty muted">{words.code.examples}</p> : <Spoken shown={shown} bank={bank} side={side} />)}
      </aside>
    </main>
  );
}

function Framed({ label, side: { words }, children }: { readonly label: string; readonly side: Side; readonly children: React.ReactNode }) {
  return (
    <section className="framed" aria-label={words.frame.name(label)}>
      <p className="framed-label">
        <span className="framed-mark">{words.mark}</span> <Words>{label}</Words>
      </p>
      {children}
    </section>
  );
}

/** What is told, once the customer's language is there as well. */
function Spoken({ shown: { described }, bank, side }: { readonly shown: Shown; readonly bank: ReproducedBank; readonly side: Side }) {
  const customer = useSide(described.language, bank.bank);
  if (customer === null) return null;
  return <ToldPanel told={tellOf(described, side, customer.side)} words={side.words} spokenIn={customer.language} />;
}
