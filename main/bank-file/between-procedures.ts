import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';

/**
 * Whether no procedure is under way, so that a bank's new version can take effect: nothing was begun yet, or the
 * certificate is there and the logon comes next. Somebody who is logged on, or on the way, goes on with what they began with.
 * @param snapshot where the procedure stands; null where it never began
 */
export function isBetweenProcedures(snapshot: ProcedureSnapshot | null): boolean {
  const state = snapshot?.state;
  switch (state?.step) {
    case undefined:
    case 'start':
    case 'newPc':
    case 'locked':
      // Of the certificate and the activation that belongs to it, one is done.
      return snapshot?.offer?.kind !== 'activation';
    case 'certificateReady':
      return state.phase === 'editing';
    default:
      return false;
  }
}
