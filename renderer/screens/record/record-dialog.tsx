import { useEffect, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import type { RecordPaper as Paper } from '../../../preload/contract/record.ts';
import { Button } from '../../components/form/button.tsx';
import { ModalLayer } from '../../components/frame/modal-layer.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { RecordOrders } from './record-orders.tsx';
import { RecordPaper } from './record-paper.tsx';
import './record-dialog.css';

/** 手続きの控え from the menu, over whatever is on the screen: looked at, saved, printed. */
export function RecordDialog() {
  const { api, text } = useWindow();
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
  // The whole history, of which this page is the last procedure.
  const showHandOver = () => void api.record.close().then(() => api.handOver.open());
  return (
    <ModalLayer className="dialog-frame record-frame" onClose={close}>
      <Dialog className="dialog record-dialog">
        <div className="record-words">
          <Heading slot="title">
            <Words>{words.name}</Words>
          </Heading>
          <p>
            <Words>{words.lead}</Words>
          </p>
          <RecordOrders saveLabel={text.releaseRequest.savePdf} kind="primary" />
          <div className="record-buttons">
            <Button kind="quiet" icon="paper" onPress={showHandOver}>
              {text.handOver.name}
            </Button>
            <Button onPress={close}>{text.common.close}</Button>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard, too */}
        <section className="record-preview" tabIndex={0} aria-label={words.preview}>
          {paper !== null && <RecordPaper paper={paper} level={2} />}
        </section>
      </Dialog>
    </ModalLayer>
  );
}
