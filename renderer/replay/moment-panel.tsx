import { useId } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Words } from '../components/frame/words.tsx';
import type { KnownStates } from '../state/stores.ts';
import { tellOf } from '../support/compose.ts';
import type { Side } from '../support/side.ts';
import { ToldPanel } from '../support/told-panel.tsx';
import { useSide } from '../support/use-sides.ts';
import { eventWords } from './event-words.ts';
import { describedMoment, lineOf, momentTime } from './moment.ts';
import { noteLength, type ReplayControls } from './use-replay.ts';
import { useRested } from './use-rested.ts';
import type { ReplayWords } from './words.ts';

type Props = { readonly replay: ReplayControls; readonly side: Side; readonly words: ReplayWords; readonly language: Language };

/** The moment that is looked at: when it was, what happened, what support says of it, and what is said at such a screen. */
export function MomentPanel({ replay, side, words, language }: Props) {
  const { session } = replay;
  const index = useRested(replay.scrub);
  const event = session.events[index];
  const shown = session.shown[index];
  if (event === undefined || shown === undefined) return null;
  const { what, how } = eventWords(event, shown, side, words);
  return (
    <div className="moment" data-index={index}>
      <dl className="moment-facts">
        <dt>{words.moment.time}</dt>
        <dd>{momentTime(session, index, language)}</dd>
        <dt>{words.moment.screen}</dt>
        <dd>
          <Words>{lineOf(shown, side, words)}</Words>
        </dd>
        <dt>{words.moment.event}</dt>
        <dd>
          {what} <span className="muted">{how}</span>
        </dd>
      </dl>
      <NoteField replay={replay} index={index} words={words} />
      {shown.kind === 'window' && (
        <>
          <h2 className="moment-beside">{words.moment.seeBeside}</h2>
          <Beside states={shown.states} side={side} />
        </>
      )}
    </div>
  );
}

function NoteField({ replay: { notes, note, unsaved }, index, words }: Pick<Props, 'replay' | 'words'> & { readonly index: number }) {
  const id = useId();
  return (
    <div className="moment-note">
      <label htmlFor={`${id}-note`}>{words.moment.note}</label>
      <textarea
        id={`${id}-note`}
        value={notes.get(index) ?? ''}
        maxLength={noteLength}
        rows={3}
        aria-describedby={`${id}-hint`}
        onChange={(event) => note(index, event.target.value)}
      />
      <p id={`${id}-hint`} className="muted">
        <Words>{unsaved ? words.report.stays : words.moment.noteHint}</Words>
      </p>
    </div>
  );
}

function Beside({ states, side }: { readonly states: KnownStates; readonly side: Side }) {
  const customer = useSide(states.preferences.language, side.bank);
  if (customer === null) return null;
  return <ToldPanel told={tellOf(describedMoment(states), side, customer.side)} words={side.words} spokenIn={customer.language} />;
}
