import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleIsOneOf } from '../../../platform/postgres/row-security';

/** Officers see what words were decided to mean: the lineage of a record says by whom. */
export class ShowDecisions1735689600052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy who_decides_reads on directory.word_decision using (${roleIsOneOf('admin', 'seed', 'officer')})`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy who_decides_reads on directory.word_decision using (${roleIsOneOf('admin', 'seed')})`,
    );
  }
}
