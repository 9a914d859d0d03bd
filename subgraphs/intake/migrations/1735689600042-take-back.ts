import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const TABLES = ['intake.call', 'intake.call_people'];

/** Lets imports remove telephone calls, and nobody else. A line of coverage that is taken back stays for its version. */
export class TakeBack1735689600042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    for (const table of TABLES) {
      await runner.query(`grant delete on ${table} to ${login}`);
      await forceRowSecurity(runner, table, [
        { name: 'an_import_takes_back', command: 'delete', allows: roleIsOneOf('import') },
      ]);
    }
    await runner.query('alter table intake.coverage add column taken_back boolean not null default false');
  }

  /** Lines that were taken back go for good: without the column they would count. */
  async down(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query('alter table intake.coverage no force row level security');
    await runner.query('delete from intake.coverage where taken_back');
    await runner.query('alter table intake.coverage force row level security');
    await runner.query('alter table intake.coverage drop column taken_back');
    for (const table of TABLES) {
      await runner.query(`drop policy an_import_takes_back on ${table}`);
      await runner.query(`drop policy everybody_delete on ${table}`);
      await runner.query(`revoke delete on ${table} from ${login}`);
    }
  }
}
