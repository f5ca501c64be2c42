import { type ReactNode, useEffect, useRef } from 'react';
import type { StepName } from '../../../preload/contract/procedure.ts';
import { stopNumber, stopsOf } from '../../state/screen-of.ts';
import { Icon } from './icon.tsx';
import { useWindow } from './window-context.tsx';
import { marked, Words } from './words.tsx';
import './screen-frame.css';

type Props = {
  readonly step: StepName;
  /** Where one is, if it is not a stop of the procedure. */
  readonly place?: string;
  readonly title: string;
  readonly lead?: ReactNode;
  /** A sign beside the title: something is done, or locked. */
  readonly mark?: 'good' | 'locked';
  readonly children?: ReactNode;
  /** The one obvious next action, and what stands beside it. */
  readonly actions?: ReactNode;
};

/** Whether some screen was drawn before: the first one must not take the focus. */
let drawnBefore = false;

/** What all screens share: where one is, the heading, the sheet, and the bar with the next action. */
export function ScreenFrame({ step, place, title, lead, mark, children, actions }: Props) {
  const { text, bank, language, pictured = false } = useWindow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pictured) return;
    if (drawnBefore) heading.current?.focus();
    drawnBefore = true;
  }, [pictured]);
  useEffect(() => {
    if (!pictured) document.title = `${title} — ${bank.name[language]}`;
  }, [title, bank, language, pictured]);
  return (
    <section className="sheet" aria-labelledby="screen-title">
      <div className="sheet-body">
        <div className="sheet-head">
          <div className="sheet-title">
            {mark !== undefined && (
              <span className={`sheet-mark sheet-mark-${mark}`}>
                <Icon name={mark === 'good' ? 'check' : 'lock'} />
              </span>
            )}
            <h1 id="screen-title" ref={heading} tabIndex={-1}>
              <Words>{title}</Words>
            </h1>
          </div>
          <p className="sheet-place">
            <Words>{place ?? text.rail.position(stopNumber(step, bank.stepOrder), stopsOf(bank.stepOrder).length)}</Words>
          </p>
        </div>
        {lead !== undefined && <p className="sheet-lead">{marked(lead)}</p>}
        {children}
      </div>
      {actions !== undefined && <div className="sheet-actions">{actions}</div>}
    </section>
  );
}
