import updateSigner from '../../assets/update-signer.json' with { type: 'json' };
import { placeInRollOut } from './roll-out.ts';
import { type Installation, isManaged, type UpdateWishes, updateSourceOf } from './update-source.ts';
import { createUpdates, type UpdateParts, type Updates, type UpdateTools } from './updates.ts';

export type OpenParts = Pick<UpdateParts, 'isBetween' | 'changed' | 'log'> &
  Pick<UpdateWishes, 'prescribed' | 'profile' | 'wanted'> & {
    /** null: it was not installed. */
    readonly installation: Installation | null;
    /** What tells this PC from others (main/diagnosis/machine-id.ts): for the roll-out, asked only where updates are looked for. */
    readonly machine: () => Promise<string>;
    /** Only tests hand in others. */
    readonly signer?: string | null;
    readonly load?: () => Promise<UpdateTools>;
  };

/** The program's updates, switched off where policy, person or installation say so. Nothing of electron-updater is loaded before it is needed. */
export function openUpdates(parts: OpenParts): Updates {
  const { prescribed, profile, wanted, installation, machine, isBetween, changed, log, signer = updateSigner.thumbprint, load = loadUpdater } = parts;
  const source = updateSourceOf({ prescribed, profile, wanted, managed: installation === null || isManaged(installation), signer });
  if (source.kind === 'off' || signer === null) return switchedOff(source.kind === 'off' ? source.why : 'no-signer');
  return createUpdates({
    isBetween,
    changed,
    log,
    async load() {
      const [{ setUpUpdater }, tools, id] = await Promise.all([import('./set-up-updater.ts'), load(), machine()]);
      setUpUpdater({ ...tools, source, signer, log, placeInRollOut: (version) => placeInRollOut(id, version) });
      return tools;
    },
  });
}

/** electron-updater as this program was installed: NSIS, Squirrel.Mac or AppImage. */
async function loadUpdater(): Promise<UpdateTools> {
  const { autoUpdater, CancellationToken: Token } = await import('electron-updater');
  return { updater: autoUpdater, newToken: () => new Token() };
}

function switchedOff(why: Extract<ReturnType<Updates['state']>, { kind: 'off' }>['why']): Updates {
  const nothing = async () => undefined;
  return { state: () => ({ kind: 'off', why }), check: nothing, download: nothing, procedureMoved: () => undefined, install: () => undefined };
}
