import { useEffect, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { RecordPaper as Paper } from '../../../preload/contract/record.ts';
import { Button } from '../../components/form/button.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { RecordOrders } from './record-orders.tsx';
import { RecordPaper } from './record-paper.tsx';
import '../../components/frame/question.css';
import './record-dialog.css';

/** 手続きの控え from the menu, over whatever is on the screen: looked at, saved, printed. */
export function RecordDialog() {
  const { api, language, text } = useWindow();
  const words = text.record;
  const [paper, setPaper] = useState<Paper | null>(null);
  useEffect(() => {
    // Where it cannot be read, the orders below say why.
    api.record.read().then(
      (reply) => reply.ok && setPaper(reply.value),
      () => undefined,
    );
  }, [api]);
  const close = () => void api.record.close();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
        <Modal className="dialog-frame record-frame">
          <Dialog className="dialog record-dialog">
            <div className="record-words">
              <Heading slot="title">
                <Words>{words.name}</Words>
              </Heading>
              <p>
                <Words>{words.lead}</Words>
              </p>
              <RecordOrders saveLabel={text.releaseRequest.savePdf} kind="primary" />
              <div>
                <Button onPress={close}>{text.common.close}</Button>
              </div>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
            <section className="record-preview" tabIndex={0} aria-label={words.preview}>
              {paper !== null && <RecordPaper paper={paper} level={2} />}
            </section>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
