import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sealAudit } from '../../../platform/audit/seals/seal-audit';

/** What people did is signed and sealed: whoever changes it in the database is found out. */
export class SealAudit1735689600450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sealAudit(runner, 'intake');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
