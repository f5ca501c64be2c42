import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, type CliOptions, Platform } from 'electron-builder';
import { drawIcons } from '../../tools/package/icons.mjs';
import { writeNotices } from '../../tools/package/notices.mjs';
import { makeFakeElectron, type Target } from './fake-electron.ts';

/** Packs the built program by electron-builder, around a folder that only looks like Electron. Run after `npm run build`. */

const electronVersion: string = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')).version;

/** What packing takes in beside the bundles. */
export async function preparePacking(): Promise<void> {
  await drawIcons('assets/icon.svg', 'out/package');
  writeNotices('out/package/THIRD-PARTY-NOTICES.txt');
}

export type Packing = {
  readonly target: Target;
  readonly arch?: Arch;
  /** electron-builder's names; the folder alone where nothing is said. */
  readonly names?: readonly string[];
  readonly options?: CliOptions;
};

/**
 * electron-builder.yml is read; what stands here is added to it.
 * @returns the folder of the packed program, which the caller removes; for a foreign system as far as packing goes without its tools
 */
export async function pack({ target, arch = Arch.x64, names = ['dir'], options = {} }: Packing): Promise<string> {
  const [electronDist, output] = [makeFakeElectron(target, electronVersion), mkdtempSync(join(tmpdir(), 'kaitsu-packed-'))];
  const config = { electronDist, electronVersion, directories: { output } };
  const platform = { linux: Platform.LINUX, windows: Platform.WINDOWS, mac: Platform.MAC }[target];
  const packing = build({ targets: platform.createTarget([...names], arch), config, publish: 'never', ...options });
  // Windows' and macOS' last steps (resources of the .exe, signing) want tools that only these systems have.
  await (target === 'linux' ? packing : packing.catch(() => undefined));
  rmSync(electronDist, { recursive: true });
  return output;
}
