import { quoted } from '../postgres/names';
import { TRACE_SETTING } from '../transaction/scope';
import type { SchemaOwner } from './dead-letters';

/** As the standard writes it (W3C Trace Context), so that nothing else can stand there. */
const WRITTEN = '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$';

/**
 * Sees to it that every outbox says with each event from which trace it came, which its transaction knows. A part of the outbox, and so
 * the same for all parts; those that were made before it get it here.
 */
export async function ensureTraceColumn(owner: SchemaOwner, schemas: readonly string[]): Promise<void> {
  const lacking = await owner.query<{ schema: string }>(
    `select schemaname as schema from pg_tables
     where tablename = 'outbox' and schemaname = any ($1) and not exists (
       select from pg_attribute
       where attrelid = format('%I.outbox', schemaname)::regclass and attname = 'trace' and not attisdropped)
     order by schemaname`,
    [schemas],
  );
  for (const { schema } of lacking)
    await owner.query(
      `alter table ${quoted(schema)}.outbox
         add column trace text default nullif(current_setting('${TRACE_SETTING}', true), ''),
         add constraint outbox_trace check (trace ~ '${WRITTEN}') not valid`,
    );
}
