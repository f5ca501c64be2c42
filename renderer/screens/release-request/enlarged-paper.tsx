import { Dialog } from 'react-aria-components/Dialog';
import type { RequestEntries, RequestLayout } from '../../../preload/contract/release-request.ts';
import { CloseButton } from '../../components/form/close-button.tsx';
import { ModalLayer } from '../../components/frame/modal-layer.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Paper } from './paper.tsx';

type Props = { readonly layout: RequestLayout; readonly entries: RequestEntries; readonly onClose: () => void };

/** The paper in the whole window, as large as it is. */
export function EnlargedPaper({ layout, entries, onClose }: Props) {
  const { text } = useWindow();
  return (
    <ModalLayer className="enlarged-paper" onClose={onClose}>
      <Dialog aria-label={text.releaseRequest.preview}>
        <div className="enlarged-paper-close">
          <CloseButton label={text.common.close} onPress={onClose} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
        <section className="enlarged-paper-sheet" tabIndex={0} aria-label={layout.title}>
          <Paper layout={layout} entries={entries} level={2} />
        </section>
      </Dialog>
    </ModalLayer>
  );
}
