import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sealAudit } from '../../platform/audit/seals/seal-audit';

/** The audit log of a stream is signed and sealed. */
export function sealAuditMigration(schema: string): new () => MigrationInterface {
  return class SealAudit implements MigrationInterface {
    readonly name = 'SealAudit1767225601450';

    async up(runner: QueryRunner): Promise<void> {
      await sealAudit(runner, schema);
    }

    /** An audit log is never removed. */
    down(): Promise<void> {
      return Promise.reject(new Error('What people did is kept nowhere else'));
    }
  };
}
