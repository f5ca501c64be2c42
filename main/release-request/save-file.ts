import { join } from 'node:path';
import { failure, type Outcome, success } from '../../preload/contract/problem.ts';
import type { PaperOutcome } from '../../preload/contract/release-request.ts';
import type { Log } from '../support/ports.ts';
import type { DocumentOutput, FileKind } from './ports.ts';

export type SaveFileParts = {
  readonly documentOutput: DocumentOutput;
  /** Where papers are proposed to be saved; asked each time. */
  readonly documents: () => string;
  readonly log: Log;
};

/**
 * Saves what is made where the person says.
 * @param name the file's name that is proposed
 * @param make the content
 * @param saved told of the path once it is written
 * @returns how it ended; what the disk said, with a reference into the log
 */
export async function saveFile(
  { documentOutput, documents, log }: SaveFileParts,
  name: string,
  kind: FileKind,
  make: () => Promise<Uint8Array | string>,
  saved: (path: string) => void = () => undefined,
): Promise<Outcome<PaperOutcome>> {
  // Made before the dialog stands in front of the page.
  const content = await make();
  const path = await documentOutput.askWhere(join(documents(), name), kind);
  if (path === null) return success({ kind: 'cancelled' });
  const written = await documentOutput.write(path, content);
  if (!written.ok) return failure(written.problem.code, { reference: log.error('paper.not-saved', { kind, code: written.problem.code }) });
  saved(path);
  return success({ kind: 'done' });
}
