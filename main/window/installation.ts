import { existsSync } from 'node:fs';
import type { Installation } from '../update/update-source.ts';

type Machine = { readonly platform: NodeJS.Platform; readonly environment: Readonly<Record<string, string | undefined>> };

/** @returns how this program was installed, told by what lies beside it @param executable of the program */
export function installationOf({ platform, environment }: Machine, executable: string): Installation {
  return { platform, appImage: environment.APPIMAGE, executable, exists: existsSync };
}
