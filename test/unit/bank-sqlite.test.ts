import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { change, inTransaction } from '../../main/practice-bank/storage/database.ts';
import { libsql, nodeSqlite, type OpenSqlite } from '../../main/practice-bank/storage/sqlite.ts';

/** Both kinds of SQLite must do the same: one is used in development, the other in the installed program. */
const folder = mkdtempSync(join(tmpdir(), 'kaitsu-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kinds: readonly (readonly [string, OpenSqlite | null])[] = [
  ['the package libsql', libsql()],
  ["Node's own SQLite", nodeSqlite()],
];

describe.each(kinds)('%s', (name, kind) => {
  const file = join(folder, `${name.replace(/\W/gu, '')}.sqlite`);
  const open = () => {
    if (kind === null) throw new Error('not on this Node');
    return kind(file);
  };

  test.skipIf(kind === null)('keeps rows, counts changes and finds them again', () => {
    const database = open();
    database.exec('PRAGMA journal_mode = WAL; CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT)');
    expect(database.run('INSERT INTO people (name, note) VALUES (?, ?), (?, ?)', ['山田', null, '佐藤', 'x'])).toBe(2);
    expect(database.get('SELECT * FROM people WHERE name = ?', ['山田'])).toMatchObject({ id: 1, name: '山田', note: null });
    expect(database.get('SELECT * FROM people WHERE name = ?', ['nobody'])).toBeUndefined();
    expect(database.all('SELECT name FROM people ORDER BY id', []).map((row) => Object(row).name)).toEqual(['山田', '佐藤']);
    database.close();
    const again = open();
    expect(change(again, 'DELETE FROM people WHERE note IS NOT NULL')).toBe(1);
    again.close();
  });

  test.skipIf(kind === null)('does a transaction wholly or not at all', () => {
    const database = open();
    const count = () => database.all('SELECT * FROM people', []).length;
    const before = count();
    expect(() =>
      inTransaction(database, () => {
        expect(database.inTransaction).toBe(true);
        database.run('INSERT INTO people (name) VALUES (?)', ['new']);
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect([database.inTransaction, count()]).toEqual([false, before]);
    expect(() => database.run('INSERT INTO people (name, note) VALUES (?, ?)', [null, 'x'])).toThrow(/NOT NULL/u);
    database.close();
  });

  test.skipIf(kind === null)('lets a second connection read while the first one writes', () => {
    const [writer, reader] = [open(), open()];
    writer.exec('BEGIN IMMEDIATE');
    writer.run('INSERT INTO people (name) VALUES (?)', ['half']);
    expect(reader.all("SELECT * FROM people WHERE name = 'half'", [])).toEqual([]);
    writer.exec('COMMIT');
    expect(reader.all("SELECT * FROM people WHERE name = 'half'", [])).toHaveLength(1);
    for (const each of [writer, reader]) each.close();
  });
});
