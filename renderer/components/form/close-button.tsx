import { Icon } from '../frame/icon.tsx';
import { keepFocus } from './button.tsx';
import './close-button.css';

type Props = {
  /** What it closes, in words. */
  readonly label: string;
  readonly onPress: () => void;
  /** Leaves the focus where it is, e.g. in the field that a keyboard types into. */
  readonly leaveFocus?: boolean;
};

/** The cross in a corner. */
export function CloseButton({ label, onPress, leaveFocus = false }: Props) {
  return (
    <button type="button" className="close-button" aria-label={label} onMouseDown={leaveFocus ? keepFocus : undefined} onClick={onPress}>
      <Icon name="close" />
    </button>
  );
}
