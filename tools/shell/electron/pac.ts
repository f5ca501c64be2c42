import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { environment } from './environment.ts';

/** A company's PAC script, as the system would have it set: KAITSU_SHELL_PAC names its file. Chromium itself cannot be asked what one says. */

type Ask = (url: string) => Promise<string>;
let asked: Promise<Ask> | null = null;

/** @returns what the script says, e.g. "PROXY a.example:8080; DIRECT"; null where none is set @throws as a script that is broken does */
export async function askPac(url: string): Promise<string | null> {
  if (environment.pac === null) return null;
  asked ??= load(environment.pac);
  return (await asked)(url);
}

async function load(file: string): Promise<Ask> {
  const [{ createPacResolver }, { QuickJS }] = await Promise.all([import('pac-resolver'), import('quickjs-wasi')]);
  const wasm = await readFile(createRequire(__filename).resolve('quickjs-wasi/quickjs.wasm'));
  return createPacResolver(await QuickJS.create({ wasm }), await readFile(file, 'utf8'));
}
