import type { HandOverStep } from '../../preload/contract/hand-over.ts';
import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { ProcedureRecord, RecordEntry } from '../procedure/record.ts';
import type { Happened } from '../procedure/runner.ts';

/** Which of the procedure's events are steps of the record, and which of the journal's lines. */

/** How a session ends that somebody wanted to end. */
const asked: ReadonlySet<ProblemCode> = new Set(['logged-off-as-asked', 'log-off-not-told']);

/** @returns null where it is no step; what was refused is none */
export function stepOf({ event, before, after, order }: Happened): HandOverStep | null {
  switch (event.type) {
    case 'releaseRequested':
      return { what: 'requested' };
    case 'released':
      return { what: 'released' };
    // The activation is done with whichever of the two comes last.
    case 'pinsAccepted':
      return order.at(-1) === 'newPins' ? { what: 'activated' } : null;
    case 'activated':
      return order.at(-1) === 'newPins' ? null : { what: 'activated' };
    case 'certificateInstalled': {
      const { serial, notAfter } = event.certificate;
      return { what: before.step === 'renewal' ? 'certificateRenewed' : 'certificateRetrieved', serial, notAfter };
    }
    case 'loggedOn':
      return after.step === 'loggedOn' ? { what: 'loggedOn', serial: after.certificate.serial, notAfter: after.certificate.notAfter } : null;
    case 'loggedOff':
      if (before.step !== 'loggedOn') return null;
      return { what: 'loggedOff', how: event.problem === null || asked.has(event.problem.code) ? 'asked' : 'lost' };
    case 'startedOver':
      return { what: 'startedOver' };
    case 'journalSetAside':
      return { what: 'journalSetAside' };
    case 'noticed':
      return event.problem.code === 'journal-unreadable' ? { what: 'journalDamaged' } : null;
    default:
      return null;
  }
}

/** What the journal knows to have been done; a crash may have come between it and the record. */
export function stepsIn({ entries }: ProcedureRecord): readonly { readonly at: string; readonly step: HandOverStep }[] {
  return entries.flatMap((entry) => {
    const step = recorded(entry);
    return step === null ? [] : [{ at: entry.at, step }];
  });
}

function recorded(entry: RecordEntry): HandOverStep | null {
  switch (entry.what) {
    case 'requested':
    case 'released':
    case 'activated':
      return { what: entry.what };
    case 'certificate':
      return { what: 'certificateRetrieved', serial: entry.serial, notAfter: entry.notAfter };
    case 'renewal':
      return { what: 'certificateRenewed', serial: entry.serial, notAfter: entry.notAfter };
    case 'loggedOn':
      return { what: 'loggedOn', serial: entry.serial, notAfter: entry.notAfter };
    // Noted in both by the same program, one moment after the other: by their times the two cannot be told to be one.
    case 'userPins':
    case 'refused':
    case 'closed':
      return null;
    default:
      return entry satisfies never;
  }
}
