import { Icon } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { keepFocus } from './button.tsx';

type Props = {
  /** What is wrong; '' where nothing is. */
  readonly words: string;
  /** Changes full-width characters into half-width ones, where that is what is wrong. */
  readonly convert: (() => void) | null;
};

/** What is wrong with an entry, where it stands: part of the description of its field. */
export function FaultLine({ words, convert }: Props) {
  const { text } = useWindow();
  return (
    <>
      {words !== '' && (
        <p className="field-fault">
          <Icon name="warning" />
          <span>
            <Words>{words}</Words>
          </span>
        </p>
      )}
      {convert !== null && (
        <button type="button" className="field-convert" onMouseDown={keepFocus} onClick={convert}>
          <Words>{text.input.convert}</Words>
        </button>
      )}
    </>
  );
}
