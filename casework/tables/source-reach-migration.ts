import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createSourceReachTable } from '../reference/source-reach';

/** What a schema of a stream needs to say of which day its open complaints are overdue. */
export function sourceReachMigration(schema: string): new () => MigrationInterface {
  return class KeepSourceReach implements MigrationInterface {
    readonly name = 'KeepSourceReach1767225600600';

    async up(runner: QueryRunner): Promise<void> {
      await createSourceReachTable(runner, schema);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table "${schema}".source_reach`);
    }
  };
}
