import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const READS_ALL = roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection');
const READS_OWN = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;
const PROJECTS = roleIsOneOf('projection');

/** Makes the facts of ombudsmen's cases, read by the same people as the other facts, and what their part told of itself. */
export class AddOmbudsmanCases1735689600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table insight.ombudsman_case_fact (
        case_id text not null constraint ombudsman_case_fact_pkey primary key,
        authority text not null,
        body text not null,
        reference text not null,
        stream text,
        partner text,
        received_on date not null,
        decided_on date,
        upheld boolean,
        complaint_id text,
        version bigint not null)`);
    await runner.query(
      'create index ombudsman_case_fact_by_received on insight.ombudsman_case_fact (received_on)',
    );
    await runner.query(`
      create table insight.ombudsman_described (
        part text not null constraint ombudsman_described_pkey primary key,
        description jsonb not null,
        version bigint not null)`);
    const login = await quotedLogin(runner, 'insight');
    await runner.query(
      `grant select, insert, update, delete on insight.ombudsman_case_fact, insight.ombudsman_described to ${login}`,
    );
    await forceRowSecurity(runner, 'insight.ombudsman_case_fact', [
      {
        name: 'those_who_see_figures_read',
        command: 'select',
        allows: `(select ${READS_ALL}) or ${READS_OWN}`,
      },
      { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
      { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
      { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insight.ombudsman_case_fact');
    await runner.query('drop table insight.ombudsman_described');
  }
}
