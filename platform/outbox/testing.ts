import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import type { Follower, Subgraph } from '../server/subgraph';
import { inTransaction } from '../transaction/transaction';
import { createOutboxTables } from './tables';

/** A schema that only publishes: for tests of the way from an outbox to its followers. */
export const teller: Pick<Subgraph, 'name' | 'tables' | 'migrations'> = {
  name: 'teller',
  tables: [],
  migrations: [
    class CreateTeller1700000000000 implements MigrationInterface {
      readonly name = 'CreateTeller1700000000000';
      async up(runner: QueryRunner): Promise<void> {
        await createOutboxTables(runner, 'teller');
      }
      async down(runner: QueryRunner): Promise<void> {
        await runner.query('drop schema teller cascade');
      }
    },
  ],
};

/** A schema whose follower writes down every event that it was given, as often as it was given it. */
export const listener: Pick<Subgraph, 'name' | 'tables' | 'migrations'> = {
  name: 'listener',
  tables: [],
  migrations: [
    class CreateListener1700000000000 implements MigrationInterface {
      readonly name = 'CreateListener1700000000000';
      async up(runner: QueryRunner): Promise<void> {
        await createOutboxTables(runner, 'listener');
        const login = await quotedLogin(runner, 'listener');
        await runner.query(
          'create table listener.heard (place bigserial primary key, subject text not null)',
        );
        await runner.query(`grant select, insert, delete on listener.heard to ${login}`);
        await runner.query(`grant usage on sequence listener.heard_place_seq to ${login}`);
      }
      async down(runner: QueryRunner): Promise<void> {
        await runner.query('drop schema listener cascade');
      }
    },
  ],
};

export const writesDown: Follower = {
  name: 'writes-down',
  follows: 'all',
  kinds: ['said'],
  async apply(transaction, events) {
    await transaction.query(
      'insert into listener.heard (subject) select subject from unnest($1::text[]) with ordinality as told (subject, place) order by place',
      [events.map(({ subject }) => subject)],
    );
  },
  async reset(transaction) {
    await transaction.query('delete from listener.heard');
  },
};

/**
 * Waits until all that the teller said can be read. Readers leave what an older open transaction may still come before, and
 * such a one may be open in a test that runs beside this one, in another database of the same server.
 */
export async function untilReadable(reader: DataSource): Promise<void> {
  const unread = `select from teller.outbox where xid >= pg_snapshot_xmin(pg_current_snapshot())`;
  for (;;) {
    const rows = await inTransaction(reader, { subject: 'courier', role: 'courier' }, (transaction) =>
      transaction.query(unread),
    );
    if (rows.length === 0) return;
    await wait(20);
  }
}
