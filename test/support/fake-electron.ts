import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder that looks like Electron's distribution to electron-builder: its binary cannot be had on every machine, and what
 * is packed beside it does not depend on it.
 */
export type Target = 'linux' | 'windows' | 'mac';

/** What stands in Electron's binary before its fuses, each of them on. Electron's build/fuses/build.py. */
export function fuseWire(length = 9): Buffer {
  return Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, length]), Buffer.from('1'.repeat(length))]);
}

/** @returns the folder, which the caller removes */
export function makeFakeElectron(target: Target, version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-electron-'));
  const write = (path: string, content: string | Buffer): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  };
  write('version', version);
  write('LICENSE', "Electron's licence");
  write('LICENSES.chromium.html', "Chromium's licences");
  if (target === 'mac') writeBundle(write);
  else {
    write(target === 'linux' ? 'electron' : 'electron.exe', fuseWire());
    mkdirSync(join(folder, 'resources'));
  }
  return folder;
}

function writeBundle(write: (path: string, content: string | Buffer) => void): void {
  const list = '<?xml version="1.0"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>Electron</string></dict></plist>';
  const contents = 'Electron.app/Contents';
  write(`${contents}/Info.plist`, list);
  write(`${contents}/MacOS/Electron`, '');
  write(`${contents}/Resources/electron.icns`, '');
  write(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, fuseWire());
  for (const helper of ['Electron Helper', 'Electron Helper (GPU)', 'Electron Helper (Plugin)', 'Electron Helper (Renderer)']) {
    write(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, list);
    write(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, '');
  }
}
