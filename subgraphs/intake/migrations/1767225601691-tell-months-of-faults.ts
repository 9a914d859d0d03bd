import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open faults are told with the months that they speak of. What was told before is told anew. */
export class TellMonthsOfFaults1767225601691 implements MigrationInterface {
  readonly name = 'TellMonthsOfFaults1767225601691';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table intake.told_faults add months jsonb, add counted_at text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table intake.told_faults drop counted_at, drop months');
  }
}
