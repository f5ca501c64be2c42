import { createRequire } from 'node:module';
import type Libsql from 'libsql';

/** How long one process waits for the other (server and command line share the file), in milliseconds. */
const busyTimeout = 5000;

type Parameter = string | number | null;

/** What the bank needs of SQLite. */
export type BankDatabase = {
  /** Whether a transaction is open. */
  readonly inTransaction: boolean;
  exec(sql: string): void;
  /** @returns the first row, undefined where there is none */
  get(sql: string, parameters: readonly Parameter[]): unknown;
  all(sql: string, parameters: readonly Parameter[]): readonly unknown[];
  /** @returns how many rows changed */
  run(sql: string, parameters: readonly Parameter[]): number;
  close(): void;
};

/** Opens a file by one kind of SQLite. @throws when it cannot be opened */
export type OpenSqlite = (file: string) => BankDatabase;

/**
 * Opens a database file with the SQLite that Node brings (Electron's Node does), else with the package libsql: Node 20, on
 * which Kaitsu is developed, brings none. Both write the same file. An installed program carries no libsql, whose binary
 * needs a runtime library on Windows that many PCs lack.
 */
export const openSqlite: OpenSqlite = (file) => {
  const open = nodeSqlite() ?? libsql();
  return open(file);
};

/** Node's own; null where this Node has none, or one without what is used here (before 22.16). */
export function nodeSqlite(): OpenSqlite | null {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  if (sqlite === undefined) return null;
  const empty = new sqlite.DatabaseSync(':memory:');
  const knowsTransactions = 'isTransaction' in empty;
  empty.close();
  if (!knowsTransactions) return null;
  return (file) => {
    const database = new sqlite.DatabaseSync(file, { timeout: busyTimeout });
    return {
      get inTransaction() {
        return database.isTransaction;
      },
      exec: (sql) => database.exec(sql),
      get: (sql, parameters) => database.prepare(sql).get(...parameters),
      all: (sql, parameters) => database.prepare(sql).all(...parameters),
      run: (sql, parameters) => Number(database.prepare(sql).run(...parameters).changes),
      close: () => database.close(),
    };
  };
}

/** The package's. Asked for only where it is needed: an installed program has none. @throws where it is missing */
export function libsql(): OpenSqlite {
  const Database: typeof Libsql = createRequire(import.meta.url)('libsql');
  return (file) => {
    const database = connect(Database, file);
    return {
      get inTransaction() {
        return database.inTransaction;
      },
      exec: (sql) => void database.exec(sql),
      get: (sql, parameters) => database.prepare(sql).get(...parameters),
      all: (sql, parameters) => database.prepare(sql).all(...parameters),
      run: (sql, parameters) => database.prepare(sql).run(...parameters).changes,
      close: () => void database.close(),
    };
  };
}

/** The package says in words alone that a file cannot be opened; everything else has SQLite's name for it. */
function connect(Database: typeof Libsql, file: string): Libsql.Database {
  try {
    return new Database(file, { timeout: busyTimeout });
  } catch (cause) {
    throw Object.assign(new Error('SQLite cannot open the file', { cause }), { code: 'SQLITE_CANTOPEN' });
  }
}
