import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToProtected, openToProtected } from '../../../platform/postgres/row-security';

const TABLES = ['ombudsman_case', 'finding', 'remedy'].map((table) => `ombudsman.${table}`);

/** Whoever is told no small numbers reads no single case, whatever asks for it. */
export class CloseToProtected1735689600500 implements MigrationInterface {
  readonly name = 'CloseToProtected1735689600500';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await closeToProtected(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await openToProtected(runner, table);
  }
}
