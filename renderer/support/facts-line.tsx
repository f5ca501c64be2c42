import type { Language } from '../../preload/contract/preferences.ts';
import { Segments } from '../components/form/segments.tsx';
import { Words } from '../components/frame/words.tsx';
import { languageOrder } from '../text/internal-texts.ts';
import type { Side } from './side.ts';
import type { Shown } from './use-shown.ts';

type Props = {
  readonly shown: Shown;
  readonly side: Side;
  /** The bank by whose rules it is drawn, where that is not the code's. */
  readonly otherBank: string | null;
  readonly onLanguage: (language: Language) => void;
};

/** The customer's program, PC and attempts; a short code tells none of it, and support says in which language the customer reads. */
export function FactsLine({ shown: { described, short }, side: { text, words }, otherBank, onLanguage }: Props) {
  const { facts } = words;
  const left = 'attemptsLeft' in described.shown ? described.shown.attemptsLeft : null;
  const keyboard = 'form' in described.shown ? described.shown.form.keyboard : null;
  const rows: readonly (readonly [string, string])[] = [
    ...(short
      ? []
      : [
          [facts.version, described.version] as const,
          [facts.os, facts.osNames[described.os]] as const,
          [facts.language, text.shell.languageNames[described.language]] as const,
          [facts.look, facts.looks[described.look]] as const,
          [facts.textSize, text.shell.textSizes[described.textSize]] as const,
        ]),
    ...(left === null ? [] : [[facts.attempts, facts.attemptsLeft(left)] as const]),
    ...(short || keyboard === null ? [] : [[facts.keyboard, facts.keyboards[keyboard]] as const]),
  ];
  return (
    <div className="facts-line">
      <h2 className="visually-hidden">{words.heads.facts}</h2>
      {short && (
        <div className="facts-short">
          <span aria-hidden="true">{facts.language}</span>
          <Segments
            name={facts.language}
            options={languageOrder.map((value) => ({ value, label: text.shell.languageNames[value], lang: value }))}
            value={described.language}
            onChoose={onLanguage}
          />
          <span className="muted">
            <Words>{facts.unknown}</Words>
          </span>
        </div>
      )}
      {rows.length > 0 && (
        <dl>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {otherBank !== null && (
        <p className="facts-bank">
          <Words>{facts.otherBank(otherBank)}</Words>
        </p>
      )}
    </div>
  );
}
