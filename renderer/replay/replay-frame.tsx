import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import type { Reproduction } from '../reproduction/reproduction.tsx';
import { keepFocusOutside, useScale } from '../support/reproduction-frame.tsx';
import type { Scrub } from './scrub.ts';
import type { Session } from './session.ts';
import type { ReplayWords } from './words.ts';

export type FrameSize = { readonly width: number; readonly height: number };

type Props = {
  /** null: it is being read; the page is loaded meanwhile. */
  readonly session: Session | null;
  readonly scrub: Scrub | null;
  readonly size: FrameSize;
  /** The language that the session most likely has. */
  readonly ahead: Language;
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
export function ReplayFrame({ session, scrub, size, ahead, large, words, onReady }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [reproduction, setReproduction] = useState<Reproduction | null>(null);
  const [cover, setCover] = useState<Cover>('opening');
  useEffect(() => {
    if (session === null) void reproduction?.prepareReplay([ahead]);
  }, [reproduction, session, ahead]);
  useEffect(() => {
    if (reproduction === null || session === null || scrub === null) return;
    let end = (): void => undefined;
    let wanted = true;
    const begin = (): void => {
      if (wanted) end = follow(session, scrub, reproduction, frame.current, setCover, onReady);
    };
    reproduction.prepareReplay(languagesOf(session)).then(begin, () => setCover('failed'));
    return () => {
      wanted = false;
      end();
    };
  }, [reproduction, session, scrub, onReady]);
  useScale(room, size.width, large ? size.height : null);
  useEffect(() => room.current?.style.setProperty('--inner-height', `${size.height}px`), [size.height]);
  return (
    <div className="reproduction replay-frame" data-large={large || undefined} data-cover={cover} data-page={reproduction === null ? undefined : 'there'}>
      <div ref={room} className="reproduction-room replay-room">
        <iframe
          ref={frame}
          src="./reproduction.html"
          title={words.frame.name}
          width={size.width}
          height={size.height}
          tabIndex={-1}
          onLoad={() => setReproduction(frame.current?.contentWindow?.reproduction ?? null)}
        />
        {cover !== 'none' && (
          <p className="replay-cover" role="status">
            {words.frame[cover]}
          </p>
        )}
      </div>
    </div>
  );
}

/** So long nobody has gone on, in milliseconds: then there is time to draw, however long it takes. */
const rest = 250;
/** Between the beginnings of two frames, in milliseconds: at 60 Hz one was left out. */
const lateFrame = 25;
/** How many moments drawn in time it takes until a machine is trusted to draw one a frame: at first, and after it was late. */
const trust = 20;

/**
 * Draws what is looked at, from now on: every moment where the machine draws one within a frame; where it does not, the one
 * at which the person rests. The hand on the timeline never waits for the picture.
 * @returns ends it
 */
function follow(
  session: Session,
  scrub: Scrub,
  reproduction: Reproduction,
  frame: HTMLIFrameElement | null,
  onCover: (cover: Cover) => void,
  onReady: Props['onReady'],
): () => void {
  let timer: number | undefined;
  let distrust = trust;
  const draw = (index: number, anew = false): void => {
    const begun = performance.now();
    onCover(drawAt(index, session, reproduction, anew));
    if (frame !== null) frame.dataset.drawn = String(index);
    requestAnimationFrame((next) => {
      distrust = next - begun > lateFrame ? trust : Math.max(0, distrust - 1);
    });
  };
  const go = (index: number): void => {
    window.clearTimeout(timer);
    if (distrust === 0) draw(index);
    else timer = window.setTimeout(() => draw(scrub.at.getState()), rest);
  };
  const keep = keepFocusOutside(frame);
  draw(scrub.at.getState());
  const unsubscribe = scrub.at.subscribe(go);
  const stands = () => standing(() => draw(scrub.at.getState(), true), reproduction);
  void reproduction.settled().then(() => onReady(stands));
  return () => {
    window.clearTimeout(timer);
    unsubscribe();
    keep();
  };
}

/** @returns once what is looked at stands there, whether the machine is trusted or not */
async function standing(draw: () => void, reproduction: Reproduction): Promise<void> {
  await new Promise((next) => requestAnimationFrame(next));
  draw();
  await reproduction.settled();
}

function languagesOf({ shown }: Session): readonly Language[] {
  const languages = new Set<Language>();
  for (const one of shown) if (one.kind === 'window') languages.add(one.states.preferences.language);
  return [...languages];
}

function drawAt(index: number, { shown, times }: Session, reproduction: Reproduction, anew: boolean): Cover {
  const one = shown[index];
  if (one === undefined) return 'opening';
  if (one.kind !== 'window') return one.kind;
  try {
    reproduction.replay({ states: one.states, at: times[index] ?? 0, run: one.run, anew });
    return 'none';
  } catch {
    return 'failed';
  }
}
