import { Icon } from '../frame/icon.tsx';
import { Words } from '../frame/words.tsx';

/**
 * What is wrong with an entry, where it stands: part of the description of its field.
 * @param words '' where nothing is wrong
 */
export function ErrorLine({ words }: { readonly words: string }) {
  if (words === '') return null;
  return (
    <p className="field-error">
      <Icon name="warning" />
      <span>
        <Words>{words}</Words>
      </span>
    </p>
  );
}
