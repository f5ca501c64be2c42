import { useState } from 'react';
import type { Contact } from '../../../preload/contract/problem-facts.ts';
import { Button } from '../form/button.tsx';
import { copyWords } from '../form/copy-words.ts';
import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import './stop-card.css';

type Props = {
  readonly contact: Contact;
  /** Why there is no way on, where nothing above says it. */
  readonly why?: string;
};

/** In the place of what could be entered and sent: whom to call, and what to read out. */
export function StopCard({ contact, why }: Props) {
  const { bank, language, text } = useWindow();
  const words = text.stop;
  return (
    <section className="stop-card" aria-label={words.name}>
      <Icon name="phone" />
      <div className="stop-card-words">
        {why !== undefined && (
          <p className="stop-card-why">
            <Words>{why}</Words>
          </p>
        )}
        <p>
          <Words>{contact === 'staff' ? text.problem.askStaff : words.callBank}</Words>
        </p>
        <p>
          <strong className="stop-card-phone" translate="no">
            {bank.support.phone}
          </strong>{' '}
          <span className="muted">
            <Words>{bank.support.hours[language]}</Words>
          </span>
        </p>
        <ScreenCode />
      </div>
    </section>
  );
}

/** The screen code once more, where it is needed, and a button that copies it. */
function ScreenCode() {
  const { screenCode, text } = useWindow();
  const [copied, setCopied] = useState(false);
  return (
    <div className="stop-card-code">
      <p>
        <Words>{text.shell.screenCode}</Words> <strong translate="no">{screenCode}</strong>
      </p>
      <Button onPress={() => setCopied(copyWords(`${text.shell.screenCode} ${screenCode}`))}>{text.stop.copyCode}</Button>
      <p role="status">{copied ? text.stop.copied : ''}</p>
    </div>
  );
}
