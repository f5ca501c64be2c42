import { useEffect, useRef, useState } from 'react';
import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import type { ReproducedBank } from '../reproduction/reproduce.ts';
import type { SupportWords } from './words.ts';

/** The window that the customer's program opens with (main/window/main-window.ts). */
const width = 1280;
const height = 800;

type Props = {
  /** null: nothing yet; the page is there all the same, so that the first code is drawn at once. */
  readonly described: DescribedWindow | null;
  readonly bank: ReproducedBank | null;
  readonly label: string;
  readonly actualSize: boolean;
  readonly words: SupportWords;
};

/**
 * A customer's window, drawn in a frame of its own by the very renderer, and scaled to the room that there is. Not a pixel of
 * it is ours: the mark stands around it. It cannot be reached by keyboard or pointer.
 */
export function ReproductionFrame({ described, bank, label, actualSize, words }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [isLoaded, setLoaded] = useState(false);
  const [state, setState] = useState<'nothing' | 'drawing' | 'drawn' | 'failed'>('nothing');
  useEffect(() => {
    const reproduction = frame.current?.contentWindow?.reproduction;
    if (!isLoaded || described === null || bank === null || reproduction === undefined) return;
    let wanted = true;
    setState('drawing');
    const keep = keepFocusOutside(frame.current);
    reproduction.show(described, bank).then(
      () => wanted && setState('drawn'),
      () => wanted && setState('failed'),
    );
    return () => {
      wanted = false;
      keep();
    };
  }, [isLoaded, described, bank]);
  useScale(room, width, null);
  return (
    <div className="reproduction" data-state={state} data-size={actualSize ? 'actual' : 'fitted'}>
      <div ref={room} className="reproduction-room">
        <iframe
          ref={frame}
          src="./reproduction.html"
          title={words.frame.name(label)}
          width={width}
          height={height}
          tabIndex={-1}
          onLoad={() => setLoaded(true)}
        />
      </div>
      {state === 'failed' && <p className="reproduction-failed">{words.frame.failed}</p>}
    </div>
  );
}

/**
 * What is filled in within the frame takes the focus along; support goes on typing where they were. That the field there is
 * left again is not told it: it stands as the customer has it.
 * @returns ends it
 */
export function keepFocusOutside(frame: HTMLIFrameElement | null): () => void {
  const inside = frame?.contentWindow;
  if (frame === null || inside === null || inside === undefined) return () => undefined;
  let before: Element | null = document.activeElement === frame ? null : document.activeElement;
  let givingBack = false;
  const note = () => {
    if (document.activeElement !== frame) before = document.activeElement;
  };
  const giveBack = () =>
    queueMicrotask(() => {
      if (document.activeElement !== frame || !(before instanceof HTMLElement)) return;
      givingBack = true;
      before.focus({ preventScroll: true });
      givingBack = false;
    });
  const untold = (event: FocusEvent) => givingBack && event.stopImmediatePropagation();
  document.addEventListener('focusin', note);
  window.addEventListener('blur', giveBack);
  inside.addEventListener('focusout', untold, true);
  inside.addEventListener('blur', untold, true);
  return () => {
    document.removeEventListener('focusin', note);
    window.removeEventListener('blur', giveBack);
    inside.removeEventListener('focusout', untold, true);
    inside.removeEventListener('blur', untold, true);
  };
}

/**
 * The style sheet scales by this; a style attribute in the page's HTML is what the policy refuses.
 * @param inner the frame's width @param high its height, where it has to fit in as well; null: it may be as high as it is
 */
export function useScale(room: React.RefObject<HTMLDivElement | null>, inner: number, high: number | null): void {
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const sizes = new ResizeObserver(() => {
      const wide = element.clientWidth / inner;
      element.style.setProperty('--scale', String(Math.min(1, wide, high === null ? 1 : window.innerHeight / high)));
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [room, inner, high]);
}
