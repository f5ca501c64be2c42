import { useEffect, useRef, useState } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { Question } from '../frame/question.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { Button } from './button.tsx';
import './review-dialog.css';

/** One entry that is compared before it is sent. */
export type ComparedEntry = {
  readonly name: FieldName;
  readonly label: string;
  /** What it is compared with. */
  readonly where: string;
  readonly secret: boolean;
};

type Props = {
  readonly entries: readonly ComparedEntry[];
  readonly attemptsLeft: number;
  readonly read: (name: FieldName) => string;
  /** Back to the fields: nothing is sent, nothing is cleared. */
  readonly onMend: () => void;
  readonly onSend: () => void;
};

/** Before one of the last attempts: what to compare, with what. A secret is seen only while somebody asks for it. */
export function ReviewDialog({ entries, attemptsLeft, read, onMend, onSend }: Props) {
  const { bank, text } = useWindow();
  const words = text.review;
  const actions = (
    <>
      <Button onPress={onMend}>{words.mend}</Button>
      <Button kind="primary" onPress={onSend}>
        {words.send}
      </Button>
    </>
  );
  return (
    <Question title={words.title} explanation={`${text.problem.attemptsLeft(attemptsLeft)}${words.compare}`} actions={actions} onClose={onMend}>
      <dl className="review">
        {entries.map((entry) => (
          <Compared key={entry.name} entry={entry} read={read} />
        ))}
      </dl>
      <p>
        <Words>{words.call(bank.support.phone)}</Words>
      </p>
    </Question>
  );
}

function Compared({ entry: { name, label, where, secret }, read }: { readonly entry: ComparedEntry } & Pick<Props, 'read'>) {
  const { text } = useWindow();
  const [shown, setShown] = useState(!secret);
  const value = useRef<HTMLSpanElement>(null);
  const latest = useRef(read);
  latest.current = read;
  const [length] = useState(() => read(name).length);
  // As in its field, a secret is never in React: it is put on the screen and taken off again.
  useEffect(() => {
    const element = value.current;
    if (element === null) return;
    element.textContent = shown ? latest.current(name) : '•'.repeat(length);
    return () => {
      element.textContent = '';
    };
  }, [shown, name, length]);
  return (
    <div>
      <dt>
        <Words>{label}</Words>
      </dt>
      <dd className="review-value">
        <span ref={value} translate="no" aria-hidden={!shown} />
        {!shown && <span className="visually-hidden">{text.review.hidden(length)}</span>}
      </dd>
      <dd>
        <Words>{where}</Words>
      </dd>
      {secret && (
        <dd className="review-show">
          <Button onPress={() => setShown(!shown)}>{shown ? text.input.hide : text.input.show}</Button>
        </dd>
      )}
    </div>
  );
}
