import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import {
  forceRowSecurity,
  keepPartnersWithinStreams,
  type Policy,
  roleIsOneOf,
  setting,
} from '../../../platform/postgres/row-security';

const TABLES = [
  `create table access.partner_event (
     place bigint generated always as identity constraint partner_event_pkey primary key,
     id text not null,
     partner text not null,
     stream text,
     kind text not null,
     subject text not null,
     at timestamptz not null)`,
  'create unique index partner_event_by_id on access.partner_event (id)',
  'create index partner_event_by_time on access.partner_event (at)',
  `create table access.partner_case (
     id text not null constraint partner_case_pkey primary key,
     partner text,
     stream text,
     version bigint not null)`,
];

const PROJECTS = roleIsOneOf('projection');
const READS_ALL = roleIsOneOf('admin', 'auditor', 'projection');
const READS_OWN = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;
const ADDS: Policy = { name: 'the_projection_adds', command: 'insert', allows: PROJECTS };

/** What partners are told of: that something of theirs changed. Built from the ombudsmen's outbox. */
export class KeepPartnerEvents1735689600494 implements MigrationInterface {
  readonly name = 'KeepPartnerEvents1735689600494';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    const login = await quotedLogin(runner, 'access');
    await runner.query(`grant select, insert, delete on access.partner_event to ${login}`);
    await runner.query(`grant select, insert, update on access.partner_case to ${login}`);
    await forceRowSecurity(runner, 'access.partner_event', [
      {
        name: 'those_who_watch_over_it_and_its_partner_read',
        command: 'select',
        allows: `((select ${READS_ALL}) or ${READS_OWN})`,
      },
      ADDS,
      { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
    ]);
    await keepPartnersWithinStreams(runner, 'access.partner_event');
    await forceRowSecurity(runner, 'access.partner_case', [
      { name: 'the_projection_reads', command: 'select', allows: PROJECTS },
      ADDS,
      { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.partner_event, access.partner_case');
  }
}
