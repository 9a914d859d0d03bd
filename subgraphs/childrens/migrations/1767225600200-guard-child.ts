import type { MigrationInterface, QueryRunner } from 'typeorm';
import { moveColumns } from '../../../casework/tables/move-columns';

const SCHEMA = 'childrens';
const FACTS = 'stage_procedure';
const PERSONAL = 'stage_people';
const COLUMNS = ['child_age_band', 'child_looked_after'];

/** What is recorded of the child is guarded as an account is: with month and service it tells almost every complaint from all others. */
export class GuardChild1767225600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await moveColumns(runner, { schema: SCHEMA, from: FACTS, to: PERSONAL, columns: COLUMNS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await moveColumns(runner, { schema: SCHEMA, from: PERSONAL, to: FACTS, columns: COLUMNS });
  }
}
