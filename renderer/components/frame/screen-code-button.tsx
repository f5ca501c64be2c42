import { lazy, Suspense, useState } from 'react';
import type { ShownCodes } from '../../screen-code/screen-code-dialog.tsx';
import { keepFocus } from '../form/button.tsx';
import { useWindow } from './window-context.tsx';

const ScreenCodeDialog = lazy(() => import('../../screen-code/screen-code-dialog.tsx').then((module) => ({ default: module.ScreenCodeDialog })));

/** The screen code at the foot of the window; pressed, it is shown large, with the full code. */
export function ScreenCodeButton() {
  const { fullCode, screenCode, text } = useWindow();
  // As the window was when it was pressed: a code must not change while it is read out.
  const [shown, setShown] = useState<ShownCodes | null>(null);
  const open = () => {
    const show = (full: string | null) => setShown({ short: screenCode, full });
    fullCode().then(show, () => show(null));
  };
  return (
    <>
      <p>
        <span className="footer-name">{text.shell.screenCode}</span>{' '}
        <button
          type="button"
          className="footer-code"
          aria-label={text.screenCode.open(screenCode)}
          aria-haspopup="dialog"
          onMouseDown={keepFocus}
          onClick={open}
        >
          <strong translate="no">{screenCode}</strong>
        </button>
      </p>
      {shown !== null && (
        <Suspense>
          <ScreenCodeDialog codes={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </>
  );
}
