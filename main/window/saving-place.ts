import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { FileKind } from '../release-request/ports.ts';

/**
 * Asks where to save. Linux' dialogs leave the ending to the person: it is added, and where a file of that name is there
 * already, which the dialog did not ask about, the dialog opens again with that name.
 * @param ask opens the dialog once. @returns null when it was cancelled
 * @returns the path, or null when it was cancelled
 */
export async function askWhereToSave(ask: (proposed: string) => Promise<string | null>, proposed: string, kind: FileKind): Promise<string | null> {
  const path = await ask(proposed);
  if (path === null || extname(path).toLowerCase() === `.${kind}`) return path;
  const whole = `${path}.${kind}`;
  return existsSync(whole) ? askWhereToSave(ask, whole, kind) : whole;
}
