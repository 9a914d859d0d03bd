import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOwnStageTable, ownStageTable } from '../../../casework/stream/own-stage-table';
import { createCaseTables } from '../../../casework/tables/create-case-tables';

/** The stream's own tables as they were at first: a later migration moved what they hold of the child. */
const stageProcedure = ownStageTable('childrens', {
  table: 'stage_procedure',
  columns: {
    child_age_band: 'childAgeBand',
    child_looked_after: 'childLookedAfter',
    advocate_offered: 'advocateOffered',
    panel_held_on: 'panelHeldOn',
    findings_on: 'findingsOn',
  },
});
const stagePeople = ownStageTable('childrens', {
  table: 'stage_people',
  columns: {
    child_reference: 'childReference',
    investigating_officer: 'investigatingOfficer',
    independent_person: 'independentPerson',
    panel: 'panel',
    elements: 'elements',
  },
  personal: true,
});

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
