import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

/** Keeps which rollups were found to differ from the facts. */
export class KnowDrift1735689600191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'insight');
    await runner.query(`
      create table insight.rollup_drift (
        rollup text not null constraint rollup_drift_pkey primary key,
        cells integer not null,
        found_at timestamptz not null)`);
    await runner.query(`grant select, insert, update, delete on insight.rollup_drift to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insight.rollup_drift');
  }
}
