import type { QueryRunner } from 'typeorm';
import { channelNamed } from '../../contracts/events/names';
import { foldWord } from '../../domain/words/fold-word';
import { createFollower, on } from '../../platform/outbox/event-contract';
import { quotedLogin } from '../../platform/postgres/names';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';

/** Makes a schema's copy of directory's channels. Reference data: they lead to no record. */
export async function createChannelTable(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create table "${schema}".channel_name (
      id text not null constraint channel_name_pkey primary key,
      name text not null,
      other_names text[] not null
    )`);
  await runner.query(
    `grant select, insert, update, delete on "${schema}".channel_name to ${await quotedLogin(runner, schema)}`,
  );
}

/** Keeps a stream's copy of directory's channels; a follower of its own, so that it reads those named before there was a copy. */
export function channelFollower(schema: string): Follower {
  return createFollower({
    name: 'channels',
    follows: ['directory'],
    handlers: [
      on(channelNamed, async (transaction, events) => {
        for (const { payload } of events)
          await transaction.query(
            `insert into "${schema}".channel_name (id, name, other_names) values ($1, $2, $3)
             on conflict (id) do update set name = excluded.name, other_names = excluded.other_names`,
            [payload.id, payload.name, payload.otherNames],
          );
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".channel_name`);
    },
  });
}

/** What directory knows of a channel that somebody wrote. */
export interface FoundChannel {
  /** Its own name; null where none has what was written. */
  readonly name: string | null;
  /** The names of all that there are, in their order. */
  readonly known: readonly string[];
}

/** The channel that somebody wrote, by whichever of its names, as imports read it: case and spaces do not matter. */
export async function findChannel(
  transaction: Transaction,
  schema: string,
  written: string,
): Promise<FoundChannel> {
  const channels = await transaction.query<{ name: string; other_names: string[] }>(
    `select name, other_names from "${schema}".channel_name order by name`,
  );
  const said = foldWord(written);
  const found =
    channels.find(({ name }) => foldWord(name) === said) ??
    channels.find(({ other_names }) => other_names.some((other) => foldWord(other) === said));
  return { name: found?.name ?? null, known: channels.map(({ name }) => name) };
}
