import type { MigrationInterface, QueryRunner } from 'typeorm';
import { moveColumns } from '../../../casework/tables/move-columns';

const SCHEMA = 'adults';
const FACTS = 'stage_plan';
const PERSONAL = 'stage_lessons';
const COLUMNS = ['consent', 'consent_written', 'risk', 'risk_written', 'provider'];

/** Consent, risk and provider are guarded as an account is: they tell of a person, and with month and service who that is. */
export class GuardPerson1767225600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await moveColumns(runner, { schema: SCHEMA, from: FACTS, to: PERSONAL, columns: COLUMNS });
  }

  async down(runner: QueryRunner): Promise<void> {
    await moveColumns(runner, { schema: SCHEMA, from: PERSONAL, to: FACTS, columns: COLUMNS });
  }
}
