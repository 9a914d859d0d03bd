import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const LOADS = roleIsOneOf('import');

/** Lets loads remove cases, and nobody else; of a case that is gone its version stays. */
export class TakeBackCases1735689600041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'ombudsman');
    await runner.query(`grant delete on ombudsman.ombudsman_case to ${login}`);
    await forceRowSecurity(runner, 'ombudsman.ombudsman_case', [
      { name: 'loads_take_back', command: 'delete', allows: LOADS },
    ]);
    await runner.query(`
      create table ombudsman.case_gone (
        id text not null constraint case_gone_pkey primary key,
        version bigint not null)`);
    await runner.query(`grant select, insert, delete on ombudsman.case_gone to ${login}`);
    await forceRowSecurity(runner, 'ombudsman.case_gone', [
      { name: 'loads_read', command: 'select', allows: LOADS },
      { name: 'loads_add', command: 'insert', allows: LOADS },
      { name: 'loads_remove', command: 'delete', allows: LOADS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ombudsman.case_gone');
    await runner.query('drop policy loads_take_back on ombudsman.ombudsman_case');
    await runner.query('drop policy everybody_delete on ombudsman.ombudsman_case');
    const login = await quotedLogin(runner, 'ombudsman');
    await runner.query(`revoke delete on ombudsman.ombudsman_case from ${login}`);
  }
}
