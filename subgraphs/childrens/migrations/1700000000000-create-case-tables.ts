import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOwnStageTable } from '../../../casework/stream/own-stage-table';
import { createCaseTables } from '../../../casework/tables/create-case-tables';
import { stagePeople, stageProcedure } from '../tables';

/** The tables that every stream has, and the stream's own. */
export class CreateCaseTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createCaseTables(runner, 'childrens');
    await createOwnStageTable(runner, 'childrens', stageProcedure);
    await createOwnStageTable(runner, 'childrens', stagePeople);
  }

  /** There is nothing before the first migration: the schema goes as a whole. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema childrens cascade');
  }
}
