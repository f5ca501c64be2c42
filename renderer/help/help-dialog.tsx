import { useEffect, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Button } from '../components/form/button.tsx';
import { CloseButton } from '../components/form/close-button.tsx';
import { ModalLayer } from '../components/frame/modal-layer.tsx';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { HelpContents } from './help-contents.tsx';
import type { HelpPage } from './help-page.ts';
import { HelpOverview, HelpScreen } from './help-pages.tsx';
import { useProse } from './use-prose.ts';
import './help.css';

/** The manual in the window, opened at a page. What lies below stays as it is; Escape leads back to it. */
export function HelpDialog({ page, onClose }: { readonly page: HelpPage; readonly onClose: () => void }) {
  const { api, places, text } = useWindow();
  const prose = useProse();
  const [shown, setShown] = useState(page);
  const body = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => void body.current?.scrollTo(0, 0), [shown]);
  const showHandOver = () => {
    onClose();
    void api.handOver.open();
  };
  return (
    <ModalLayer className="help" onClose={onClose}>
      <Dialog className="help-dialog" aria-label={text.help.name}>
        <header className="help-head">
          <p>
            <Words>{text.help.name}</Words>
          </p>
          <div className="help-orders">
            {places.open !== null && (
              <Button kind="quiet" icon="paper" onPress={showHandOver}>
                {text.handOver.name}
              </Button>
            )}
            <CloseButton label={text.common.close} onPress={onClose} />
          </div>
        </header>
        {prose !== null && (
          <div className="help-body">
            <HelpContents prose={prose} shown={shown} here={page} onChoose={setShown} onLeave={onClose} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
            <section ref={body} className="help-page" tabIndex={0} aria-labelledby="help-title" aria-live="polite">
              {shown === 'overview' ? <HelpOverview prose={prose} /> : <HelpScreen prose={prose} name={shown} />}
            </section>
          </div>
        )}
      </Dialog>
    </ModalLayer>
  );
}
