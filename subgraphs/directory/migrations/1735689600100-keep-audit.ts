import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { createAuditTable } from '../../../platform/audit/tables';

/** Who said what a word means changes figures: from now on it is in an audit log, as what people do elsewhere is. */
export class KeepAudit1735689600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAuditTable(runner, 'directory');
    await indexAudit(runner, 'directory');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
