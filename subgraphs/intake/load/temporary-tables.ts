import type { Session } from './session';

/**
 * Where a file is staged. Temporary: written without a log, seen by nobody else, gone with the connection. The narrow
 * columns that rows are sorted and joined by stand apart from the wide rows.
 */
const TABLES = [
  `create temporary table staged (
     ordinal int not null,
     line int not null,
     kind text not null,
     owner text,
     content_hash text not null,
     identity text,
     last_updated text,
     keeper text,
     turn_of int,
     reason text)`,
  'create temporary table staged_body (ordinal int primary key, raw json not null, record text)',
  `create temporary table staged_fault (
     ordinal int not null,
     nth int not null,
     line int not null,
     column_name text,
     code text not null,
     value text,
     action text not null)`,
  `create temporary table winner (
     ordinal int not null,
     line int not null,
     content_hash text not null,
     identity text not null,
     last_updated text,
     keeper text not null,
     turn_of int not null)`,
  `create temporary table to_load (
     turn int primary key,
     ordinal int not null,
     identity text not null,
     keeper text not null,
     updated boolean not null,
     contested boolean not null)`,
  'create temporary table replaced (ordinal int primary key, line int not null, raw json not null)',
  `create temporary table listed_fault (
     place int primary key,
     owner text,
     line int not null,
     column_name text,
     code text not null,
     value text,
     action text not null,
     raw json)`,
];

/** Makes the tables that one import stages in. */
export async function createTemporaryTables(session: Session): Promise<void> {
  for (const table of TABLES) await session.query(table);
}
