import { useCallback, useEffect, useState } from 'react';
import type { BundlePreview } from '../../../preload/contract/bundle.ts';
import type { PaperOutcome } from '../../../preload/contract/release-request.ts';
import { type Request, useRequest } from '../../components/form/use-request.ts';
import { useWindow } from '../../components/frame/window-context.tsx';
import { windowFacts } from './window-facts.ts';

export type Bundle = {
  readonly request: Request;
  /** What would be saved; null while it is being gathered, or could not be. */
  readonly preview: BundlePreview | null;
  /** How the last saving ended; null while there was none. */
  readonly saved: PaperOutcome['kind'] | null;
  readonly gather: () => void;
  readonly save: () => void;
};

/** Gathers the bundle as the dialog opens, and saves what was shown. */
export function useBundle(): Bundle {
  const { api, screenCode, text } = useWindow();
  const request = useRequest();
  const [preview, setPreview] = useState<BundlePreview | null>(null);
  const [saved, setSaved] = useState<Bundle['saved']>(null);
  const gather = useCallback(
    () =>
      void request.send(async () => {
        const reply = await api.bundle.prepare(windowFacts(screenCode));
        if (reply.ok) setPreview(reply.value);
        return reply;
      }),
    [api, request.send, screenCode],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the dialog opens
  useEffect(gather, []);
  const save = () => {
    setSaved(null);
    void request.send(async () => {
      const reply = await api.bundle.save({ title: text.bundle.fileTitle });
      if (reply.ok) setSaved(reply.value.kind);
      return reply;
    });
  };
  return { request, preview, saved, gather, save };
}
