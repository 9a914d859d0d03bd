import { loginName, quoted } from '../postgres/names';
import type { SchemaOwner } from './dead-letters';

/**
 * The statement that lets the outbox of a schema keep sets of events. Sets are not packed: that costs more than it saves.
 * `login` is quoted.
 */
export const keepEventSets = ({ schema, login }: { schema: string; login: string }): string => `
  alter table ${quoted(schema)}.outbox add column events json;
  alter table ${quoted(schema)}.outbox alter column events set storage external;
  grant insert (id, events) on ${quoted(schema)}.outbox to ${login};
  grant usage on sequence ${quoted(schema)}.outbox_id_seq to ${login}`;

/**
 * Sees to it that every outbox can keep sets of events. A part of the outbox, and so the same for all parts; those that
 * were made before it get it here, before any migration publishes something.
 */
export async function ensureEventSets(owner: SchemaOwner, schemas: readonly string[]): Promise<void> {
  const lacking = await owner.query<{ schema: string }>(
    `select schemaname as schema from pg_tables
     where tablename = 'outbox' and schemaname = any ($1) and not exists (
       select from pg_attribute
       where attrelid = format('%I.outbox', schemaname)::regclass and attname = 'events' and not attisdropped)
     order by schemaname`,
    [schemas],
  );
  for (const { schema } of lacking) {
    const login = quoted(loginName({ database: owner.database, subgraph: schema }));
    await owner.query(keepEventSets({ schema, login }));
  }
}
