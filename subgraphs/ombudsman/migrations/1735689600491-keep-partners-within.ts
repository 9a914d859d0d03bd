import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepPartnersWithinStreams, letPartnersOutOfStreams } from '../../../platform/postgres/row-security';

const TABLES = ['ombudsman.ombudsman_case'];

/** Partners see their own of the streams that their agreement names. */
export class KeepPartnersWithin1735689600491 implements MigrationInterface {
  readonly name = 'KeepPartnersWithin1735689600491';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await keepPartnersWithinStreams(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await letPartnersOutOfStreams(runner, table);
  }
}
