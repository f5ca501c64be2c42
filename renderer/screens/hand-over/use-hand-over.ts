import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { HandOverFileKind, HandOverPaper } from '../../../preload/contract/hand-over.ts';
import type { PaperOutcome } from '../../../preload/contract/release-request.ts';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { entitled } from '../release-request/entitled.ts';
import { loadPaperFonts } from '../release-request/paper-fonts.ts';

export type HandOverOrder = HandOverFileKind | 'print';

export type HandOverOrders = {
  readonly sending: Request;
  /** What is being printed, or made into a PDF; null while nothing is. */
  readonly printing: HandOverPaper | null;
  /** How the last order ended; null while there was none. */
  readonly done: { readonly order: HandOverOrder; readonly outcome: PaperOutcome } | null;
  readonly give: (order: HandOverOrder) => void;
};

/** Has the record saved or printed, as it is at that moment. @param read told of what was read */
export function useHandOverOrders(read: (paper: HandOverPaper) => void): HandOverOrders {
  const { api, text } = useWindow();
  const sending = useRequest();
  const [printing, setPrinting] = useState<HandOverPaper | null>(null);
  const [done, setDone] = useState<HandOverOrders['done']>(null);
  const { title } = text.handOver.paper;

  const order = (kind: HandOverOrder) => (kind === 'print' ? api.handOver.print() : api.handOver.save({ title, kind }));

  const give = (kind: HandOverOrder) => {
    setDone(null);
    void sending.send(async () => {
      const reply = kind === 'csv' || kind === 'jsonl' ? await order(kind) : await onPaper(kind);
      if (reply.ok) setDone({ order: kind, outcome: reply.value });
      return reply;
    });
  };

  async function onPaper(kind: 'pdf' | 'print') {
    const reply = await api.handOver.read();
    if (!reply.ok) return reply;
    flushSync(() => {
      read(reply.value);
      setPrinting(reply.value);
    });
    try {
      await loadPaperFonts('.hand-over-paper');
      return await entitled(title, () => order(kind));
    } finally {
      setPrinting(null);
    }
  }
  return { sending, printing, done, give };
}
