import { hostname, userInfo } from 'node:os';
import type { RecordPaper } from '../../preload/contract/record.ts';

/** Who is at this PC, and what it is called, as the operating system says. @param version of the program */
export function placeOf(version: string): RecordPaper['place'] {
  return { user: said(() => userInfo().username), pc: said(hostname), version };
}

/** A system without an entry for the user throws. */
function said(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
