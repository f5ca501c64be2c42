import type { PublishedBank } from '../../../preload/contract/bank.ts';
import { heldCertificate, snapshotOf, waitingRight } from '../../../renderer/help/samples/procedure.ts';
import { states } from '../../window/snapshots.ts';
import type { Scene } from './scene.ts';

/** What looks otherwise at a bank that issues the certificate before the activation. */

const bank = (usual: PublishedBank): PublishedBank => ({ ...usual, stepOrder: 'certificateFirst' });
const { contractorId, organization, certificate } = heldCertificate;
const activation = { kind: 'activation', contractorId, organization, certificate } as const;
const newPins = { ...states.newPins, installed: { organization, certificate } };

export const certificateFirstScenes: readonly Scene[] = [
  { name: '150-first-one-time-password', screen: 'one-time-password', snapshot: snapshotOf(states.oneTimePassword), bank },
  { name: '150-first-certificate-required', screen: 'certificate-required', snapshot: snapshotOf(states.certificateRequired), bank },
  { name: '150-first-identification', screen: 'identification', snapshot: snapshotOf(states.identification, { offer: activation }), bank },
  { name: '150-first-new-pins', screen: 'new-pins', snapshot: snapshotOf(newPins), bank },
  { name: '150-first-certificate-ready', screen: 'certificate-ready', snapshot: snapshotOf(states.certificateReady), bank },
  { name: '151-start-right-waiting', screen: 'start', snapshot: snapshotOf(states.start, { offer: waitingRight }), bank },
  { name: '151-start-activation-ahead', screen: 'start', snapshot: snapshotOf(states.start, { offer: activation }), bank },
  { name: '151-logon-menu-activation-ahead', screen: 'logon-menu', snapshot: snapshotOf(states.logonMenu, { offer: activation }), bank },
];
