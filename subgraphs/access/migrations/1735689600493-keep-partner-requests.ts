import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLE = `create table access.partner_request (
  id text not null constraint partner_request_pkey primary key,
  at timestamptz not null,
  partner text not null,
  credential text not null,
  by_key boolean not null,
  door text not null,
  asked text[] not null,
  status integer not null)`;
const INDEXES = [
  'create index partner_request_by_partner on access.partner_request (partner, at, id)',
  'create index partner_request_by_time on access.partner_request (at, id)',
];

const isGateway = roleIsOneOf('gateway');
const READS_ALL = roleIsOneOf('admin', 'auditor', 'gateway');
const READS_OWN = `(${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;

/** What partners asked: added to by gateways, changed by nobody, and removed when it is old. */
export class KeepPartnerRequests1735689600493 implements MigrationInterface {
  readonly name = 'KeepPartnerRequests1735689600493';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLE, ...INDEXES]) await runner.query(statement);
    const login = await quotedLogin(runner, 'access');
    await runner.query(`grant select, insert, delete on access.partner_request to ${login}`);
    await forceRowSecurity(runner, 'access.partner_request', [
      {
        name: 'those_who_watch_over_it_and_its_partner_read',
        command: 'select',
        allows: `((select ${READS_ALL}) or ${READS_OWN})`,
      },
      { name: 'the_gateway_adds', command: 'insert', allows: isGateway },
      {
        name: 'the_gateway_removes_what_is_old',
        command: 'delete',
        allows: `(${isGateway} and at < now() - interval '400 days')`,
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.partner_request');
  }
}
