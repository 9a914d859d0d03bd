import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Enough for the cells of some million stages; with what a question may use, hundreds of megabytes of them go through files. */
const MEMORY = '256MB';

/** Gives the function that makes all rollups anew the memory that it needs. It runs in one place at a time. */
export class RollUpInMemory1735689600193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function insight.roll_up_everything() set work_mem = '${MEMORY}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter function insight.roll_up_everything() reset work_mem');
  }
}
