import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import {
  forceRowSecurity,
  listHolds,
  type Policy,
  roleIsOneOf,
  setting,
} from '../../../platform/postgres/row-security';

const IMPORT = roleIsOneOf('import');
const ADMIN = roleIsOneOf('admin');
const clearedFor = (column: string): string =>
  `(${roleIsOneOf('officer')} and ${listHolds('streams', column)})`;
const amends = (column: string): string => `(${ADMIN} or ${clearedFor(column)})`;

/** What a run replaced, what it rests on and what it no longer found: all that undoing it has to know. */
const LEDGER = [
  `alter table intake.import_run
     add column kind text not null default 'file'
       constraint import_run_kinds check (kind in ('file', 'correction')),
     add column amendment_id bigint,
     add column vanished int,
     add column undone_at timestamptz,
     add column undone_by text`,
  'alter table intake.import_run drop constraint import_run_states',
  `alter table intake.import_run add constraint import_run_states
     check (state in ('running', 'loaded', 'refused', 'failed', 'interrupted', 'undone'))`,
  `create table intake.run_basis (
     run_id bigint not null,
     on_run_id bigint not null,
     rows int not null,
     constraint run_basis_pkey primary key (run_id, on_run_id))`,
  'create index run_basis_by_basis on intake.run_basis (on_run_id, run_id)',
  `create table intake.replaced_row (
     run_id bigint not null,
     source text not null,
     identity text not null,
     content_hash text not null,
     last_updated text,
     keeper text,
     held_run_id bigint not null,
     amendment_id bigint,
     line int not null,
     raw json not null,
     constraint replaced_row_pkey primary key (run_id, identity))`,
  `create index replaced_row_by_record on intake.replaced_row (source, identity, run_id)`,
  `create table intake.met_again (
     run_id bigint not null,
     row_id text not null,
     owner text,
     line int not null,
     reasons jsonb not null,
     met_run_id bigint not null,
     constraint met_again_pkey primary key (run_id, row_id))`,
  `create table intake.vanished_row (
     source text not null,
     identity text not null,
     since_run_id bigint not null,
     until_run_id bigint,
     owner text,
     constraint vanished_row_pkey primary key (since_run_id, identity))`,
  'create index vanished_row_by_record on intake.vanished_row (source, identity)',
];

/** What people decided about rows, copies and runs. */
const AMENDMENTS = [
  'create sequence intake.amendment_number',
  `create table intake.amendment (
     id bigint not null constraint amendment_pkey primary key,
     kind text not null constraint amendment_kinds
       check (kind in ('correct', 'dismiss', 'reopen', 'confirm', 'separate', 'undo')),
     source text not null,
     owner text,
     row_id text,
     fault_run_id bigint,
     fault_place int,
     undoes_run_id bigint,
     cells jsonb,
     accepted_faults text[],
     reason text not null,
     decided_by text not null,
     decided_at timestamptz not null,
     state text not null constraint amendment_states check (state in ('pending', 'done', 'refused', 'undone')),
     run_id bigint,
     refusal text)`,
  `create index amendment_pending on intake.amendment (id) where (state = 'pending')`,
  'create index amendment_by_row on intake.amendment (row_id, id) where (row_id is not null)',
  `create index amendment_by_copy on intake.amendment (fault_run_id, fault_place) where (fault_run_id is not null)`,
];

const ROWS = [
  'alter table intake.held_row add column keeper text, add column amendment_id bigint',
  `alter table intake.quarantined_row
     add column state text not null default 'open' constraint quarantined_row_states
       check (state in ('open', 'correcting', 'corrected', 'dismissed')),
     add column amendment_id bigint`,
  `create index quarantined_row_by_state on intake.quarantined_row (state, first_run_id, first_line, id)`,
  'alter table intake.fault drop constraint fault_states',
  `alter table intake.fault add column amendment_id bigint, add constraint fault_states
     check (state in ('open', 'mapped', 'confirmed', 'separating', 'separated'))`,
];

const importsOnly: readonly Policy[] = [
  { name: 'imports_alone_read', command: 'select', allows: IMPORT },
  { name: 'an_import_adds', command: 'insert', allows: IMPORT },
  { name: 'an_import_changes', command: 'update', allows: IMPORT },
  { name: 'an_undone_import_goes', command: 'delete', allows: IMPORT },
];

/** Amendments are written once, in one's own name; what became of them is an import's to say. */
const amendmentPolicies: readonly Policy[] = [
  { name: 'those_who_correct_imports_read', command: 'select', allows: `(${IMPORT} or ${amends('owner')})` },
  {
    name: 'in_ones_own_name',
    command: 'insert',
    allows: `(${amends('owner')} and coalesce(decided_by = ${setting('subject')}, false))`,
  },
  { name: 'an_import_changes', command: 'update', allows: IMPORT },
];

const NEW_TABLES: Readonly<Record<string, readonly Policy[]>> = {
  run_basis: [
    { name: 'those_who_undo_read', command: 'select', allows: `(${IMPORT} or ${ADMIN})` },
    ...importsOnly.slice(1),
  ],
  replaced_row: [
    {
      name: 'those_who_correct_imports_read',
      command: 'select',
      allows: `(${IMPORT} or ${amends('keeper')})`,
    },
    ...importsOnly.slice(1),
  ],
  met_again: importsOnly,
  vanished_row: [
    {
      name: 'those_who_correct_imports_read',
      command: 'select',
      allows: `(${IMPORT} or ${amends('owner')})`,
    },
    ...importsOnly.slice(1),
  ],
  amendment: amendmentPolicies,
};

/** An import that is undone takes its rows, faults and quarantined rows with it. */
const DELETED_BY_UNDO = ['held_row', 'fault', 'quarantined_row'];

/** Whoever may correct a row may say so on it, and sees the rows of the streams that they are cleared for. */
const WIDENED = [
  `alter policy imports_alone_read on intake.held_row using (${IMPORT} or ${amends('keeper')})`,
  `alter policy an_import_changes on intake.quarantined_row
     using (${IMPORT} or ${amends('owner')}) with check (${IMPORT} or ${amends('owner')})`,
  `alter policy imports_look_up on intake.known_name
     using (${roleIsOneOf('import', 'projection', 'officer', 'admin')})`,
];

/** Officers and admins say of a copy that it is one, or that it is not; whatever else a fault says stays an import's. */
const FOLLOWER = `(${roleIsOneOf('projection')} and raw is null)`;
const COPY = `(${amends('owner')} and code = 'CONFLICTING_COPY')`;
const FAULTS = [
  `alter policy an_import_changes on intake.fault
     using (${IMPORT} or ${FOLLOWER} or ${COPY}) with check (${IMPORT} or ${FOLLOWER} or ${COPY})`,
];

/** Rows that people correct, copies that they part, imports that they undo: kept beside what came, never in its place. */
export class AmendRows1735689600050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    for (const statement of [...LEDGER, ...AMENDMENTS, ...ROWS]) await runner.query(statement);
    await runner.query(`grant usage on sequence intake.amendment_number to ${login}`);
    for (const [table, policies] of Object.entries(NEW_TABLES)) {
      const commands = [...new Set(policies.map(({ command }) => command))].join(', ');
      await runner.query(`grant ${commands} on intake.${table} to ${login}`);
      await forceRowSecurity(runner, `intake.${table}`, policies);
    }
    for (const table of DELETED_BY_UNDO) await allowDelete(runner, { table, login });
    for (const statement of [...WIDENED, ...FAULTS]) await runner.query(statement);
  }

  /** What people decided would be lost, and figures with it. */
  down(): Promise<void> {
    return Promise.reject(new Error('Amended rows cannot be told from others without these tables'));
  }
}

async function allowDelete(
  runner: QueryRunner,
  { table, login }: { table: string; login: string },
): Promise<void> {
  await runner.query(`grant delete on intake.${table} to ${login}`);
  await runner.query(
    `create policy "everybody_delete" on intake.${table} as permissive for delete using (true)`,
  );
  await runner.query(
    `create policy an_undone_import_goes on intake.${table} as restrictive for delete using (${IMPORT})`,
  );
}
