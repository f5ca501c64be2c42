import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveIn } from '../../main/places/move-in.ts';
import { placeFolder, practicePlace } from '../../main/places/place.ts';
import { type Disk, systemDisk } from '../../main/support/whole-file.ts';

/** What an earlier version left in the program's own folder moves into the practice's place, whatever happens meanwhile. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaitsu-move-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files: Readonly<Record<string, string>> = {
  'procedure.json': 'journal',
  'procedure.json.unreadable': 'damaged journal',
  'release-request.json': 'form',
  'designated-pc.json': 'pc',
  'certificates/90000000001-0A.p12': 'bundle',
  'sandbox-bank/bank.sqlite': 'bank',
  'sandbox-bank/papers.json': 'papers',
};
const staying: Readonly<Record<string, string>> = { 'preferences.json': 'preferences', 'logs/kaitsu.log': 'log', 'banks/asahi.json': 'a bank' };

function lay(content: Readonly<Record<string, string>>, into = folder): void {
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(join(into, path, '..'), { recursive: true });
    writeFileSync(join(into, path), text);
  }
}

/** Every file below a folder, with its content. */
function contentOf(from: string): Readonly<Record<string, string>> {
  if (!existsSync(from)) return {};
  const paths = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => [join(entry.parentPath, entry.name).slice(from.length + 1), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}
const practice = () => contentOf(placeFolder(folder, practicePlace));
const outside = () => Object.fromEntries(Object.entries(contentOf(folder)).filter(([path]) => !path.startsWith(`${practicePlace}/`)));

/** A disk on which everything ends with a certain rename, before it or after it. */
function cutAt(number: number, when: 'before' | 'after'): Disk {
  let renames = 0;
  return {
    ...systemDisk,
    async rename(from, to) {
      renames += 1;
      if (renames === number && when === 'before') throw Object.assign(new Error('cut'), { code: 'EIO' });
      await systemDisk.rename(from, to);
      if (renames === number) throw Object.assign(new Error('cut'), { code: 'EIO' });
    },
  };
}

test('everything of the procedure moves, and nothing else', async () => {
  lay({ ...files, ...staying });
  expect(await moveIn(folder)).toEqual({ ok: true, value: true });
  expect(practice()).toEqual(files);
  expect(outside()).toEqual(staying);
  expect(await moveIn(folder)).toEqual({ ok: true, value: false });
});

test.each([[{}], [staying]])('where there is nothing to move, no place is made', async (content) => {
  lay(content);
  expect(await moveIn(folder)).toEqual({ ok: true, value: false });
  expect(existsSync(placeFolder(folder, practicePlace))).toBe(false);
});

test('a folder that is not there yet has nothing to move', async () => {
  expect(await moveIn(join(folder, 'none'))).toEqual({ ok: true, value: false });
});

describe.each(['before', 'after'] as const)('cut %s', (when) => {
  test.each(Array.from({ length: 6 }, (_none, index) => index + 1))(
    'rename %i: nothing is lost or doubled, the journal goes last, and the next start finishes',
    async (number) => {
      lay({ ...files, ...staying });
      expect((await moveIn(folder, { disk: cutAt(number, when), patience: { tries: 1, pauseMs: 0 } })).ok).toBe(false);
      const [here, there] = [outside(), practice()];
      expect({ ...here, ...there }).toEqual({ ...files, ...staying });
      expect(Object.keys(here).filter((path) => path in there)).toEqual([]);
      if ('procedure.json' in there)
        expect(Object.keys(there).sort()).toEqual(expect.arrayContaining(['release-request.json', 'certificates/90000000001-0A.p12']));
      expect((await moveIn(folder)).ok).toBe(true);
      expect(practice()).toEqual(files);
      expect(outside()).toEqual(staying);
    },
  );
});

test('what an earlier version left after the move is put beside what is there, and neither is lost', async () => {
  lay(files);
  await moveIn(folder);
  lay({ 'procedure.json': 'a later journal of the earlier version' });
  expect((await moveIn(folder)).ok).toBe(true);
  expect(practice()['procedure.json']).toBe('journal');
  expect(Object.values(practice())).toContain('a later journal of the earlier version');
});

test('a folder that cannot be written says so, and leaves all where it was', async () => {
  lay(files);
  const before = contentOf(folder);
  const refusing: Disk = {
    ...systemDisk,
    mkdir: async () => {
      throw Object.assign(new Error('no'), { code: 'EROFS' });
    },
  };
  const moved = await moveIn(folder, { disk: refusing, patience: { tries: 1, pauseMs: 0 } });
  expect(moved).toMatchObject({ ok: false, problem: { code: 'disk-refused' } });
  expect(contentOf(folder)).toEqual(before);
});
