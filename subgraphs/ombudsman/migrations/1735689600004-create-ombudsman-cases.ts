import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLES = [
  `create table ombudsman.ombudsman_case (
     id text not null constraint ombudsman_case_pkey primary key,
     authority text not null,
     body text not null,
     reference text not null,
     our_reference text,
     our_reference_key text,
     our_reference_digits text,
     stream text,
     stream_written text,
     partner text,
     received_on date not null,
     reply_due_on date,
     reply_sent_on date,
     decided_on date,
     decision text,
     upheld boolean,
     lgsco_decision text,
     complaint_id text,
     content_hash text not null,
     version bigint not null)`,
  'create index ombudsman_case_by_complaint on ombudsman.ombudsman_case (complaint_id)',
  'create index ombudsman_case_by_our_reference on ombudsman.ombudsman_case (our_reference_key)',
  'create index ombudsman_case_by_our_digits on ombudsman.ombudsman_case (our_reference_digits)',
  `create table ombudsman.finding (
     case_id text not null constraint finding_of_case references ombudsman.ombudsman_case (id),
     place smallint not null,
     partner text,
     issue text,
     finding text not null,
     category text,
     constraint finding_pkey primary key (case_id, place))`,
  `create table ombudsman.remedy (
     case_id text not null constraint remedy_of_case references ombudsman.ombudsman_case (id),
     place smallint not null,
     partner text,
     text text,
     due_on date,
     done_on date,
     constraint remedy_pkey primary key (case_id, place))`,
  `create table ombudsman.reference_of_complaint (
     complaint_id text not null,
     reference_key text not null,
     stream text not null,
     received_on date,
     version bigint not null,
     constraint reference_of_complaint_pkey primary key (complaint_id, reference_key))`,
  'create index reference_of_complaint_by_key on ombudsman.reference_of_complaint (reference_key)',
  // What this part last told of itself: reference data, without a row policy.
  `create table ombudsman.description (
     part text not null constraint description_pkey primary key,
     version bigint not null,
     payload jsonb not null)`,
];

const READS_ALL = roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'import', 'projection');
const READS_OWN = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;
const LOADS = roleIsOneOf('import');
const PROJECTS = roleIsOneOf('projection');

const READS: Policy = {
  name: 'who_may_read',
  command: 'select',
  allows: `(select ${READS_ALL}) or ${READS_OWN}`,
};

/** Makes the tables of ombudsmen's cases, the copy of the complaints' references, and who may read and write each. */
export class CreateOmbudsmanCases1735689600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboxTables(runner, 'ombudsman');
    for (const statement of TABLES) await runner.query(statement);
    const login = await quotedLogin(runner, 'ombudsman');
    const changed = 'ombudsman.ombudsman_case, ombudsman.description';
    await runner.query(`grant select, insert, update on ${changed} to ${login}`);
    const replaced = 'ombudsman.finding, ombudsman.remedy, ombudsman.reference_of_complaint';
    await runner.query(`grant select, insert, update, delete on ${replaced} to ${login}`);
    await secureTables(runner);
  }

  /** There is nothing before the first migration: the schema goes as a whole. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema ombudsman cascade');
  }
}

async function secureTables(runner: QueryRunner): Promise<void> {
  await forceRowSecurity(runner, 'ombudsman.ombudsman_case', [
    READS,
    { name: 'loads_add', command: 'insert', allows: LOADS },
    // The projection joins a case to its complaint, whichever comes first.
    { name: 'loads_change_and_the_projection_joins', command: 'update', allows: `(${LOADS} or ${PROJECTS})` },
  ]);
  for (const table of ['finding', 'remedy']) {
    await forceRowSecurity(runner, `ombudsman.${table}`, [
      READS,
      { name: 'loads_add', command: 'insert', allows: LOADS },
      { name: 'loads_change', command: 'update', allows: LOADS },
      { name: 'loads_replace', command: 'delete', allows: LOADS },
    ]);
  }
  await forceRowSecurity(runner, 'ombudsman.reference_of_complaint', [
    {
      name: 'those_who_join_read',
      command: 'select',
      allows: `(select ${roleIsOneOf('import', 'projection')})`,
    },
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ]);
}
