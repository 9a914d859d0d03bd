import { keysOf } from '../../../platform/tables/keys-of';
import type { Cell } from './copy-in';
import type { Session } from './session';

const TABLES = {
  staged: {
    ordinal: 'int not null',
    line: 'int not null',
    kind: 'text not null',
    owner: 'text',
    content_hash: 'text not null',
    identity: 'text',
    last_updated: 'text',
    keeper: 'text',
    turn_of: 'int',
    reason: 'text',
    first_day: 'date',
    last_day: 'date',
  },
  staged_body: { ordinal: 'int primary key', raw: 'json not null', record: 'text' },
  staged_fault: {
    ordinal: 'int not null',
    nth: 'int not null',
    line: 'int not null',
    column_name: 'text',
    code: 'text not null',
    value: 'text',
    action: 'text not null',
  },
  winner: {
    ordinal: 'int not null',
    line: 'int not null',
    content_hash: 'text not null',
    identity: 'text not null',
    last_updated: 'text',
    keeper: 'text not null',
    turn_of: 'int not null',
  },
  varied: { turn: 'int primary key', identity: 'text not null' },
  settled_copy: {
    ordinal: 'int primary key',
    stands_at: 'int not null',
    is_exact: 'boolean not null',
    is_exacter: 'boolean not null',
  },
  to_load: {
    turn: 'int primary key',
    ordinal: 'int not null',
    identity: 'text not null',
    keeper: 'text not null',
    updated: 'boolean not null',
    conflicts: 'boolean not null',
  },
  replaced: { ordinal: 'int primary key', line: 'int not null', raw: 'json not null' },
  listed_fault: {
    place: 'int primary key',
    owner: 'text',
    line: 'int not null',
    column_name: 'text',
    code: 'text not null',
    value: 'text',
    action: 'text not null',
    raw: 'json',
    first_day: 'date',
    last_day: 'date',
  },
} as const;

/** A row for one of the tables: a cell for each of its columns. */
export type TemporaryRow<Name extends keyof typeof TABLES> = Readonly<
  Record<keyof (typeof TABLES)[Name], Cell>
>;

/**
 * Makes the tables that one import stages its file in. Temporary: written without a log, seen by nobody else, gone with
 * the connection. The narrow columns that rows are sorted and joined by stand apart from the wide rows.
 */
export async function createTemporaryTables(session: Session): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) {
    const declared = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    await session.query(`create temporary table ${name} (${declared.join(', ')})`);
  }
}

/** Copies rows into one of the tables. */
export async function copyRows<Name extends keyof typeof TABLES>(
  session: Session,
  name: Name,
  rows: readonly TemporaryRow<Name>[],
): Promise<void> {
  const columns = keysOf(TABLES[name]);
  const cells = rows.map((row) => columns.map((column) => row[column]));
  await session.copyIn(`${name} (${columns.join(', ')})`, cells);
}
