import type { QueryRunner } from 'typeorm';
import { createAuditTable } from '../../platform/audit/tables';
import { createOutboxTables } from '../../platform/outbox/tables';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, listHolds, roleIsOneOf } from '../../platform/postgres/row-security';
import { createNameTables } from '../reference/names';

/** Who may see what a complaint is about, without its people: design, "Who may see what". */
export const FACT_READERS = ['analyst', 'manager', 'officer', 'admin', 'import'];

/**
 * Makes the tables that every stream has, with their policies and grants. Nothing can be deleted yet: that loads may take
 * back what they recorded comes with `takeBackMigration`. Facts are open to those who may list complaints, people and
 * narratives to those cleared for the stream.
 */
export async function createCaseTables(runner: QueryRunner, schema: string): Promise<void> {
  await createOutboxTables(runner, schema);
  await createAuditTable(runner, schema);
  await createNameTables(runner, schema);
  await runner.query(`
    create table "${schema}".complaint (
      id text not null constraint complaint_pkey primary key,
      authority text not null,
      version bigint not null
    )`);
  await runner.query(`
    create table "${schema}".stage (
      id text not null constraint stage_pkey primary key,
      complaint_id text not null constraint stage_of_complaint references "${schema}".complaint (id),
      number smallint not null,
      source text not null,
      key text not null,
      reference text not null,
      case_key text,
      parent_key text,
      own_key text,
      route text,
      received_on date not null,
      acknowledged_on date,
      due_on date,
      answered_on date,
      closed_on date,
      ended boolean not null,
      outcome text,
      closure_reason text,
      closure_code_written text,
      service_id text,
      service_written text,
      directorate_id text,
      theme text,
      channel text,
      channel_written text,
      content_hash text not null
    )`);
  await runner.query(`create index stage_by_complaint on "${schema}".stage (complaint_id)`);
  await runner.query(
    `create index stage_by_case_key on "${schema}".stage (source, case_key) where (case_key is not null)`,
  );
  await runner.query(`create index stage_by_own_key on "${schema}".stage (source, own_key)`);
  await runner.query(
    `create index stage_by_parent_key on "${schema}".stage (source, parent_key) where (parent_key is not null)`,
  );
  await runner.query(`
    create table "${schema}".account (
      stage_id text not null constraint account_pkey primary key
        constraint account_of_stage references "${schema}".stage (id),
      service_id text,
      person text,
      relationship text,
      title text,
      forename text,
      surname text,
      name text,
      email text,
      postcode text,
      summary text
    )`);
  await secureCaseTables(runner, schema);
  await createDescription(runner, schema);
}

async function secureCaseTables(runner: QueryRunner, schema: string): Promise<void> {
  for (const table of ['complaint', 'stage']) {
    await secureRecords(runner, { schema, table, readableWhen: roleIsOneOf(...FACT_READERS) });
  }
  const cleared = `(${roleIsOneOf('officer')} and ${listHolds('streams', `'${schema}'`)})`;
  const own = `(${roleIsOneOf('manager')} and ${listHolds('services', 'service_id')})`;
  await secureRecords(runner, {
    schema,
    table: 'account',
    readableWhen: `${cleared} or ${own} or ${roleIsOneOf('import')}`,
  });
}

/** How the stream last described itself: reference data, without a row policy. */
async function createDescription(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".description (
      stream text not null constraint description_pkey primary key,
      version bigint not null,
      payload jsonb not null
    )`);
  await runner.query(
    `grant select, insert, update on "${schema}".description to ${await quotedLogin(runner, schema)}`,
  );
}

/**
 * Row-level security and grants for a table of records: read when `readableWhen` holds, written by loads alone
 * (live commands add their own roles). That loads remove rows too comes with `takeBackMigration`. A stream secures its own
 * tables with it too.
 */
export async function secureRecords(
  runner: QueryRunner,
  { schema, table, readableWhen }: { schema: string; table: string; readableWhen: string },
): Promise<void> {
  const login = await quotedLogin(runner, schema);
  await runner.query(`grant select, insert, update on "${schema}"."${table}" to ${login}`);
  await forceRowSecurity(runner, `"${schema}"."${table}"`, [
    { name: 'who_may_read', command: 'select', allows: readableWhen },
    { name: 'loads_add', command: 'insert', allows: roleIsOneOf('import') },
    { name: 'loads_change', command: 'update', allows: roleIsOneOf('import') },
  ]);
}

/** The condition under which a stream's facts may be read: `secureRecords` of a stream's own tables without personal data. */
export const factsReadable = roleIsOneOf(...FACT_READERS);
