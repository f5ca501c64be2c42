import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Segments } from '../components/form/segments.tsx';
import type { Side } from '../support/side.ts';
import { formatTimeWithSeconds } from '../text/dates.ts';
import { eventWords } from './event-words.ts';
import type { ReplayControls } from './use-replay.ts';
import { useRested } from './use-rested.ts';
import type { ReplayWords } from './words.ts';

type Filter = 'all' | 'bank' | 'problems';

type Props = { readonly replay: ReplayControls; readonly side: Side; readonly words: ReplayWords; readonly language: Language };

/** All events, or those of one kind; only those in sight are drawn, however many there are. */
export function EventList({ replay, side, words, language }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const { session, marks } = replay;
  const indexes = useMemo(() => indexesOf({ session, marks }, filter), [session, marks, filter]);
  const options = (['all', 'bank', 'problems'] as const).map((value) => ({ value, label: words.list[value] }));
  return (
    <div className="event-list">
      <Segments name={words.list.filter} options={options} value={filter} onChoose={setFilter} />
      {indexes.length === 0 ? <p className="muted">{words.list.nothing}</p> : <Rows {...{ replay, side, words, language, indexes }} />}
    </div>
  );
}

function indexesOf({ session, marks }: Pick<ReplayControls, 'session' | 'marks'>, filter: Filter): readonly number[] {
  switch (filter) {
    case 'all':
      return session.events.map((_event, index) => index);
    case 'bank':
      return session.events.flatMap(({ event }, index) => (event.kind === 'bankCall' ? [index] : []));
    case 'problems':
      return [
        ...new Set(marks.filter(({ kind }) => kind === 'attempt' || kind === 'refused' || kind === 'damaged' || kind === 'crashed').map(({ index }) => index)),
      ];
    default:
      return filter satisfies never;
  }
}

/** As the style sheet has it (.event-row), in pixels of the usual text size. */
const rowRem = 3.25;
/** Above and below what is in sight, so that scrolling meets no gap. */
const spare = 5;

function Rows({ replay: { session, scrub }, side, words, language, indexes }: Props & { readonly indexes: readonly number[] }) {
  const list = useRef<HTMLElement>(null);
  const [top, setTop] = useState(0);
  const [high, setHigh] = useState(600);
  const [row, setRow] = useState(52);
  const current = useRested(scrub);
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const sizes = new ResizeObserver(() => {
      setHigh(element.clientHeight);
      setRow(rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  useFollowing(list, indexes, current, row);
  const first = Math.max(0, Math.floor(top / row) - spare);
  const seen = indexes.slice(first, first + Math.ceil(high / row) + 2 * spare);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too
    <section ref={list} className="event-rows" aria-label={words.list.name} tabIndex={0} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <ol style={{ blockSize: `${indexes.length * row}px` }}>
        {seen.map((index, number) => {
          const event = session.events[index];
          const shown = session.shown[index];
          if (event === undefined || shown === undefined) return null;
          const { what, how, tone } = eventWords(event, shown, side, words);
          return (
            <li
              key={index}
              className="event-row"
              aria-setsize={indexes.length}
              aria-posinset={first + number + 1}
              style={{ insetBlockStart: `${(first + number) * row}px` }}
            >
              <button type="button" aria-current={index === current || undefined} data-tone={tone} onClick={() => scrub.go(index)}>
                <span className="event-time">{formatTimeWithSeconds(event.at, language)}</span>
                <span className="event-what">{what}</span>
                <span className="event-how">{how}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The list goes along with the scrubbing. */
function useFollowing(list: React.RefObject<HTMLElement | null>, indexes: readonly number[], current: number, row: number): void {
  useEffect(() => {
    const element = list.current;
    // A press in the list itself is in sight already.
    if (element === null || element.contains(document.activeElement)) return;
    const at = indexes.findLastIndex((index) => index <= current);
    if (at * row < element.scrollTop || (at + 1) * row > element.scrollTop + element.clientHeight) element.scrollTop = at * row - element.clientHeight / 2;
  }, [list, indexes, current, row]);
}
