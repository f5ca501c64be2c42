import { chmodSync, mkdirSync } from 'node:fs';
import { z } from 'zod';
import { bankFile, type KeptPath } from '../../support/kept-files.ts';
import { errnoOf } from '../../support/whole-file.ts';
import { setAsideSync, systemSyncDisk } from '../../support/whole-file-sync.ts';
import { BankStartError } from '../start-error.ts';
import type { FileCare } from './bank-file.ts';
import { migrations } from './migrations.ts';
import { type BankDatabase, openSqlite } from './sqlite.ts';

export type { BankDatabase };

const versionRow = z.object({ user_version: z.int() });
const checkRow = z.object({ quick_check: z.literal('ok') });

/** @returns where the database lies in the bank's data folder */
export function databaseFile(dataDir: string): KeptPath {
  return bankFile(dataDir, 'bankDatabase');
}

/**
 * Opens the bank's database, making it and bringing it up to date where needed.
 * @param dataDir the bank's data folder; made (0700) if it is missing
 * @throws BankStartError when the file was written by a newer version, or is damaged and may not be mended; what node:fs throws
 */
export function openDatabase(dataDir: string, care: FileCare = {}): BankDatabase {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataDir);
  try {
    return openSound(file);
  } catch (error) {
    const code = codeOf(error, file);
    if (code !== 'damaged') throw code === null ? error : unavailable(file, code);
    if (care.mends !== true)
      throw new BankStartError(`${file} is damaged. Move it away and start again; the demo company begins again then, with other papers.`);
    setRecordsAside(dataDir, care);
    return openSound(file);
  }
}

function openSound(file: string): BankDatabase {
  const database = openSqlite(file);
  try {
    chmodSync(file, 0o600);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON');
    if (!checkRow.safeParse(database.get('PRAGMA quick_check(1)', [])).success) throw Object.assign(new Error('damaged'), { code: 'SQLITE_CORRUPT' });
    inTransaction(database, () => migrate(database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const unavailable = (file: string, code: string) =>
  new BankStartError(`${file} cannot be opened now (${code}). See that you may read and write it and that no other program holds it, and try again.`);

/** SQLite's result codes (sqlite.org/rescode.html) that say that the file itself is of no use: CORRUPT, NOTADB. */
const damageNumbers: ReadonlySet<number> = new Set([11, 26]);

/** @returns damaged, a code to be shown, or null where it is not SQLite's affair */
function codeOf(error: unknown, file: string): string | null {
  if (!(error instanceof Error)) return null;
  // Node's own SQLite gives a number, the package a name.
  const number = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
  const name = errnoOf(error);
  if (number === null && !name.startsWith('SQLITE_')) return null;
  const isDamaged = (number !== null && damageNumbers.has(number)) || /^SQLITE_(?:CORRUPT|NOTADB)/u.test(name);
  return isDamaged || isNoFile(file) ? 'damaged' : number === null ? name : `SQLite ${number}`;
}

function isNoFile(path: string): boolean {
  try {
    return !systemSyncDisk.stat(path).isFile();
  } catch {
    return false;
  }
}

/** The records, what SQLite lays beside them, and what says nothing without them. */
function setRecordsAside(dataDir: string, { disk = systemSyncDisk }: FileCare): void {
  const database = databaseFile(dataDir);
  for (const path of [database, `${database}-wal`, `${database}-shm`, bankFile(dataDir, 'bankPapers'), bankFile(dataDir, 'situation')]) {
    try {
      setAsideSync(path, disk);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  }
}

function migrate(database: BankDatabase): void {
  const version = versionRow.parse(database.get('PRAGMA user_version', [])).user_version;
  if (version > migrations.length)
    throw new BankStartError(
      `The bank's database has version ${version}; this program knows ${migrations.length}. Use the program that wrote it, or give another folder with --data.`,
      null,
    );
  for (const migration of migrations.slice(version)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${migrations.length}`);
}

/**
 * Runs `work` as one write transaction: all of it happens, or nothing. Inside another one it is part of that.
 * @returns what `work` returned
 */
export function inTransaction<T>(database: BankDatabase, work: () => T): T {
  if (database.inTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

type Parameter = string | number | null;

/** Reads one row, checked by its schema; null where there is none. */
export function readRow<T>(database: BankDatabase, schema: z.ZodType<T>, sql: string, ...parameters: readonly Parameter[]): T | null {
  const row = database.get(sql, parameters);
  return row === undefined ? null : schema.parse(row);
}

/** Reads all rows, each checked by its schema. */
export function readRows<T>(database: BankDatabase, schema: z.ZodType<T>, sql: string, ...parameters: readonly Parameter[]): readonly T[] {
  return z.array(schema).parse(database.all(sql, parameters));
}

/** Changes rows. @returns how many */
export function change(database: BankDatabase, sql: string, ...parameters: readonly Parameter[]): number {
  return database.run(sql, parameters);
}
