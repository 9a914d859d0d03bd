import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const IMPORTS = roleIsOneOf('import');

/** Notes with each run of which days its rows speak, and counts what was published of it by source. */
export class NoteReach1735689600120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query(
      'alter table intake.import_run add column first_day date, add column last_day date, add column keepers text[]',
    );
    await runner.query(`
      create table intake.source_reach (
        source text not null constraint source_reach_pkey primary key,
        version bigint not null)`);
    await runner.query(`grant select, insert, update on intake.source_reach to ${login}`);
    await forceRowSecurity(runner, 'intake.source_reach', [
      { name: 'imports_read', command: 'select', allows: IMPORTS },
      { name: 'imports_add', command: 'insert', allows: IMPORTS },
      { name: 'imports_change', command: 'update', allows: IMPORTS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake.source_reach');
    await runner.query(
      'alter table intake.import_run drop column first_day, drop column last_day, drop column keepers',
    );
  }
}
