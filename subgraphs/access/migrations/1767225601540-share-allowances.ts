import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

/** Unlogged: it is about seconds, and after a crash everybody may begin anew. */
const TABLE = `create unlogged table access.caller_allowance (
  budget text not null,
  caller text not null,
  full_at timestamptz not null,
  constraint caller_allowance_pkey primary key (budget, caller))`;

const isGateway = roleIsOneOf('gateway');

/** What callers have used up of what they may ask, for all gateways together. */
export class ShareAllowances1767225601540 implements MigrationInterface {
  readonly name = 'ShareAllowances1767225601540';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    const login = await quotedLogin(runner, 'access');
    await runner.query(`grant select, insert, update, delete on access.caller_allowance to ${login}`);
    await forceRowSecurity(runner, 'access.caller_allowance', [
      { name: 'the_gateway_reads', command: 'select', allows: isGateway },
      { name: 'the_gateway_adds', command: 'insert', allows: isGateway },
      { name: 'the_gateway_changes', command: 'update', allows: isGateway },
      {
        name: 'the_gateway_removes_what_is_full',
        command: 'delete',
        allows: `(${isGateway} and full_at < now())`,
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.caller_allowance');
  }
}
