import { useCallback, useEffect, useRef, useState } from 'react';
import type { KaitsuApi } from '../../preload/contract/contract.ts';
import type { BundleFault } from '../../preload/contract/replay.ts';
import type { UnpackedBundle } from '../../preload/contract/replayed-event.ts';
import type { Support } from '../../preload/contract/support.ts';
import { unpackBundle } from './unpack.ts';

/** Why the file that was opened last is not on the screen. broken: the program itself failed. */
export type Trouble = { readonly kind: 'broken' } | { readonly kind: 'refused'; readonly name: string; readonly fault: BundleFault };

export type OpeningControls = {
  /** What is looked at; null: nothing. */
  readonly bundle: UnpackedBundle | null;
  readonly pending: boolean;
  readonly trouble: Trouble | null;
  /** What waits for an answer to whether the notes may go: another bundle, or the screen codes. */
  readonly leaving: { readonly to: UnpackedBundle | null } | null;
  /** Asks the person for a file. */
  readonly choose: () => void;
  readonly drop: (file: File) => void;
  readonly close: () => void;
  /** Whether there are notes that would be lost. */
  readonly noteUnsaved: (unsaved: boolean) => void;
  readonly leave: () => void;
  readonly stay: () => void;
};

type Reply = Awaited<ReturnType<KaitsuApi['replay']['openFile']>>;

/** Of a dropped file; three quarters of a piece of Base64 (pieceLength of the contract, whose schemas the window does not load). */
const pieceBytes = 196_608;
/** What is larger is no bundle (bundleFileLimit); main says so of the first pieces. */
const mostBytes = 6 * 1024 * 1024;

/** @param support as main publishes it: a file that was handed in at a start is opened */
export function useOpening(api: KaitsuApi, support: Support): OpeningControls {
  const [bundle, setBundle] = useState<UnpackedBundle | null>(null);
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [leaving, setLeaving] = useState<OpeningControls['leaving']>(null);
  const busy = useRef(false);
  const unsaved = useRef(false);
  const noteUnsaved = useCallback((is: boolean): void => {
    unsaved.current = is;
  }, []);
  const goTo = (to: UnpackedBundle | null): void => {
    setLeaving(unsaved.current ? { to } : null);
    if (!unsaved.current) setBundle(to);
  };
  const open = async (ask: () => Promise<Reply>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const opening = await ask()
      .then(openingOf)
      .catch(() => broken);
    busy.current = false;
    setPending(false);
    if (opening.kind === 'none') return;
    setTrouble(opening.kind === 'opened' ? null : opening);
    if (opening.kind === 'opened') goTo(opening.bundle);
  };
  // A new object with each code or file that comes, the same one twice included.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what came
  useEffect(() => {
    if (support.file !== null) void open(() => api.replay.openGiven());
    else if (support.asked !== null) goTo(null);
  }, [support]);
  return {
    bundle,
    pending,
    trouble,
    leaving,
    choose: () => void open(() => api.replay.openFile()),
    drop: (file) => void open(() => handOver(api, file)),
    close: () => goTo(null),
    noteUnsaved,
    leave: () => {
      unsaved.current = false;
      if (leaving !== null) goTo(leaving.to);
    },
    stay: () => setLeaving(null),
  };
}

const broken = { kind: 'broken' } as const;

async function openingOf(reply: Reply): Promise<{ readonly kind: 'none' } | { readonly kind: 'opened'; readonly bundle: UnpackedBundle } | Trouble> {
  if (!reply.ok) return broken;
  return reply.value.kind === 'opened' ? { kind: 'opened', bundle: await unpackBundle(reply.value.bundle) } : reply.value;
}

/** Piece by piece, since no request may be that large. */
async function handOver(api: KaitsuApi, file: File): Promise<Reply> {
  const bytes = new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer());
  const name = file.name.slice(0, 255);
  for (let from = 0; ; from += pieceBytes) {
    const last = from + pieceBytes >= bytes.length;
    const piece = base64(bytes.subarray(from, from + pieceBytes));
    const reply = await api.replay.drop({ first: from === 0, last, name, piece });
    if (last || !reply.ok || reply.value.kind !== 'none') return reply;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8_192) text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text);
}
