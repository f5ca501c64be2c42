import { generateKeyPairSync } from 'node:crypto';
import { contractorIdSchema, serialSchema } from '../../preload/contract/identities.ts';
import { success } from '../../preload/contract/problem.ts';
import type { Bundles } from '../certificate/bundles.ts';
import type { Inventory, InventoryEntry } from '../certificate/inventory.ts';
import type { CertificateStore } from '../certificate/stores/store.ts';
import type { ProgramPorts } from '../program-ports.ts';
import { createPracticePile } from './older-certificate.ts';
import type { Situation } from './situation.ts';

/** What the diagnosis finds on this PC, for the practice only. */

type CreateDiagnosis = ProgramPorts['createDiagnosis'];

/** @returns makes a diagnosis that looks at another user's PC, at a session from afar, at other certificates and keys, or at another bank's rule */
export function spoiltDiagnosis(create: CreateDiagnosis, situation: Situation): CreateDiagnosis {
  return (parts) => {
    const { certificate, store } = parts;
    const diagnosis = create({
      ...parts,
      certificate: {
        ...certificate,
        inventory: withOtherContract(certificate.inventory, store, situation),
        bundles: withOtherKey(certificate.bundles, situation),
      },
      comparePc: (folder, now) => parts.comparePc(folder, situation() === 'other-os-user' ? { ...now, user: 'somebody else' } : now),
      environment: () => (situation() === 'remote-session' ? { ...parts.environment(), SESSIONNAME: 'RDP-Tcp#0' } : parts.environment()),
      // The rule of a bank after whose days of grace a certificate has to be revoked first.
      renewalRule: () => (situation() === 'certificate-expired-revoke-first' ? { ...parts.renewalRule(), afterGrace: 'revokeFirst' } : parts.renewalRule()),
    });
    const pile = createPracticePile({ bundles: certificate.bundles, store, situation });
    return {
      ...diagnosis,
      async examine(contractorId, signal) {
        await pile.settle(contractorId, signal);
        return diagnosis.examine(contractorId, signal);
      },
    };
  };
}

const otherContract = { contractorId: contractorIdSchema.parse('90000000000'), serial: serialSchema.parse('00') };

/** With the certificate of another contract beside: one of two was chosen. */
function withOtherContract(inventory: Inventory, store: CertificateStore, situation: Situation): Inventory {
  const longAgo = new Date(0).toISOString();
  const summary = {
    subject: `CN=${otherContract.contractorId}`,
    issuer: '',
    serial: otherContract.serial,
    notBefore: longAgo,
    notAfter: longAgo,
    store: store.kind,
  };
  const other: InventoryEntry = { ...otherContract, summary, organization: '', installed: true, usable: false };
  return {
    ...inventory,
    async list(signal) {
      const listed = await inventory.list(signal);
      return listed.ok && situation() === 'certificate-wrong-chosen' ? success([...listed.value, other]) : listed;
    },
  };
}

/** With a key that is another one than the certificate's. */
function withOtherKey(bundles: Bundles, situation: Situation): Bundles {
  return {
    ...bundles,
    async ofContract(contractorId) {
      const kept = await bundles.ofContract(contractorId);
      if (!kept.ok || situation() !== 'key-cannot-sign') return kept;
      const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return success(kept.value.map((one) => ({ ...one, bundle: { ...one.bundle, key } })));
    },
  };
}
