import type { QueryRunner } from 'typeorm';
import { type SourceReached, sourceReached } from '../../contracts/events/source-reached';
import { createFollower, on } from '../../platform/outbox/event-contract';
import { quotedLogin } from '../../platform/postgres/names';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';

/** Makes a schema's copy of how far the sources of its records reach. Reference data: it leads to no record. */
export async function createSourceReachTable(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".source_reach (
      source text not null constraint source_reach_pkey primary key,
      version bigint not null,
      newest_day date
    )`);
  await runner.query(
    `grant select, insert, update, delete on "${schema}".source_reach to ${await quotedLogin(runner, schema)}`,
  );
}

/** Keeps how far the sources of a stream's records reach, as intake publishes it. */
export function reachFollower(schema: string): Follower {
  return createFollower({
    name: 'reach',
    follows: ['intake'],
    handlers: [
      on(sourceReached, async (transaction, events) => {
        for (const { version, payload } of events)
          await keepReach(transaction, schema, { ...payload, version });
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".source_reach`);
    },
  });
}

async function keepReach(
  transaction: Transaction,
  schema: string,
  { source, keepers, to, version }: SourceReached & { readonly version: number },
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".source_reach as held (source, version, newest_day) values ($1, $2, $3)
     on conflict (source) do update set version = excluded.version, newest_day = excluded.newest_day
     where excluded.version > held.version`,
    [source, version, keepers.includes(schema) ? to : null],
  );
}
