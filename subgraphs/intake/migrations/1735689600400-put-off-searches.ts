import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search that somebody cancelled does not begin again by itself before the ledger changes again. */
export class PutOffSearches1735689600400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table intake.job add column put_off_at bigint');
    await runner.query('create index job_put_off on intake.job (put_off_at) where put_off_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index intake.job_put_off');
    await runner.query('alter table intake.job drop column put_off_at');
  }
}
