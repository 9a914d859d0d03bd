import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `referenceKey` of domain/references as the database works it out; only here, for what is held already. */
const KEY = `regexp_replace(upper(reference collate "C"), '[^A-Z0-9]+', '', 'g')`;

/** Keeps beside each reference what it is sought by, however it is typed. */
export class FindByReference1735689600140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['stage_fact', 'contested_stage']) {
      // Worked out for every row as the column is added, whoever may see the row; from then on the projection writes it.
      await runner.query(
        `alter table insight.${table} add column reference_key text not null generated always as (${KEY}) stored`,
      );
      await runner.query(`alter table insight.${table} alter column reference_key drop expression`);
    }
    await runner.query('drop index insight.stage_fact_by_reference');
    await runner.query('create index stage_fact_by_reference_key on insight.stage_fact (reference_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stage_fact', 'contested_stage']) {
      await runner.query(`alter table insight.${table} drop column reference_key`);
    }
    await runner.query('create index stage_fact_by_reference on insight.stage_fact (reference)');
  }
}
