import { useEffect, useRef, useState } from 'react';
import type { Reproduction } from '../reproduction/reproduction.tsx';
import { keepFocusOutside, useScale } from '../support/reproduction-frame.tsx';
import type { Scrub } from './scrub.ts';
import type { Session } from './session.ts';
import type { ReplayWords } from './words.ts';

export type FrameSize = { readonly width: number; readonly height: number };

type Props = {
  readonly session: Session;
  readonly scrub: Scrub;
  readonly size: FrameSize;
  /** Before the whole window, so that a picture of it is large. */
  readonly large: boolean;
  readonly words: ReplayWords;
  /** Told once the first moment stands there; resolves once what is looked at stands there. */
  readonly onReady: (settled: () => Promise<void>) => void;
};

type Cover = 'none' | 'opening' | 'command' | 'closed' | 'failed';

/**
 * The customer's window at the moment that is looked at, drawn by the very renderer. It follows the scrubbing by itself:
 * React draws nothing of ours for it but what covers it where there was no window.
 */
export function ReplayFrame({ session, scrub, size, large, words, onReady }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [reproduction, setReproduction] = useState<Reproduction | null>(null);
  const [cover, setCover] = useState<Cover>('opening');
  const begin = () => {
    const inside = frame.current?.contentWindow?.reproduction;
    inside?.prepareReplay().then(
      () => setReproduction(inside),
      () => setCover('failed'),
    );
  };
  useEffect(() => {
    if (reproduction === null) return;
    const draw = (index: number) => setCover(drawAt(index, session, reproduction));
    draw(scrub.at.getState());
    void reproduction.settled().then(() => onReady(reproduction.settled));
    const keep = keepFocusOutside(frame.current);
    const unsubscribe = scrub.at.subscribe(draw);
    return () => {
      unsubscribe();
      keep();
    };
  }, [reproduction, session, scrub, onReady]);
  useScale(room, size.width, large ? size.height : null);
  useEffect(() => room.current?.style.setProperty('--inner-height', `${size.height}px`), [size.height]);
  return (
    <div className="reproduction replay-frame" data-large={large || undefined} data-cover={cover}>
      <div ref={room} className="reproduction-room replay-room">
        <iframe ref={frame} src="./reproduction.html" title={words.frame.name} width={size.width} height={size.height} tabIndex={-1} onLoad={begin} />
        {cover !== 'none' && (
          <p className="replay-cover" role="status">
            {words.frame[cover]}
          </p>
        )}
      </div>
    </div>
  );
}

function drawAt(index: number, { shown, times }: Session, reproduction: Reproduction): Cover {
  const one = shown[index];
  if (one === undefined) return 'opening';
  if (one.kind !== 'window') return one.kind;
  try {
    reproduction.replay({ states: one.states, at: times[index] ?? 0, run: one.run });
    return 'none';
  } catch {
    return 'failed';
  }
}
