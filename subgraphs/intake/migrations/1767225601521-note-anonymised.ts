import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

/** Notes the records of which nothing personal may be kept any more, nor come in again. */
export class NoteAnonymised1767225601521 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intake.anonymised_record (
        source text not null,
        record text not null,
        reference text not null,
        complaint_id text not null,
        taken_out_at timestamptz,
        constraint anonymised_record_pkey primary key (source, record, reference)
      )`);
    await runner.query(
      'create index anonymised_record_waiting on intake.anonymised_record (source) where (taken_out_at is null)',
    );
    await runner.query(
      `grant select, insert, update on intake.anonymised_record to ${await quotedLogin(runner, 'intake')}`,
    );
    const those = roleIsOneOf('import', 'projection');
    await forceRowSecurity(runner, 'intake.anonymised_record', [
      { name: 'imports_and_followers_read', command: 'select', allows: those },
      { name: 'followers_add', command: 'insert', allows: roleIsOneOf('projection') },
      { name: 'imports_and_followers_change', command: 'update', allows: those },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake.anonymised_record');
  }
}
