import type { updateOffReasons } from '../../preload/contract/updates.ts';
import type { BankProfile } from '../bank/profile.ts';
import type { Prescriptions } from '../policy/read-policy.ts';

/** Whether updates are looked for, where, and which: pure. */

/**
 * policy: it says none, or is broken where it speaks of updates. preference: the person switched them off. no-server: neither
 * policy nor bank names one. no-signer: this program knows nobody whose updates it takes (a build of one's own). managed: it
 * was installed by something that also updates it (MSI, deb, rpm), or not at all.
 */
export type OffReason = (typeof updateOffReasons)[number];

export type UpdateSource =
  | { readonly kind: 'off'; readonly why: OffReason }
  | { readonly kind: 'on'; readonly server: string; readonly channel: UpdateChannel };

/** As electron-builder names the lists: "latest" for stable versions. */
export type UpdateChannel = 'latest' | 'preview';

export type UpdateWishes = {
  readonly prescribed: Pick<Prescriptions, 'updateChannel' | 'updateServer'>;
  readonly profile: Pick<BankProfile, 'updates'>;
  /** What the person chose; true where they never did. */
  readonly wanted: boolean;
  readonly managed: boolean;
  /** The thumbprint of who signs updates; null where this build names nobody. */
  readonly signer: string | null;
};

/** The policy comes first, then the person, then the bank. */
export function updateSourceOf({ prescribed, profile, wanted, managed, signer }: UpdateWishes): UpdateSource {
  const off = (why: OffReason): UpdateSource => ({ kind: 'off', why });
  const channel = prescribed.updateChannel?.value ?? 'stable';
  if (channel === 'none' || prescribed.updateServer?.broken === true) return off('policy');
  // What a company prescribes, nobody at the PC switches off.
  if (!wanted && prescribed.updateChannel === null) return off('preference');
  if (managed) return off('managed');
  if (signer === null) return off('no-signer');
  const server = prescribed.updateServer?.value ?? profile.updates;
  return server === null ? off('no-server') : { kind: 'on', server, channel: channel === 'preview' ? 'preview' : 'latest' };
}

export type Installation = {
  readonly platform: NodeJS.Platform;
  /** Of the AppImage that runs, from the environment. */
  readonly appImage: string | undefined;
  /** Of the program, in a folder of its own. */
  readonly executable: string;
  readonly exists: (path: string) => boolean;
};

/**
 * Whether another program keeps this one up to date. NSIS leaves its uninstaller beside the program and MSI does not: over
 * an MSI, an update of Kaitsu's own would be a second installation. On Linux the package manager has deb and rpm.
 */
export function isManaged({ platform, appImage, executable, exists }: Installation): boolean {
  if (platform === 'darwin') return false;
  if (platform !== 'win32') return appImage === undefined;
  return !exists(executable.replace(/[^\\/]*$/u, 'Uninstall Kaitsu.exe'));
}
