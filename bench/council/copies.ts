import type { Client } from 'pg';
import { tell } from '../report';

const STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;

/** What a copy has of its own in each table, as SQL; everything else is as in the complaint that it is of. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(STREAMS.map((stream) => [`${stream}.complaint`, { id: named('id') }])),
  ...Object.fromEntries(
    STREAMS.map((stream) => [
      `${stream}.stage`,
      {
        ...{ id: named('id'), complaint_id: named('complaint_id') },
        ...{ key: named('key'), reference: named('reference') },
      },
    ]),
  ),
  'insight.complaint_fact': {
    ...{ complaint_id: named('complaint_id'), reference: named('reference') },
    stage_ids: `array(select ${named('stage_id')} from unnest(stage_ids) as ids (stage_id))`,
  },
  'insight.stage_fact': {
    ...{ stage_id: named('stage_id'), complaint_id: named('complaint_id') },
    ...{ reference: named('reference'), reference_key: named('reference_key') },
  },
};

function named(column: string): string {
  return `${column} || '-' || copy`;
}

/**
 * Copies imported complaints, in their streams and in the facts, until there are at least so many: to import a million takes
 * an hour on a busy machine. Each copy is a complaint like any other, without people, narrative or lineage.
 */
export async function copyUntil(client: Client, complaints: number): Promise<void> {
  const { rows } = await client.query<{ imported: number }>(
    'select count(*)::int as imported from insight.complaint_fact',
  );
  const copies = Math.ceil(complaints / Math.max(1, rows[0]?.imported ?? 0)) - 1;
  if (copies < 1) return;
  tell(`Copying them ${copies} times…`);
  await client.query('begin');
  await client.query('set local statement_timeout = 0');
  await client.query(`select set_config('insight.roll_up', 'later', true)`);
  for (const [table, own] of Object.entries(OWN)) await copyTable(client, { table, own, copies });
  await client.query('select insight.roll_up_everything()');
  await client.query('commit');
}

interface ToCopy {
  readonly table: string;
  readonly own: Readonly<Record<string, string>>;
  readonly copies: number;
}

async function copyTable(client: Client, { table, own, copies }: ToCopy): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [table],
  );
  const names = rows.map(({ name }) => name);
  await client.query(
    `insert into ${table} (${names.join(', ')})
     select ${names.map((name) => own[name] ?? name).join(', ')}
     from ${table}, generate_series(1, $1::int) as copies (copy)`,
    [copies],
  );
}
