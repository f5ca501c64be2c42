import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';

/** Before the first wrong entry: who has lost the copy of the form must not guess. */
export function LostForm() {
  const { bank, text } = useWindow();
  return (
    <p className="field-hint">
      <Words>{text.input.lostForm(bank.support.phone, bank.wrongAttemptLimit)}</Words>
    </p>
  );
}
