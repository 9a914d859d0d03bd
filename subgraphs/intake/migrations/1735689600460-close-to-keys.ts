import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToKeys, openToKeys } from '../../../platform/postgres/row-security';

/** Rows as their systems gave them, people and all. */
const TABLES = ['intake.held_row', 'intake.quarantined_row'];

/** No key of a program reads rows as they came. */
export class CloseToKeys1735689600460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await closeToKeys(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await openToKeys(runner, table);
  }
}
