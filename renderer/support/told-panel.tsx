import type { ReactNode } from 'react';
import type { Language } from '../../preload/contract/preferences.ts';
import { Icon } from '../components/frame/icon.tsx';
import { Words } from '../components/frame/words.tsx';
import type { SaidLine, Told } from './compose.ts';
import type { SupportWords } from './words.ts';

type Props = { readonly told: Told; readonly words: SupportWords; readonly spokenIn: Language };

/** What support needs on the phone, in the order in which it is needed: what the code means, what to say, and then why. */
export function ToldPanel({ told, words, spokenIn }: Props) {
  const { heads } = words;
  return (
    <div className="told">
      <Means told={told} words={words} />
      <Part name="say" title={heads.say}>
        <Script lines={told.say} spokenIn={spokenIn} />
      </Part>
      {told.faults.length > 0 && (
        <Part name="faults" title={heads.faults}>
          <ul>
            {told.faults.map(({ label, fault }) => (
              <li key={label}>
                <Words>{label}</Words>: <Words>{fault}</Words>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part name="happened" title={heads.happened}>
        {told.happened.map((line) => (
          <p key={line}>
            <Words>{line}</Words>
          </p>
        ))}
      </Part>
      <Part name="why" title={heads[told.causes.of]}>
        <List lines={told.causes.lines} />
      </Part>
      <Part name="tries" title={heads.tries}>
        <List lines={told.tries} />
      </Part>
      <Part name="next" title={heads.next}>
        <p>
          <Words>{told.next}</Words>
        </p>
      </Part>
      <Part name="hand-over" title={heads.handOver}>
        <p>
          <strong>
            <Words>{told.handOver.who}</Words>
          </strong>
        </p>
        <p>
          <Words>{told.handOver.note}</Words>
        </p>
      </Part>
    </div>
  );
}

/** The short code, the screen's place in the manual, and the problem. */
function Means({ told, words }: Pick<Props, 'told' | 'words'>) {
  return (
    <Part name="means" title={words.heads.means}>
      <p className="told-code">
        <strong translate="no">{told.code === '' ? '—' : told.code}</strong>
        <span>
          <Words>{told.place}</Words>
        </span>
      </p>
      <p className="told-title">
        <Words>{told.title}</Words>
      </p>
      {told.problem !== null && (
        <p className="told-problem">
          <Icon name="warning" />
          <span>
            <Words>{words.problemNumber(told.problem.number)}</Words> <Words>{told.problem.title}</Words>
          </span>
        </p>
      )}
    </Part>
  );
}

function Part({ name, title, children }: { readonly name: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="told-part" data-part={name} aria-labelledby={`told-${name}`}>
      <h2 id={`told-${name}`}>
        <Words>{title}</Words>
      </h2>
      {children}
    </section>
  );
}

function List({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ol>
      {lines.map((line) => (
        <li key={line}>
          <Words>{line}</Words>
        </li>
      ))}
    </ol>
  );
}

/** Spoken in the customer's language, with what it means below where support's is another one. */
function Script({ lines, spokenIn }: { readonly lines: readonly SaidLine[]; readonly spokenIn: Language }) {
  return (
    <ol className="script">
      {lines.map(({ spoken, meaning }) => (
        <li key={spoken}>
          <p className="script-spoken" lang={spokenIn}>
            {spoken}
          </p>
          {meaning !== null && (
            <p className="script-meaning">
              <Words>{meaning}</Words>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
