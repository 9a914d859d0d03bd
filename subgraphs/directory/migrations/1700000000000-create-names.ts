import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';

/** The names that all share, and the outbox that tells them. */
export class CreateNames1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboxTables(runner, 'directory');
    await runner.query(`
      create table directory.named (
        kind text not null,
        id text not null,
        name text not null,
        version bigint not null,
        payload jsonb not null,
        constraint named_pkey primary key (kind, id)
      )`);
    await runner.query(
      `grant select, insert, update on directory.named to ${await quotedLogin(runner, 'directory')}`,
    );
  }

  /** There is nothing before the first migration: the schema goes as a whole. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema directory cascade');
  }
}
