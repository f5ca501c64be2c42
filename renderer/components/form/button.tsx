import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from '../frame/icon.tsx';
import { marked } from '../frame/words.tsx';
import './button.css';

type ButtonProps = {
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly busy?: boolean;
  readonly icon?: IconName;
  readonly onPress?: () => void;
  readonly expanded?: boolean;
  readonly controls?: string;
};

/** Keeps the focus in the field: leaving it would move the layout between pressing and letting go. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** A busy button stays focusable and says that it is busy, but does nothing. */
export function Button({ children, kind = 'secondary', type = 'button', busy = false, icon, onPress, expanded, controls }: ButtonProps) {
  const press = (event: MouseEvent): void => {
    if (busy) event.preventDefault();
    else onPress?.();
  };
  return (
    <button
      type={type}
      className={`button button-${kind}`}
      aria-disabled={busy || undefined}
      aria-expanded={expanded}
      aria-controls={controls}
      onMouseDown={keepFocus}
      onClick={press}
    >
      {busy && kind !== 'quiet' ? <span className="spinner" aria-hidden="true" /> : icon !== undefined && <Icon name={icon} />}
      <span>{marked(children)}</span>
    </button>
  );
}
