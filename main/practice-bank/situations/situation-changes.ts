import { z } from 'zod';
import { contractorIdSchema } from '../../../preload/contract/identities.ts';
import { type BankDatabase, change, inTransaction, readRow, readRows } from '../storage/database.ts';
import { neighbour } from './neighbour.ts';

/**
 * What a situation of the practice changes in the bank's records. It is noted with what stood there before, in
 * the same transaction, and put back when the situation ends. What somebody changed since stays as it is.
 */

type Table = {
  readonly name: string;
  readonly key: readonly string[];
  /** Where this is another one by now, the row speaks of something new, and is left alone. */
  readonly sameOnly?: string;
  /** A row that a lock deletes: it comes back only to a contract that stands where it stood. */
  readonly endsWithLock?: true;
};

/** In the order in which rows may come back: what refers to another table comes after it. */
const tables: readonly Table[] = [
  { name: 'contracts', key: ['contractor_id'], sameOnly: 'logon_hash' },
  { name: 'certificates', key: ['serial'] },
  { name: 'grants', key: ['contractor_id'], sameOnly: 'secret_hash', endsWithLock: true },
  { name: 'activation_sessions', key: ['token_hash'], endsWithLock: true },
  { name: 'administrator_sessions', key: ['token_hash'], endsWithLock: true },
  { name: 'attempts', key: ['contractor_id', 'user_id'], endsWithLock: true },
  { name: 'users', key: ['contractor_id', 'user_id'] },
];

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
type Row = Readonly<z.infer<typeof rowSchema>>;
/** before null: the row came; after null: it went. */
const rowChangeSchema = z.object({ table: z.string(), before: rowSchema.nullable(), after: rowSchema.nullable() });
type RowChange = Readonly<z.infer<typeof rowChangeSchema>>;
const standingSchema = z.object({ contractor_id: contractorIdSchema, status: z.string(), logon_hash: z.string().nullable() });
type Standing = Readonly<z.infer<typeof standingSchema>>;
/** contracts: how they stood before. */
const noteSchema = z.object({ contracts: z.array(standingSchema), changes: z.array(rowChangeSchema) });
type Note = Readonly<z.infer<typeof noteSchema>>;

const standingSql = 'SELECT contractor_id, status, logon_hash FROM contracts';

/**
 * Does what a situation makes happen, and notes what it changes.
 * @returns what `work` returned
 */
export function noteChanges<T>(database: BankDatabase, work: () => T): T {
  return inTransaction(database, () => {
    const contracts = readRows(database, standingSchema, standingSql);
    const before = tables.map((table) => readTable(database, table));
    const result = work();
    const changes = tables.flatMap((table, index) => changesOf(table, before[index] ?? new Map(), readTable(database, table)));
    const note = JSON.stringify({ contracts, changes });
    if (changes.length > 0) change(database, 'INSERT INTO situation_changes (note) VALUES (?)', note);
    return result;
  });
}

/** Puts back what was noted, the last first, and forgets it. */
export function takeBackChanges(database: BankDatabase): void {
  inTransaction(database, () => {
    const rows = readRows(database, z.object({ note: z.string() }), 'SELECT note FROM situation_changes ORDER BY id DESC');
    for (const { note } of rows) takeBack(database, noteSchema.parse(JSON.parse(note)));
    change(database, 'DELETE FROM situation_changes');
  });
}

/** The rows of the bank's own contracts; who guesses at others is counted as ever, and the neighbour's contract stays open. */
function readTable(database: BankDatabase, { name, key }: Table): ReadonlyMap<string, Row> {
  const own = name === 'contracts' ? `contractor_id <> '${neighbour}'` : 'contractor_id IN (SELECT contractor_id FROM contracts)';
  const rows = readRows(database, rowSchema, `SELECT * FROM ${name} WHERE ${own}`);
  return new Map(rows.map((row) => [JSON.stringify(key.map((column) => row[column])), row]));
}

function changesOf({ name }: Table, before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): readonly RowChange[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [old, now] = [before.get(key) ?? null, after.get(key) ?? null];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ table: name, before: old, after: now }];
  });
}

function takeBack(database: BankDatabase, { contracts, changes }: Note): void {
  for (const { table: name, before, after } of changes) {
    const table = tables.find((one) => one.name === name);
    if (table === undefined || before === null) continue;
    if (after !== null) changeBack(database, table, before, after);
    else if (table.endsWithLock !== true || standsAsBefore(database, contracts, before)) bringBack(database, table, before);
  }
  for (const { table, before, after } of changes.toReversed()) if (before === null && after !== null) takeAway(database, table, after);
}

/** Only where every value is still the one that the situation gave. */
function changeBack(database: BankDatabase, { name, key, sameOnly }: Table, before: Row, after: Row): void {
  const changed = Object.keys(after).filter((column) => before[column] !== after[column]);
  const told = [...key, ...changed, ...(sameOnly === undefined ? [] : [sameOnly])];
  const sql = `UPDATE ${name} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE ${areStill(told)}`;
  change(database, sql, ...valuesOf(before, changed), ...valuesOf(after, told));
}

function bringBack(database: BankDatabase, { name }: Table, row: Row): void {
  const columns = Object.keys(row);
  const sql = `INSERT OR IGNORE INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  change(database, sql, ...valuesOf(row, columns));
}

function takeAway(database: BankDatabase, name: string, row: Row): void {
  const columns = Object.keys(row);
  change(database, `DELETE FROM ${name} WHERE ${areStill(columns)}`, ...valuesOf(row, columns));
}

const areStill = (columns: readonly string[]): string => columns.map((column) => `${column} IS ?`).join(' AND ');
const valuesOf = (row: Row, columns: readonly string[]) => columns.map((column) => row[column] ?? null);

function standsAsBefore(database: BankDatabase, contracts: readonly Standing[], row: Row): boolean {
  const before = contracts.find((contract) => contract.contractor_id === row.contractor_id);
  if (before === undefined) return false;
  const now = readRow(database, standingSchema, `${standingSql} WHERE contractor_id = ?`, before.contractor_id);
  return now !== null && now.status === before.status && now.logon_hash === before.logon_hash;
}
