import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const STAGE_COLUMNS = `
  stage_id text not null,
  complaint_id text not null,
  authority text not null,
  stream text not null,
  stage smallint not null,
  reference text not null,
  received_on date not null,
  due_on date,
  answered_on date,
  in_time boolean,
  route text,
  outcome text,
  closure_reason text,
  service_id text,
  directorate_id text,
  theme text,
  channel text,
  partner text`;

// Indexes for figures hold few different keys, each many times, and stay small: 9 MB for a million stages. Those for
// lists are by day alone: the day's few hundred rows are sorted by id as they are read, at a tenth of the size.
const FACTS = [
  `create table insight.stage_fact (${STAGE_COLUMNS}, constraint stage_fact_pkey primary key (stage_id))`,
  'create index stage_fact_by_reference on insight.stage_fact (reference)',
  'create index stage_fact_by_received on insight.stage_fact (received_on)',
  `create index stage_fact_by_answered on insight.stage_fact (answered_on)
     where answered_on is not null`,
  `create index stage_fact_received_figures on insight.stage_fact (stream, stage, received_on, route, partner)`,
  `create index stage_fact_answered_figures on insight.stage_fact (stream, stage, answered_on, in_time, partner)
     where answered_on is not null`,
  `create index stage_fact_received_by_service
     on insight.stage_fact (service_id, directorate_id, stream, stage, received_on, route, partner)`,
  `create index stage_fact_answered_by_service
     on insight.stage_fact (service_id, directorate_id, stream, stage, answered_on, in_time, partner)
     where answered_on is not null`,
  `create table insight.contested_stage (${STAGE_COLUMNS},
     constraint contested_stage_pkey primary key (stage_id, complaint_id))`,
  'create index contested_stage_by_complaint on insight.contested_stage (complaint_id)',
  `create table insight.complaint_fact (
     complaint_id text not null constraint complaint_fact_pkey primary key,
     authority text not null,
     stream text not null,
     status text not null,
     received_on date not null,
     closed_on date,
     version bigint not null,
     due_on date,
     stage_ids text[] not null,
     stage smallint not null,
     reference text not null,
     service_id text,
     directorate_id text,
     theme text,
     channel text,
     outcome text,
     partner text)`,
  'create index complaint_fact_by_received on insight.complaint_fact (received_on)',
  `create index complaint_fact_open on insight.complaint_fact (received_on, complaint_id, due_on)
     where status = 'OPEN'`,
  `create index complaint_fact_by_closed on insight.complaint_fact (closed_on)
     where closed_on is not null`,
  `create index complaint_fact_closed_figures on insight.complaint_fact (stream, stage, closed_on, partner)
     where closed_on is not null`,
  `create index complaint_fact_closed_by_service
     on insight.complaint_fact (service_id, directorate_id, stream, stage, closed_on, partner)
     where closed_on is not null`,
  `create table insight.complaint_gone (
     complaint_id text not null constraint complaint_gone_pkey primary key,
     version bigint not null)`,
];

const NAMES = [
  `create table insight.service (
     id text not null constraint service_pkey primary key,
     name text not null,
     former_names text[] not null,
     directorate_id text not null,
     directorate text not null,
     version bigint not null)`,
  `create table insight.directorate (
     id text not null constraint directorate_pkey primary key,
     name text not null,
     version bigint not null)`,
  `create table insight.coverage (
     stream text not null,
     measure text not null,
     recorded_from date not null,
     recorded_to date,
     granularity text not null,
     version bigint not null,
     constraint coverage_pkey primary key (stream, measure, recorded_from))`,
  `create table insight.stream_described (
     stream text not null constraint stream_described_pkey primary key,
     description jsonb not null,
     version bigint not null)`,
];

const FACT_TABLES = ['stage_fact', 'complaint_fact'];
const PROJECTION_TABLES = ['contested_stage', 'complaint_gone'];
const NAME_TABLES = ['service', 'directorate', 'coverage', 'stream_described'];

/** Who reads every fact: those who see all figures, and the projection that keeps them. */
const READS_ALL = roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection');
const READS_OWN = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;
const PROJECTS = roleIsOneOf('projection');

/** Makes the facts, the small copies beside them, the outbox tables, and who may read and write each. */
export class CreateFacts1735689600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboxTables(runner, 'insight');
    for (const statement of [...FACTS, ...NAMES]) await runner.query(statement);
    const login = await quotedLogin(runner, 'insight');
    for (const table of [...FACT_TABLES, ...PROJECTION_TABLES, ...NAME_TABLES]) {
      await runner.query(`grant select, insert, update, delete on insight.${table} to ${login}`);
    }
    // The whole condition in a sub-select is settled once a statement; only partners are asked row by row.
    for (const table of FACT_TABLES) await secure(runner, table, `(select ${READS_ALL}) or ${READS_OWN}`);
    for (const table of PROJECTION_TABLES) await secure(runner, table, PROJECTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...FACT_TABLES, ...PROJECTION_TABLES, ...NAME_TABLES]) {
      await runner.query(`drop table insight.${table}`);
    }
    await runner.query('drop table insight.follower_place');
    await runner.query('drop table insight.outbox');
  }
}

async function secure(runner: QueryRunner, table: string, reads: string): Promise<void> {
  await forceRowSecurity(runner, `insight.${table}`, [
    { name: 'those_who_see_figures_read', command: 'select', allows: reads },
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ]);
}
