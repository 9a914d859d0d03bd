import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The faults of one row, which its lineage shows: a run may have listed a hundred thousand. */
export class IndexFaultsByLine1735689600051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index fault_by_line on intake.fault (run_id, line)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index intake.fault_by_line');
  }
}
