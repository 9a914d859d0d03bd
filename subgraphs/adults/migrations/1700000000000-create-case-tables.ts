import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOwnStageTable, ownStageTable } from '../../../casework/stream/own-stage-table';
import { createCaseTables } from '../../../casework/tables/create-case-tables';

/** The stream's own tables as they were at first: a later migration moved what tells of a person. */
const stagePlan = ownStageTable('adults', {
  table: 'stage_plan',
  columns: {
    plan_agreed: 'planAgreed',
    plan_agreed_written: 'planAgreedWritten',
    consent: 'consent',
    consent_written: 'consentWritten',
    risk: 'risk',
    risk_written: 'riskWritten',
    provider: 'provider',
  },
});
const stageLessons = ownStageTable('adults', {
  table: 'stage_lessons',
  columns: { lessons: 'lessons' },
  personal: true,
});

/** The tables that every stream has, and the stream's own. */
export class CreateCaseTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createCaseTables(runner, 'adults');
    await createOwnStageTable(runner, 'adults', stagePlan);
    await createOwnStageTable(runner, 'adults', stageLessons);
  }

  /** There is nothing before the first migration: the schema goes as a whole. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema adults cascade');
  }
}
