import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit, unindexAudit } from '../../platform/audit/index-audit';

/** Indexes by which auditors read the audit log of a stream. */
export function indexAuditMigration(schema: string): new () => MigrationInterface {
  return class IndexAudit implements MigrationInterface {
    readonly name = 'IndexAudit1767225600300';

    async up(runner: QueryRunner): Promise<void> {
      await indexAudit(runner, schema);
    }

    async down(runner: QueryRunner): Promise<void> {
      await unindexAudit(runner, schema);
    }
  };
}
