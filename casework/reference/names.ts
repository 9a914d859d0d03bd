import type { QueryRunner } from 'typeorm';
import {
  type DirectorateNamed,
  directorateNamed,
  type ServiceNamed,
  serviceNamed,
} from '../../contracts/events/names';
import { createFollower, on } from '../../platform/outbox/event-contract';
import { quotedLogin } from '../../platform/postgres/names';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';

/**
 * Makes a schema's copies of directory's names. Reference data: they lead to no record, so they have no row policy.
 */
export async function createNameTables(runner: QueryRunner, schema: string): Promise<void> {
  const login = await quotedLogin(runner, schema);
  await runner.query(`
    create table "${schema}".service_name (
      id text not null constraint service_name_pkey primary key,
      name text not null,
      directorate text not null
    )`);
  await runner.query(`
    create table "${schema}".directorate_name (
      id text not null constraint directorate_name_pkey primary key,
      name text not null
    )`);
  await runner.query(
    `grant select, insert, update, delete on "${schema}".service_name, "${schema}".directorate_name to ${login}`,
  );
}

/** Keeps a stream's copies of directory's names. */
export function nameFollower(schema: string): Follower {
  return createFollower({
    name: 'names',
    follows: ['directory'],
    handlers: [
      on(serviceNamed, async (transaction, events) => {
        for (const { payload } of events) await keepService(transaction, schema, payload);
      }),
      on(directorateNamed, async (transaction, events) => {
        for (const { payload } of events) await keepDirectorate(transaction, schema, payload);
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".service_name`);
      await transaction.query(`delete from "${schema}".directorate_name`);
    },
  });
}

async function keepService(
  transaction: Transaction,
  schema: string,
  { id, name, directorate }: ServiceNamed,
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".service_name (id, name, directorate) values ($1, $2, $3)
     on conflict (id) do update set name = excluded.name, directorate = excluded.directorate`,
    [id, name, directorate],
  );
}

async function keepDirectorate(
  transaction: Transaction,
  schema: string,
  { id, name }: DirectorateNamed,
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".directorate_name (id, name) values ($1, $2)
     on conflict (id) do update set name = excluded.name`,
    [id, name],
  );
}
