import type { AppUpdater, CancellationToken } from 'electron-updater';
import updateSigner from '../../assets/update-signer.json' with { type: 'json' };
import { placeInRollOut } from './roll-out.ts';
import { type Installation, isManaged, type UpdateWishes, updateSourceOf } from './update-source.ts';
import type { UpdateParts, Updates } from './updates.ts';

export type Loaded = { readonly updater: AppUpdater; readonly newToken: () => CancellationToken };

export type OpenParts = Pick<UpdateParts, 'isBetween' | 'changed' | 'log'> &
  Pick<UpdateWishes, 'prescribed' | 'profile' | 'wanted'> & {
    /** null: it was not installed. */
    readonly installation: Installation | null;
    /** What tells this PC from others (main/diagnosis/machine-id.ts): for the roll-out, asked only where updates are looked for. */
    readonly machine: () => Promise<string>;
    /** Only tests hand in others. */
    readonly signer?: string | null;
    readonly load?: () => Promise<Loaded>;
  };

/** The program's updates, switched off where policy, person or installation say so: nothing of electron-updater is loaded then. */
export async function openUpdates(parts: OpenParts): Promise<Updates> {
  const { prescribed, profile, wanted, installation, machine, isBetween, changed, log, signer = updateSigner.thumbprint, load = loadUpdater } = parts;
  const source = updateSourceOf({ prescribed, profile, wanted, managed: installation === null || isManaged(installation), signer });
  if (source.kind === 'off' || signer === null) return switchedOff(source.kind === 'off' ? source.why : 'no-signer');
  const [{ createUpdates }, loaded, id] = await Promise.all([import('./updates.ts'), load(), machine()]);
  return createUpdates({ ...loaded, source, signer, isBetween, changed, log, placeInRollOut: (version) => placeInRollOut(id, version) });
}

/** electron-updater as this program was installed: NSIS, Squirrel.Mac or AppImage. */
async function loadUpdater(): Promise<Loaded> {
  const { autoUpdater, CancellationToken: Token } = await import('electron-updater');
  return { updater: autoUpdater, newToken: () => new Token() };
}

function switchedOff(why: Extract<ReturnType<Updates['state']>, { kind: 'off' }>['why']): Updates {
  const nothing = async () => undefined;
  return { state: () => ({ kind: 'off', why }), check: nothing, download: nothing, procedureMoved: () => undefined, install: () => undefined };
}
