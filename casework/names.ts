import type { QueryRunner } from 'typeorm';
import { quotedLogin } from '../platform/postgres/names';
import type { Follower } from '../platform/server/subgraph';

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

/** Keeps a stream's copies of directory's names as directory tells them. */
export function nameFollower(schema: string): Follower {
  return {
    name: 'names',
    follows: ['directory'],
    kinds: ['service-named', 'directorate-named'],
    async apply(transaction, events) {
      for (const { kind, payload } of events) {
        if (kind === 'service-named') {
          await transaction.query(
            `insert into "${schema}".service_name (id, name, directorate)
             select id, name, directorate from jsonb_to_record($1::jsonb) as service (id text, name text, directorate text)
             on conflict (id) do update set name = excluded.name, directorate = excluded.directorate`,
            [JSON.stringify(payload)],
          );
        } else {
          await transaction.query(
            `insert into "${schema}".directorate_name (id, name)
             select id, name from jsonb_to_record($1::jsonb) as directorate (id text, name text)
             on conflict (id) do update set name = excluded.name`,
            [JSON.stringify(payload)],
          );
        }
      }
    },
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".service_name`);
      await transaction.query(`delete from "${schema}".directorate_name`);
    },
  };
}
