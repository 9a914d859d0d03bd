import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToProtected, openToProtected } from '../../platform/postgres/row-security';

const TABLES = ['complaint', 'stage', 'account'] as const;

/** Whoever is told no small numbers reads no single complaint of a stream, whatever asks for it; what a stream has of its own goes with its stages. */
export function closeToProtectedMigration(schema: string): new () => MigrationInterface {
  return class CloseToProtected implements MigrationInterface {
    readonly name = 'CloseToProtected1767225601500';

    async up(runner: QueryRunner): Promise<void> {
      for (const table of TABLES) await closeToProtected(runner, `"${schema}".${table}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of TABLES) await openToProtected(runner, `"${schema}".${table}`);
    }
  };
}
