import { readSerial } from '../../preload/contract/identities.ts';
import { type Bundles, createBundles, type KeptBundle } from '../certificate/bundles.ts';
import { createCertificateFiles } from '../certificate/files.ts';
import { createInventory, type Inventory, type InventoryEntry } from '../certificate/inventory.ts';
import { systemRandom } from '../certificate/passphrases.ts';
import type { CommandProgram } from './command-program.ts';
import { type Attempt, done, refuse, refuseBy } from './refusal.ts';

/** The certificates of this PC, as commands name them: by their serial number. */
export type HeldCertificates = { readonly inventory: Inventory; readonly bundles: Bundles };

export function heldCertificates({ bank, keychain, store }: Pick<CommandProgram, 'bank' | 'keychain' | 'store'>): HeldCertificates {
  const files = createCertificateFiles(bank.placeFolder);
  const bundles = createBundles({ files, passphrases: keychain, random: systemRandom });
  return { bundles, inventory: createInventory({ files, bundles, store }) };
}

/** How long a look at store and keychain may take, in milliseconds. */
export const lookLimit = 60_000;

/** @returns every one that Kaitsu retrieved here, then those that stand in the store alone */
export async function listHeld({ inventory }: HeldCertificates, signal: AbortSignal): Promise<Attempt<readonly InventoryEntry[]>> {
  const [listed, alone] = [await inventory.list(signal), await inventory.listStoreOnly(signal)];
  if (!listed.ok) return refuseBy(listed.problem);
  return alone.ok ? done([...listed.value, ...alone.value]) : refuseBy(alone.problem);
}

const endOf = ({ summary }: InventoryEntry): string => summary?.notAfter ?? '';

/** @param serial as typed; null: the usable one that lasts longest */
export function pick(entries: readonly InventoryEntry[], serial: string | null): Attempt<InventoryEntry> {
  const wanted = serial === null ? null : readSerial(serial);
  const [latest] = entries.filter(({ usable }) => usable).sort((one, other) => endOf(other).localeCompare(endOf(one)));
  const found = serial === null ? latest : entries.find((one) => one.serial === wanted);
  return found === undefined ? refuse('no-certificate') : done(found);
}

/** @returns the opened bundle of a certificate: key, chain and passphrase */
export async function openHeld({ bundles }: HeldCertificates, { contractorId, serial, installed }: InventoryEntry): Promise<Attempt<KeptBundle>> {
  const kept = await bundles.read({ contractorId, serial });
  if (!kept.ok) return refuseBy(kept.problem);
  return kept.value === null ? refuseBy({ code: installed ? 'certificate-in-browser-only' : 'certificate-required' }) : done(kept.value);
}
