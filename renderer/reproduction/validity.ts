import type { validityKinds } from '../../preload/contract/full-code/described-window.ts';
import type { Validity } from '../../preload/contract/validity.ts';
import { heldCertificate } from '../help/samples/procedure.ts';

/** How long a certificate is good for, in a full code and as a sample. */

type ValidityKind = (typeof validityKinds)[number];

const samples: Readonly<Record<ValidityKind, Validity | null>> = {
  unknown: null,
  notDue: heldCertificate.validity,
  due: { kind: 'due', daysLeft: 12 },
  lastDay: { kind: 'due', daysLeft: 0 },
  closesToday: { kind: 'due', daysLeft: 0, closesAt: '2027-11-22T00:00:00.000Z' },
  closedRevokeFirst: { kind: 'closed', wants: 'revokeFirst' },
  closedPaperForm: { kind: 'closed', wants: 'paperForm' },
  expired: { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' },
  revokeFirst: { kind: 'revokeFirst' },
  paperForm: { kind: 'paperForm' },
};

export function sampleValidity(kind: ValidityKind): Validity | null {
  return samples[kind];
}

export function validityKind(validity: Validity | null): ValidityKind {
  if (validity === null) return 'unknown';
  switch (validity.kind) {
    case 'due':
      if (validity.daysLeft > 0) return 'due';
      return validity.closesAt === undefined ? 'lastDay' : 'closesToday';
    case 'closed':
      return validity.wants === 'revokeFirst' ? 'closedRevokeFirst' : 'closedPaperForm';
    default:
      return validity.kind;
  }
}
