import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

/** Notes how many open faults were told to the other parts, so that they are told again only when there are others. */
export class TellOpenFaults1767225601663 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intake.told_faults (
        keeper text not null constraint told_faults_pkey primary key,
        open_faults integer not null,
        quarantined_rows integer not null,
        version bigint not null)`);
    await runner.query(
      `grant select, insert, update on intake.told_faults to ${await quotedLogin(runner, 'intake')}`,
    );
    const counts = roleIsOneOf('import');
    await forceRowSecurity(runner, 'intake.told_faults', [
      { name: 'whoever_counts_reads', command: 'select', allows: counts },
      { name: 'whoever_counts_adds', command: 'insert', allows: counts },
      { name: 'whoever_counts_changes', command: 'update', allows: counts },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake.told_faults');
  }
}
