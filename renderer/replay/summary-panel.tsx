import type { ReactNode } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Words } from '../components/frame/words.tsx';
import type { Side } from '../support/side.ts';
import { problemTitle } from './event-words.ts';
import type { Mark } from './marks.ts';
import { durationWords, lineOf, momentTime } from './moment.ts';
import { timeKinds } from './time-spent.ts';
import type { ReplayControls } from './use-replay.ts';
import type { ReplayWords } from './words.ts';

type Props = {
  readonly replay: ReplayControls;
  readonly side: Side;
  readonly words: ReplayWords;
  readonly language: Language;
  /** null: on paper, where nothing can be pressed. */
  readonly onGo: ((index: number) => void) | null;
};

/** How many of the longest are told. */
const longest = 8;

/** The session as a whole: where the time went, where attempts were spent, where the person waited, and what is not in it. */
export function SummaryPanel(props: Props) {
  const { replay, words, onGo } = props;
  const { summary } = words;
  const of = (...kinds: readonly Mark['kind'][]) => replay.marks.filter(({ kind }) => kinds.includes(kind));
  return (
    <div className="summary">
      <Part title={summary.times}>
        <Times {...props} />
      </Part>
      <Part title={summary.attempts}>
        <Marks {...props} marks={of('attempt')} none={summary.noAttempts} />
      </Part>
      <Part title={words.timeline.marks.refused}>
        <Marks {...props} marks={of('refused')} none={words.list.nothing} />
      </Part>
      <Part title={summary.waits}>
        <Marks {...props} marks={longestOf(of('wait'))} none={summary.noWaits} />
      </Part>
      <Part title={summary.pauses}>
        <Marks {...props} marks={longestOf(of('pause'))} none={summary.noPauses} />
      </Part>
      {onGo !== null && (
        <Part title={summary.notes}>
          <Notes {...props} />
        </Part>
      )}
      <Gaps {...props} />
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="told-part">
      <h2>
        <Words>{title}</Words>
      </h2>
      {children}
    </section>
  );
}

function Times({ replay: { spent }, words }: Props) {
  const whole = Math.max(
    1,
    timeKinds.reduce((sum, kind) => sum + (kind === 'closed' ? 0 : spent.total[kind]), 0),
  );
  return (
    <>
      <table className="summary-times">
        <tbody>
          {timeKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                <span className={`timeline-sign timeline-${kind}`} aria-hidden="true" /> {words.times[kind]}
              </th>
              <td>{durationWords(spent.total[kind], words)}</td>
              <td>{kind === 'closed' ? '' : `${Math.round((100 * spent.total[kind]) / whole)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        <Words>{words.summary.timesNote}</Words>
      </p>
    </>
  );
}

function longestOf(marks: readonly Mark[]): readonly Mark[] {
  const long = (mark: Mark) => ('segment' in mark ? mark.segment.until - mark.segment.from : 0);
  return [...marks].sort((a, b) => long(b) - long(a)).slice(0, longest);
}

/** How many of one kind are told; the list of events has all of them. */
const mostTold = 30;

function Marks({ marks, none, ...props }: Props & { readonly marks: readonly Mark[]; readonly none: string }) {
  if (marks.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul className="summary-marks">
      {marks.slice(0, mostTold).map((mark) => (
        <li key={`${mark.kind} ${mark.index}`}>
          <At {...props} index={mark.index} /> <Words>{markWords(mark, props)}</Words>
        </li>
      ))}
    </ul>
  );
}

function At({ replay: { session }, language, words, index, onGo }: Props & { readonly index: number }) {
  const time = momentTime(session, index, language);
  if (onGo === null) return <span className="summary-at">{time}</span>;
  return (
    <button type="button" className="summary-at" aria-label={words.summary.goTo(time)} onClick={() => onGo(index)}>
      {time}
    </button>
  );
}

function markWords(mark: Mark, { replay: { session }, side, words }: Props): string {
  switch (mark.kind) {
    case 'attempt':
      return words.summary.attempt(problemTitle(mark.code, side), mark.left);
    case 'refused':
      return problemTitle(mark.code, side);
    case 'wait':
    case 'pause': {
      // The screen at which the person was, before what ended it.
      const shown = session.shown[Math.max(0, mark.index - 1)];
      const where = shown === undefined ? '' : lineOf(shown, side, words);
      return `${durationWords(mark.segment.until - mark.segment.from, words)} ${mark.kind === 'wait' ? words.times[mark.segment.kind] : ''} ${where}`;
    }
    default:
      return words.timeline.marks[mark.kind];
  }
}

function Notes(props: Props) {
  const { replay, words } = props;
  if (replay.notes.size === 0) return <p className="muted">{words.summary.noNotes}</p>;
  return (
    <ul className="summary-marks">
      {[...replay.notes]
        .sort(([a], [b]) => a - b)
        .map(([index, text]) => (
          <li key={index}>
            <At {...props} index={index} /> {text}
          </li>
        ))}
    </ul>
  );
}

/** What one must not take for "did not happen". */
function Gaps({ replay: { bundle, marks }, words: { summary } }: Props) {
  const { leftOut, setAside } = bundle.manifest.events;
  const unknown = marks.filter(({ kind }) => kind === 'unknown').length;
  const gaps = [
    ...(leftOut > 0 ? [summary.leftOut(leftOut)] : []),
    ...(setAside > 0 ? [summary.setAside(setAside)] : []),
    ...(unknown > 0 ? [summary.unknown(unknown)] : []),
  ];
  if (gaps.length === 0) return null;
  return (
    <Part title={summary.gaps}>
      <ul className="summary-marks">
        {gaps.map((gap) => (
          <li key={gap}>
            <Words>{gap}</Words>
          </li>
        ))}
      </ul>
    </Part>
  );
}
