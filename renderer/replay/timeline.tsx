import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Button } from '../components/form/button.tsx';
import type { Side } from '../support/side.ts';
import { lineOf, momentTime } from './moment.ts';
import { timeKinds } from './time-spent.ts';
import { rows, TimelinePicture } from './timeline-picture.tsx';
import type { ReplayControls } from './use-replay.ts';
import { useRested } from './use-rested.ts';
import type { ReplayWords } from './words.ts';

type Props = { readonly replay: ReplayControls; readonly side: Side; readonly words: ReplayWords; readonly language: Language };

/** The session from its first event to its last: scrubbed by the pointer, gone through by the keyboard. */
export function Timeline({ replay, side, words, language }: Props) {
  const { scrub, steps } = replay;
  return (
    <section className="timeline" aria-label={words.timeline.name}>
      <Track {...{ replay, side, words, language }} />
      <Legend words={words} />
      <div className="timeline-buttons">
        <Button onPress={() => scrub.go(steps.markBefore(scrub.wanted()))}>{words.timeline.markBack}</Button>
        <Button icon="back" onPress={() => scrub.go(scrub.wanted() - 1)}>
          {words.timeline.back}
        </Button>
        <Button icon="arrow" onPress={() => scrub.go(scrub.wanted() + 1)}>
          {words.timeline.forward}
        </Button>
        <Button onPress={() => scrub.go(steps.markAfter(scrub.wanted()))}>{words.timeline.markForward}</Button>
        <p className="timeline-keys">{words.timeline.keys}</p>
      </div>
    </section>
  );
}

function Track({ replay: { session, axis, spent, marks, notes, scrub, steps }, side, words, language }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const way = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLParagraphElement>(null);
  const rested = useRested(scrub);
  const placeAt = (index: number) => words.timeline.place(index + 1, session.events.length, momentTime(session, index, language));
  // By hand, and not by React: nothing else is to be done while it moves.
  useEffect(() => {
    const stand = (index: number): void => {
      way.current?.style.setProperty('transform', `translateX(${axis.placeOf(index) * 100}%)`);
      track.current?.setAttribute('aria-valuenow', String(index + 1));
      if (place.current !== null) place.current.textContent = placeAt(index);
    };
    stand(scrub.at.getState());
    return scrub.at.subscribe(stand);
  });
  const follow = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) scrub.go(axis.indexAt(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))));
  };
  const press = (event: KeyboardEvent): void => {
    const to = keyTarget(event, scrub.wanted(), session.events.length, steps);
    if (to === null) return;
    event.preventDefault();
    scrub.go(to);
  };
  const shown = session.shown[rested];
  return (
    <div
      ref={track}
      className="timeline-track"
      role="slider"
      tabIndex={0}
      aria-label={words.timeline.name}
      aria-valuemin={1}
      aria-valuemax={session.events.length}
      aria-valuenow={rested + 1}
      aria-valuetext={shown === undefined ? placeAt(rested) : `${placeAt(rested)} ${lineOf(shown, side, words)}`}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
    >
      <TimelinePicture axis={axis} spent={spent} marks={marks} notes={notes} />
      <div ref={way} className="timeline-way">
        <div className="timeline-cursor" />
      </div>
      <p ref={place} className="timeline-place" />
    </div>
  );
}

/** As the ARIA practices have it for a slider; the large step goes to the next mark. */
function keyTarget({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, index: number, count: number, steps: ReplayControls['steps']): number | null {
  if (altKey || ctrlKey || metaKey) return null;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return index - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return index + 1;
    case 'PageUp':
      return steps.markAfter(index);
    case 'PageDown':
      return steps.markBefore(index);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** What the colours and the rows mean. */
export function Legend({ words }: { readonly words: ReplayWords }) {
  const { marks } = words.timeline;
  const names = {
    attempt: marks.attempt,
    refused: marks.refused,
    wait: `${marks.wait} / ${marks.pause}`,
    run: `${marks.started} / ${marks.crashed}`,
    note: words.summary.notes,
  };
  return (
    <ul className="timeline-legend">
      {timeKinds.map((kind) => (
        <li key={kind}>
          <span className={`timeline-sign timeline-${kind}`} aria-hidden="true" />
          {words.times[kind]}
        </li>
      ))}
      {rows.map((row) => (
        <li key={row}>
          <span className={`timeline-sign timeline-sign-mark timeline-${row}`} aria-hidden="true" />
          {names[row]}
        </li>
      ))}
    </ul>
  );
}
