import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps of which months open faults speak: a report is kept back by those of its period. */
export class KnowMonthsOfFaults1767225601692 implements MigrationInterface {
  readonly name = 'KnowMonthsOfFaults1767225601692';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table insight.open_fault add months jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table insight.open_fault drop months');
  }
}
