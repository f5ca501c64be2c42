import writeFileAtomic from 'write-file-atomic';
import type { DiskCode, Outcome } from '../../preload/contract/problem.ts';
import { patiently } from './whole-file.ts';

/**
 * Writes a file that the person asked for, whole or not at all; a second is waited for who still has an earlier one open.
 * @param options mode: of the new file; left out: as an earlier one had it, or as usual
 */
export function writeAskedFile(path: string, content: Uint8Array | string, options: { readonly mode?: number } = {}): Promise<Outcome<void, DiskCode>> {
  return patiently(() => writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content), options));
}
