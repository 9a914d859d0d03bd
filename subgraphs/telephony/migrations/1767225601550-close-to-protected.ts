import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeToProtected, openToProtected } from '../../../platform/postgres/row-security';

/** Whoever is told no small numbers reads no call: they could be counted by any day and group. */
export class CloseToProtected1767225601550 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return closeToProtected(runner, 'telephony.call');
  }

  down(runner: QueryRunner): Promise<void> {
    return openToProtected(runner, 'telephony.call');
  }
}
