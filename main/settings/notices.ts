import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandlers } from '../../preload/contract/contract.ts';

/** Under this name the installer lays third parties' notices beside the program (electron-builder.yml). */
const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** @param resources where the installer lays what is beside the program; null where it was not installed */
export function settingsHandlers(resources: string | null): RequestHandlers['settings'] {
  return {
    async readNotices() {
      const text = resources === null ? null : await readFile(join(resources, noticesFile), 'utf8').catch(() => null);
      return { ok: true, value: { text } };
    },
  };
}
