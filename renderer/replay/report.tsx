import { useEffect, useRef } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Words } from '../components/frame/words.tsx';
import type { Side } from '../support/side.ts';
import { formatDateTime } from '../text/dates.ts';
import { eventWords } from './event-words.ts';
import { lineOf, momentTime } from './moment.ts';
import type { Picture } from './pictures.ts';
import { SummaryPanel } from './summary-panel.tsx';
import { Legend } from './timeline.tsx';
import { TimelinePicture } from './timeline-picture.tsx';
import type { ReplayControls } from './use-replay.ts';
import type { ReplayWords } from './words.ts';
import './report.css';

type Props = {
  readonly replay: ReplayControls;
  readonly pictures: readonly Picture[];
  readonly side: Side;
  readonly words: ReplayWords;
  readonly language: Language;
};

/** The report as it is printed: the session as a whole, the timeline, and each moment with its picture and note. */
export function Report({ replay, pictures, side, words, language }: Props) {
  const { bundle, axis, spent, marks, notes } = replay;
  const { report } = words;
  return (
    <article className="print-copy replay-report" lang={language}>
      <header>
        <h1>
          <span className="support-mark">{side.words.mark}</span> {report.title}
        </h1>
        <p>
          <Words>{report.lead(bundle.name)}</Words>
        </p>
        <p>{aboutOf(replay, side, words, language)}</p>
        <p>
          <Words>{report.secrets}</Words>
        </p>
      </header>
      <section>
        <h2>{report.timeline}</h2>
        <TimelinePicture axis={axis} spent={spent} marks={marks} notes={notes} />
        <Legend words={words} />
      </section>
      <SummaryPanel {...{ replay, side, words, language }} onGo={null} />
      <section>
        <h2>{report.moments}</h2>
        {momentsOf(replay, pictures).map(({ index, image }) => (
          <Moment key={index} {...{ replay, side, words, language, index, image }} />
        ))}
      </section>
    </article>
  );
}

export function aboutOf({ bundle }: Pick<ReplayControls, 'bundle'>, { words: support }: Side, words: ReplayWords, language: Language): string {
  const { manifest, environment } = bundle;
  return words.about(manifest.program, support.facts.osNames[environment.os.family], formatDateTime(manifest.madeAt, language));
}

/** Notes without a picture are not lost: there may be more of them than pictures. */
function momentsOf({ notes }: ReplayControls, pictures: readonly Picture[]): readonly Picture[] {
  const pictured = new Set(pictures.map(({ index }) => index));
  const others = [...notes.keys()].filter((index) => !pictured.has(index)).map((index) => ({ index, image: null }));
  return [...pictures, ...others].sort((a, b) => a.index - b.index);
}

type MomentProps = Omit<Props, 'pictures'> & Picture;

function Moment({ replay: { session, notes }, side, words, language, index, image }: MomentProps) {
  const event = session.events[index];
  const shown = session.shown[index];
  if (event === undefined || shown === undefined) return null;
  const { what, how } = eventWords(event, shown, side, words);
  const line = lineOf(shown, side, words);
  return (
    <section className="report-moment">
      <h3>
        {momentTime(session, index, language)} {line}
      </h3>
      <p>
        {what} {how}
      </p>
      {notes.has(index) && <p className="report-note">{notes.get(index)}</p>}
      {image === null ? <p className="muted">{words.report.noPicture}</p> : <Image image={image} label={line} />}
    </section>
  );
}

/** A canvas, since the policy lets no picture in from elsewhere than our own files. */
function Image({ image, label }: { readonly image: ImageBitmap; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(image, 0, 0);
  }, [image]);
  return <canvas ref={canvas} role="img" aria-label={label} width={image.width} height={image.height} />;
}
