import { type ReactNode, useId } from 'react';
import type { FieldName } from '../../../preload/contract/problem.ts';
import { Words } from '../frame/words.tsx';
import { PinRules } from './pin-rules.tsx';

type Props = {
  readonly title: string;
  /** The new PIN that the rules are ticked for. */
  readonly name: FieldName;
  readonly children: ReactNode;
};

/** A new PIN and its re-entry: what it is for and what it must look like stand once, in the heading. */
export function PinGroup({ title, name, children }: Props) {
  const id = useId();
  return (
    <fieldset className="entry-group" aria-labelledby={id}>
      <div className="entry-group-head">
        <span id={id} className="entry-group-title">
          <Words>{title}</Words>
        </span>
        <PinRules name={name} />
      </div>
      <div className="entry-pair">{children}</div>
    </fieldset>
  );
}
