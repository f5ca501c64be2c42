import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/**
 * What the installed program's Electron is forbidden to do. electron-builder knows eight of the nine fuses, so this runs as
 * its afterPack hook, right before signing.
 */

/** Every fuse decided: one that is missing does not compile, and one that Electron adds ends the build. */
export const fuses = /** @type {const} */ ({
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  // No cookie is ever set here; on macOS this would ask for the keychain at the first start.
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's default. It forbids nothing: without it WebAssembly checks each access itself, and slower.
  [FuseV1Options.WasmTrapHandlers]: true,
});

/** @type {Readonly<Record<string, string>>} */
const endings = { darwin: '.app', mas: '.app', win32: '.exe', linux: '' };

/**
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const linux = electronPlatformName === 'linux';
  const name = linux ? Reflect.get(packager, 'executableName') : packager.appInfo.productFilename;
  await flipFuses(join(appOutDir, `${name}${endings[electronPlatformName]}`), fuses);
}
