import type { ReplayedBundle } from '../../preload/contract/replay.ts';
import type { ReplayedEvent, UnpackedBundle } from '../../preload/contract/replayed-event.ts';

/** @returns the bundle with its events as main parsed them; rejects where they are none (a bug) */
export async function unpackBundle(bundle: ReplayedBundle): Promise<UnpackedBundle> {
  const bytes = Uint8Array.from(atob(bundle.events), (sign) => sign.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  return { ...bundle, events: JSON.parse(text) as readonly ReplayedEvent[] };
}
