import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extractAll } from '@electron/asar';

/**
 * The packed program, for the stand-in. Plain Node reads nothing out of an archive, so app.asar is laid out in a temporary
 * folder, with what lies beside it in app.asar.unpacked: the same files, and no other ones to find on the way up.
 */
export type PackedProgram = {
  /** For `launchKaitsu`. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
};

/** @param archive the path of app.asar */
export function layOutPacked(archive: string): PackedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-laid-out-'));
  extractAll(archive, join(folder, 'app'));
  return {
    entry: join(folder, 'app', 'out', 'app', 'main', 'index.cjs'),
    env: { KAITSU_SHELL_PACKAGED: '1', ...lentSqlite(folder) },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The packed program takes its SQLite from Electron's Node. Where the Node that stands in for it has none (20), libsql is lent, and it alone. */
function lentSqlite(folder: string): Readonly<Record<string, string>> {
  if (isBuiltin('node:sqlite')) return {};
  const lent = join(folder, 'lent');
  mkdirSync(lent);
  symlinkSync(resolve('node_modules', 'libsql'), join(lent, 'libsql'), 'junction');
  return { NODE_PATH: lent };
}
