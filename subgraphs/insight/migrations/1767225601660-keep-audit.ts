import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { sealAudit } from '../../../platform/audit/seals/seal-audit';
import { createAuditTable } from '../../../platform/audit/tables';

/** What is said in reports, aimed at and found out is said by somebody: from now on it is in an audit log. */
export class KeepAudit1767225601660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAuditTable(runner, 'insight');
    await indexAudit(runner, 'insight');
    await sealAudit(runner, 'insight');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
