import { lazy, Suspense, useEffect, useState } from 'react';
import type { HelpPage } from '../../help/help-page.ts';
import { Button } from '../form/button.tsx';
import { useWindow } from './window-context.tsx';

const HelpDialog = lazy(() => import('../../help/help-dialog.tsx').then((module) => ({ default: module.HelpDialog })));

/** 「？ この画面の説明」, and F1: the manual at the page of this screen. Nothing of it is loaded before. */
export function HelpButton({ page }: { readonly page: HelpPage }) {
  const { text } = useWindow();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      // A question that stands open is answered first.
      if (document.querySelector('.dialog-overlay') === null) setOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button kind="quiet" icon="help" onPress={() => setOpen(true)}>
        {text.help.open}
      </Button>
      {open && (
        <Suspense>
          <HelpDialog page={page} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
