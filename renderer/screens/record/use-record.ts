import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { RecordPaper } from '../../../preload/contract/record.ts';
import type { PaperOutcome } from '../../../preload/contract/release-request.ts';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { entitled } from '../release-request/entitled.ts';
import { loadPaperFonts } from '../release-request/paper-fonts.ts';

export type RecordOrder = 'print' | 'save';

export type RecordOrders = {
  readonly sending: Request;
  /** The page that is being printed or saved; null while none is. */
  readonly printing: RecordPaper | null;
  /** How the last order ended; null while there was none. */
  readonly done: { readonly order: RecordOrder; readonly outcome: PaperOutcome } | null;
  readonly give: (order: RecordOrder) => void;
};

/** Has the record printed or saved, as it is at that moment. */
export function useRecordOrders(): RecordOrders {
  const { api, text } = useWindow();
  const sending = useRequest();
  const [printing, setPrinting] = useState<RecordPaper | null>(null);
  const [done, setDone] = useState<RecordOrders['done']>(null);
  const { title } = text.record.paper;

  const give = (order: RecordOrder) => {
    setDone(null);
    void sending.send(async () => {
      const read = await api.record.read();
      if (!read.ok) return read;
      flushSync(() => setPrinting(read.value));
      try {
        await loadPaperFonts('.record-paper');
        const reply = await entitled(title, () => (order === 'print' ? api.record.print() : api.record.saveAsPdf({ title })));
        if (reply.ok) setDone({ order, outcome: reply.value });
        return reply;
      } finally {
        setPrinting(null);
      }
    });
  };
  return { sending, printing, done, give };
}
