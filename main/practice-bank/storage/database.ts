import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { migrations } from './migrations.ts';
import { type BankDatabase, openSqlite } from './sqlite.ts';

export type { BankDatabase };

const versionRow = z.object({ user_version: z.int() });

/** @returns where the database lies in the bank's data folder */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'bank.sqlite');
}

/**
 * Opens the bank's database, making it and bringing it up to date where needed.
 * @param dataDir the bank's data folder; made (0700) if it is missing
 * @throws when the file was written by a newer version, or cannot be opened
 */
export function openDatabase(dataDir: string): BankDatabase {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = openSqlite(databaseFile(dataDir));
  chmodSync(databaseFile(dataDir), 0o600);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON');
  inTransaction(database, () => migrate(database));
  return database;
}

function migrate(database: BankDatabase): void {
  const version = versionRow.parse(database.get('PRAGMA user_version', [])).user_version;
  if (version > migrations.length) throw new Error(`The bank's database has version ${version}; this program knows ${migrations.length}.`);
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
