import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { type BundlePartName, bundlePartNames } from '../../preload/contract/bundle.ts';
import { type BundleFault, partLimits } from '../../preload/contract/replay.ts';

/**
 * Unpacks a bundle into memory, and no more of it than a bundle of ours can hold, whatever its headers promise. A name is
 * compared with those that a bundle has and otherwise leads nowhere; nothing is written.
 */

/** So little at once that what it unpacks to has room, too: deflate makes at most 1,032 bytes of one. */
const pushedBytes = 2 * 1024;

type Unpacked = { readonly kind: 'parts'; readonly parts: ReadonlyMap<BundlePartName, Buffer> } | { readonly kind: 'fault'; readonly fault: BundleFault };

/** @param zip at most bundleFileLimit bytes */
export function unpackBundle(zip: Uint8Array): Unpacked {
  const reading = createReading();
  const unzip = new Unzip(reading.begin);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < zip.length && reading.fault() === null; at += pushedBytes) {
      unzip.push(zip.subarray(at, at + pushedBytes), at + pushedBytes >= zip.length);
    }
  } catch {
    // fflate says so of a zip whose end is missing, and of what is no deflate or another compression.
    reading.fail({ kind: 'cutOff', missing: [] });
  }
  const fault = reading.fault();
  if (fault !== null) return { kind: 'fault', fault };
  const missing = bundlePartNames.filter((name) => !reading.parts.has(name));
  return missing.length === 0 ? { kind: 'parts', parts: reading.parts } : { kind: 'fault', fault: { kind: 'cutOff', missing } };
}

function createReading() {
  const parts = new Map<BundlePartName, Buffer>();
  const begun = new Set<BundlePartName>();
  let found: BundleFault | null = null;
  const fail = (fault: BundleFault): void => {
    found ??= fault;
  };
  /** Called with each file as it comes. Throws so that nothing behind it is looked at. */
  function begin(file: UnzipFile): void {
    const name = bundlePartNames.find((known) => known === file.name);
    if (name === undefined || begun.has(name)) {
      fail({ kind: 'foreign' });
      throw new Error('not a file of a bundle');
    }
    begun.add(name);
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    file.ondata = (error, data, final) => {
      if (error !== null) return fail({ kind: 'cutOff', missing: [] });
      bytes += data.length;
      if (bytes > partLimits[name]) return fail({ kind: 'tooLarge' });
      pieces.push(data);
      if (final) parts.set(name, Buffer.concat(pieces));
    };
    file.start();
  }
  return { parts, begin, fail, fault: () => found };
}
