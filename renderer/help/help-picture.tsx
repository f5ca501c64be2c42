import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ReleaseRequest } from '../../preload/contract/release-request.ts';
import { useWindow, WindowProvider, type WindowValue } from '../components/frame/window-context.tsx';
import { ErrorBoundary } from '../components/problem/error-boundary.tsx';
import { PlacesView } from '../screens/places/places-view.tsx';
import { ScreenView } from '../screens/screen-view.tsx';
import { UsersView } from '../screens/users-view.tsx';
import { openUsers } from '../state/screen-of.ts';
import type { Catalogue } from '../text/ja/catalogue.ts';
import { marks } from './marks.ts';
import { manualPages, pictureLabel } from './pages.ts';
import { pictureStyles } from './picture-styles.ts';
import type { ManualProse, ManualScreen } from './prose.ts';
import { type Sample, samples } from './samples/pages.ts';
import { firstStart } from './samples/places.ts';
import { preflight } from './samples/preflight.ts';
import { requestEntries } from './samples/request.ts';
import { silentApi } from './silent-api.ts';

/** The number of a step, at its place in the picture: from its left and its top, in per cent. */
type Number = { readonly step: number; readonly left: number; readonly top: number };

/** How wide a card is drawn, in CSS pixels: as in the usual window, but the start narrower, whose letters would be small. */
const usualWidth = 760;
const widths: Readonly<Partial<Record<ManualScreen, number>>> = { releaseRequest: 960 };

/**
 * The screen itself, drawn from a sample, as a picture: in the person's language, colours and size of text, with the
 * numbers of the steps where they are done. A shadow root keeps its names and its styles apart from the live screen's;
 * nothing in it can be reached, and no request of it goes anywhere.
 */
export function HelpPicture({ prose, name }: { readonly prose: ManualProse; readonly name: ManualScreen }) {
  const { text } = useWindow();
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  const host: RefCallback<HTMLDivElement> = useCallback((element) => {
    if (element !== null) setRoot(element.shadowRoot ?? element.attachShadow({ mode: 'open' }));
  }, []);
  const { paper, numbers } = useNumbers(root, name, text);
  return (
    <div role="img" className="help-picture" aria-label={pictureLabel({ prose, text }, name)}>
      <div className="help-picture-card">
        <div ref={host} className="help-picture-host" inert aria-hidden="true" />
        {numbers.map(({ step, left, top }) => (
          <span key={step} className="help-number" aria-hidden="true" style={{ left: `${left}%`, top: `${top}%` }}>
            {step}
          </span>
        ))}
      </div>
      {root !== null &&
        createPortal(
          <div ref={paper}>
            <ErrorBoundary>
              <Pictured sample={samples[name]} code={manualPages[name].code} />
            </ErrorBoundary>
          </div>,
          root,
        )}
    </div>
  );
}

/** The live window with a sample in the place of what main published; of the live values only those of the bank are left. */
function Pictured({ sample: { snapshot, users = { screen: 'closed' }, ...sample }, code }: { readonly sample: Sample; readonly code: string }) {
  const live = useWindow();
  const closed: ReleaseRequest = {
    ...live.releaseRequest,
    open: false,
    form: 'release',
    entries: requestEntries,
    prepared: [],
    unavailable: false,
    savedAs: null,
  };
  const request = { ...closed, ...sample.request };
  const value: WindowValue = {
    ...live,
    api: silentApi,
    releaseRequest: request,
    handOver: { open: false, savedAs: null },
    record: sample.record ?? { available: false, open: false, savedAs: null },
    preflight: sample.preflight ?? preflight(),
    lockedUsers: users.screen === 'closed' ? (users.lockedUsers ?? null) : null,
    places: sample.places === undefined ? live.places : { ...firstStart, ...sample.places },
    screenCode: code,
    pictured: true,
  };
  const opened = openUsers(snapshot, users, request);
  const screen = opened === null ? <ScreenView snapshot={snapshot} request={request} /> : <UsersView state={opened} />;
  return <WindowProvider value={value}>{sample.places === undefined ? screen : <PlacesView />}</WindowProvider>;
}

/** Scales the picture to its frame, and finds where the steps are done; again whenever picture or frame change their size. */
function useNumbers(root: ShadowRoot | null, name: ManualScreen, text: Catalogue) {
  const paper = useRef<HTMLDivElement>(null);
  const [numbers, setNumbers] = useState<readonly Number[]>([]);
  useEffect(() => {
    const drawn = paper.current;
    if (root === null || drawn === null) return;
    const width = widths[name] ?? usualWidth;
    drawn.style.width = `${width}px`;
    const draw = () => {
      // A screen's style sheet comes with its code.
      const styles = pictureStyles();
      if (root.adoptedStyleSheets[0] !== styles) root.adoptedStyleSheets = [styles];
      drawn.style.zoom = String(Math.min(1, root.host.clientWidth / width));
      setNumbers(numbersIn(root, name, text));
    };
    const sizes = new ResizeObserver(draw);
    for (const sized of [root.host, drawn]) sizes.observe(sized);
    return () => sizes.disconnect();
  }, [root, name, text]);
  return { paper, numbers };
}

function numbersIn(root: ShadowRoot, name: ManualScreen, text: Catalogue): readonly Number[] {
  const card = root.host.getBoundingClientRect();
  return marks[name](text).flatMap(({ step, selector, label = '' }) => {
    const place = [...root.querySelectorAll(selector)].find((each) => each.textContent.includes(label))?.getBoundingClientRect();
    if (place === undefined || card.height === 0) return [];
    // Of what is high, its first line.
    const middle = place.top + Math.min(place.height, 48) / 2;
    return [{ step, left: (100 * (place.left - card.left)) / card.width, top: (100 * (middle - card.top)) / card.height }];
  });
}
