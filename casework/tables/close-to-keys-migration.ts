import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToKeys, openToKeys } from '../../platform/postgres/row-security';

/** No key of a program reads who complained to a stream and what they said; what a stream has of its own goes with that. */
export function closeToKeysMigration(schema: string): new () => MigrationInterface {
  return class CloseToKeys implements MigrationInterface {
    readonly name = 'CloseToKeys1767225601460';

    async up(runner: QueryRunner): Promise<void> {
      await closeToKeys(runner, `"${schema}".account`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await openToKeys(runner, `"${schema}".account`);
    }
  };
}
