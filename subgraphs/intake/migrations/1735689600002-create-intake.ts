import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf } from '../../../platform/postgres/row-security';

const LEDGER = [
  'create sequence intake.run_number',
  `create table intake.import_run (
     id bigint not null constraint import_run_pkey primary key,
     source text not null,
     file text not null,
     sha256 text,
     state text not null constraint import_run_states
       check (state in ('running', 'loaded', 'refused', 'failed', 'interrupted')),
     started_at timestamptz not null,
     ended_at timestamptz,
     read int,
     loaded int,
     updated int,
     copies int,
     left_out int,
     quarantined int,
     refusal text,
     constraint import_run_adds_up
       check (state <> 'loaded' or (read is not null and read = loaded + copies + left_out + quarantined)))`,
  'create index import_run_by_source on intake.import_run (source, id)',
  `create table intake.run_tally (
     run_id bigint not null,
     kind text not null,
     name text not null,
     count int not null,
     constraint run_tally_pkey primary key (run_id, kind, name))`,
];

/** Without foreign keys to the run: one would be looked up for each of a million rows, and runs are never removed. */
const ROWS = [
  `create table intake.held_row (
     source text not null,
     identity text not null,
     content_hash text not null,
     last_updated text,
     run_id bigint not null,
     line int not null,
     raw json not null,
     constraint held_row_pkey primary key (source, identity))`,
  `create table intake.fault (
     run_id bigint not null,
     place int not null,
     line int not null,
     column_name text,
     code text not null,
     value text,
     action text not null,
     raw json,
     constraint fault_pkey primary key (run_id, place))`,
  `create table intake.quarantined_row (
     source text not null,
     content_hash text not null,
     occurrence int not null,
     line int not null,
     raw json not null,
     reasons jsonb not null,
     first_run_id bigint not null,
     last_run_id bigint not null,
     constraint quarantined_row_pkey primary key (source, content_hash, occurrence))`,
];

const REFERENCE = [
  `create table intake.coverage (
     stream text not null,
     measure text not null,
     recorded_from date not null,
     recorded_to date,
     granularity text not null,
     version bigint not null,
     constraint coverage_pkey primary key (stream, measure, recorded_from))`,
  `create table intake.known_name (
     kind text not null,
     id text not null,
     name text not null,
     other_names text[] not null,
     version bigint not null,
     constraint known_name_pkey primary key (kind, id))`,
];

const IMPORT = roleIsOneOf('import');
const COUNTS = roleIsOneOf('import', 'analyst', 'officer', 'admin');
const SEES_ROWS = roleIsOneOf('import', 'admin');
const PROJECTS = roleIsOneOf('projection');

const importWrites: readonly Policy[] = [
  { name: 'an_import_adds', command: 'insert', allows: IMPORT },
  { name: 'an_import_changes', command: 'update', allows: IMPORT },
];
const read = (name: string, allows: string): Policy => ({ name, command: 'select', allows });

/** Each table, and who may do what with its rows. Rows that came from outside are personal data as they stand. */
const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  import_run: [read('those_who_count_imports_read', COUNTS), ...importWrites],
  run_tally: [read('those_who_count_imports_read', COUNTS), ...importWrites],
  held_row: [read('imports_alone_read', IMPORT), ...importWrites],
  fault: [read('those_who_correct_imports_read', SEES_ROWS), ...importWrites],
  quarantined_row: [read('those_who_correct_imports_read', SEES_ROWS), ...importWrites],
  coverage: [read('those_who_correct_imports_read', SEES_ROWS), ...importWrites],
  known_name: [
    read('imports_look_up', roleIsOneOf('import', 'projection')),
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ],
};

/** The ledger of imports, the rows they hold, what was wrong with them, coverage and the names known to importers. */
export class CreateIntake1735689600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await createOutboxTables(runner, 'intake');
    for (const statement of [...LEDGER, ...ROWS, ...REFERENCE]) await runner.query(statement);
    await runner.query(`grant usage on sequence intake.run_number to ${login}`);
    for (const [table, policies] of Object.entries(POLICIES)) {
      const commands = [...new Set(policies.map(({ command }) => command))].join(', ');
      await runner.query(`grant ${commands} on intake.${table} to ${login}`);
      await forceRowSecurity(runner, `intake.${table}`, policies);
    }
  }

  /** There is nothing before the first migration: the schema goes as a whole. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema intake cascade');
  }
}
