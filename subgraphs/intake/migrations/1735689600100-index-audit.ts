import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit, unindexAudit } from '../../../platform/audit/index-audit';

/** Indexes by which auditors read intake's audit log. */
export class IndexAudit1735689600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await indexAudit(runner, 'intake');
  }

  async down(runner: QueryRunner): Promise<void> {
    await unindexAudit(runner, 'intake');
  }
}
