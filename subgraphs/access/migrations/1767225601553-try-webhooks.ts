import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

/** A test event that waits to be sent to an address, and another address in its place. */
export class TryWebhooks1767225601553 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access.webhook add column test_event text');
    await runner.query(
      `grant update (url, test_event) on access.webhook to ${await quotedLogin(runner, 'access')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (url) on access.webhook from ${await quotedLogin(runner, 'access')}`);
    await runner.query('alter table access.webhook drop column test_event');
  }
}
