import { type RefObject, useId } from 'react';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';

type Props = { readonly suspended: RefObject<HTMLInputElement | null>; readonly wasSuspended: boolean; readonly busy: boolean };

/** Whether the user may use the service, or is suspended. */
export function UseChoice({ suspended, wasSuspended, busy }: Props) {
  const { text } = useWindow();
  const words = text.users.change;
  const name = useId();
  return (
    <fieldset className="entry-group use-choice" aria-describedby={`${name}-note`} disabled={busy}>
      <legend>
        <Words>{words.use}</Words>
      </legend>
      <label>
        <input type="radio" name={name} defaultChecked={!wasSuspended} />
        <span>
          <Words>{words.inUse}</Words>
        </span>
      </label>
      <label>
        <input ref={suspended} type="radio" name={name} defaultChecked={wasSuspended} />
        <span>
          <Words>{words.suspended}</Words>
        </span>
      </label>
      <p id={`${name}-note`} className="field-hint">
        <Words>{words.suspendNote}</Words>
      </p>
    </fieldset>
  );
}
