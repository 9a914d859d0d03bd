import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const IN_ONES_OWN_NAME = `coalesce(actor = ${setting('subject')} and role = ${setting('role')}, false)`;

/** Gateways note whom they refused, in the name of who was: the rest of the product writes in its caller's own name, as before. */
export class NoteRefusals1767225601514 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(
      runner,
      `(${IN_ONES_OWN_NAME} or (${roleIsOneOf('gateway')} and action in ('ASKING_REFUSED', 'ASKING_REFUSED_AGAIN')))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, IN_ONES_OWN_NAME);
  }
}

const replace = (runner: QueryRunner, check: string): Promise<unknown> =>
  runner.query(`alter policy in_ones_own_name on access.audit_entry with check (${check})`);
