import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const app = "import { app } from 'electron';\n\nexport const version = app.getVersion();\n";
const ipc = "import { ipcMain } from 'electron';\n\nexport const channels = ipcMain;\n";

const forbidden: Readonly<Record<string, string>> = {
  'main/procedure/a.ts': app,
  'main/bank/a.ts': app,
  'main/services.ts': app,
  'main/practice-bank/a.ts': app,
  'main/certificate/a.ts': ipc,
  'main/window/b.ts': ipc,
  'main/window/hardening.ts': ipc,
  'renderer/screens/a.ts': app,
  'preload/contract/a.ts': app,
};
const allowed: Readonly<Record<string, string>> = { 'main/index.ts': app, 'main/window/a.ts': app, 'main/ipc/a.ts': ipc };

test('Electron is known to those alone who may know it, whoever tries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaitsu-lint-'));
  try {
    const { vcs: _, ...configuration } = JSON.parse(readFileSync('biome.json', 'utf8'));
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(configuration));
    for (const [path, text] of Object.entries({ ...forbidden, ...allowed })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const biome = resolve('node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const done = spawnSync(process.execPath, [biome, 'lint', '--only=style/noRestrictedImports', '.'], { cwd: folder, encoding: 'utf8' });
    const refused = [...`${done.stdout}${done.stderr}`.matchAll(/^(\S+?):\d+:\d+ lint\/style\/noRestrictedImports/gmu)].map(([, path]) => path);
    expect(refused.sort()).toEqual(Object.keys(forbidden).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
