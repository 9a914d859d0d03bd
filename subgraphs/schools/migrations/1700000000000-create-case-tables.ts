import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOwnStageTable } from '../../../casework/stream/own-stage-table';
import { createCaseTables } from '../../../casework/tables/create-case-tables';
import { stageSchool } from '../tables';

/** The tables that every stream has, and the stream's own. */
export class CreateCaseTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createCaseTables(runner, 'schools');
    await createOwnStageTable(runner, 'schools', stageSchool);
  }

  /** There is nothing before the first migration: the schema goes as a whole. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema schools cascade');
  }
}
