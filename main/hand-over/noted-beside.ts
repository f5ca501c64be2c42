import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { HandOverStep } from '../../preload/contract/hand-over.ts';
import type { UsersNote } from '../users/ports.ts';
import type { HandOver } from './hand-over.ts';

/** Steps that are done beside the procedure. */

/** Whose PINs or data they are is not written: user IDs are kept nowhere on this PC. */
export function stepOfUsers(note: Exclude<UsersNote, { what: 'refused' }>): HandOverStep {
  switch (note.what) {
    case 'userPins':
      return { what: 'userPins' };
    case 'registered':
      return { what: 'userRegistered' };
    case 'changed':
      if (note.isSuspended === note.wasSuspended) return { what: 'userChanged', change: 'data' };
      return { what: 'userChanged', change: note.isSuspended ? 'suspended' : 'resumed' };
    default:
      return note satisfies never;
  }
}

/** What is taken out of the certificate store, and put back. */
export function notingTidyUp({ tidyUp, undoTidyUp }: RequestHandlers['certificate'], handOver: Pick<HandOver, 'note'>): RequestHandlers['certificate'] {
  const noting =
    (work: typeof tidyUp, what: 'certificatesTidied' | 'certificatesPutBack'): typeof tidyUp =>
    async (input) => {
      const done = await work(input);
      if (done.ok) handOver.note({ what });
      return done;
    };
  return { tidyUp: noting(tidyUp, 'certificatesTidied'), undoTidyUp: noting(undoTidyUp, 'certificatesPutBack') };
}
