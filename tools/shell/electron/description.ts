import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What Electron reads of a program's package.json. */
export type Description = { readonly folder: string; readonly productName: string; readonly version: string; readonly v8Flags: string | null };

/** The package.json nearest to the script that was started, as `electron .` reads it. @throws Error when there is none */
export function readDescription(): Description {
  for (let folder = dirname(process.argv[1] ?? ''); ; folder = dirname(folder)) {
    const text = readIfThere(join(folder, 'package.json'));
    if (text !== null) {
      const { name, productName, version, v8Flags } = JSON.parse(text);
      return { folder, productName: productName ?? name, version, v8Flags: v8Flags ?? null };
    }
    if (dirname(folder) === folder) throw new Error('No package.json above the started script.');
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
