import type { Client } from 'pg';
import { systemClock } from '../platform/config/clock';
import { rebuild } from '../platform/outbox/rebuild';
import { createRelay } from '../platform/outbox/relay';
import type { Consumer } from '../platform/outbox/subscription';
import { openDatabase } from '../platform/postgres/open-database';
import { loadSubgraphs } from '../subgraphs/registry';
import { openSchemas, type Schemas } from '../subgraphs/schemas';
import { megabytesIn } from './dashboard/asking';
import { grouped, timed } from './figures';
import { describeMachine, load } from './machine';
import { openBench, removeDirectory } from './open-bench';
import { benchPath, settingsOf } from './place';
import { publishMadeUp } from './projection/publish-made-up';
import { keepReport, type Table, tell } from './report';

/** What an import lets the figures take at once. */
const BATCH_EVENTS = 4_000;
const clock = systemClock;
const CORRECTED = 100_000;
const STATEMENT_TIMEOUT_MILLIS = 60 * 60_000;

interface Measured {
  readonly stages: number;
  /** Stages a second. */
  readonly rates: Readonly<Record<'added' | 'corrected' | 'rebuilt' | 'inserted', number>>;
  readonly megabytes: { readonly facts: number; readonly rollups: number };
  readonly load: string;
  readonly version: string;
}

/** How fast figures follow: complaints that are new, that changed, and all of them anew; beside plain inserts of the same rows. */
export async function benchProjection({ sizes }: { readonly sizes: readonly number[] }): Promise<void> {
  const measured: Measured[] = [];
  for (const complaints of sizes) {
    measured.push(await measure(complaints));
    keepReport({
      scenario: 'projection',
      title: 'How fast figures follow, beside plain inserts of the same rows',
      machine: describeMachine(measured[0]?.version ?? 'unknown'),
      body: [asTable(measured), NOTES],
    });
  }
}

async function measure(complaints: number): Promise<Measured> {
  const directory = benchPath('projection');
  removeDirectory(directory);
  const bench = await openBench(directory);
  const settings = settingsOf(directory);
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({
    ...{ database, subgraphs: loadSubgraphs(), clock: settings.clock },
    statementTimeoutMillis: STATEMENT_TIMEOUT_MILLIS,
  });
  try {
    const rates = {
      added: await followed(schemas, { from: 0, to: complaints, of: complaints, version: 1 }),
      corrected: await followed(schemas, {
        ...{ from: 0, to: Math.min(complaints, CORRECTED), of: complaints, version: 2 },
      }),
      rebuilt: await rebuilt(schemas, bench.client),
      inserted: await inserted(bench.client),
    };
    const [stages, megabytes] = [await stagesIn(bench.client), await megabytesIn(bench.client)];
    return { stages, rates, megabytes, load: load(), version: bench.version };
  } finally {
    await schemas.close();
    await database.stop();
    await bench.stop();
    removeDirectory(directory);
  }
}

/** Publishes complaints, and measures how many of their stages a second reach the figures. */
async function followed(schemas: Schemas, published: Parameters<typeof publishMadeUp>[1]): Promise<number> {
  const stages = await publishMadeUp(schemas.of('corporate'), published);
  tell(`${grouped(stages)} stages are published; the figures follow…`);
  const relay = createRelay({
    ...{ sources: schemas.sources, consumers: [insightOf(schemas)], clock, batchSize: BATCH_EVENTS },
    onFailure: (error) => {
      throw error;
    },
  });
  const { millis } = await timed(() => relay.drain());
  await relay.stop();
  return aSecond(stages, millis);
}

async function rebuilt(schemas: Schemas, client: Client): Promise<number> {
  tell('Building all figures anew…');
  const { millis } = await timed(() =>
    rebuild({ consumer: insightOf(schemas), sources: schemas.sources, clock }),
  );
  return aSecond(await stagesIn(client), millis);
}

/** What follows the streams into figures; the others follow beside it. */
function insightOf({ consumers }: Schemas): Consumer {
  const insight = consumers.find(({ schema }) => schema === 'insight');
  if (insight === undefined) throw new Error('Nothing follows the streams into figures');
  return insight;
}

/** The same rows into a table with the same columns and the key alone: the least that a database can do with them. */
async function inserted(client: Client): Promise<number> {
  await client.query('create table public.plain_fact (like insight.stage_fact, primary key (stage_id))');
  const { millis } = await timed(() =>
    client.query('insert into public.plain_fact select * from insight.stage_fact'),
  );
  await client.query('drop table public.plain_fact');
  return aSecond(await stagesIn(client), millis);
}

async function stagesIn(client: Client): Promise<number> {
  const { rows } = await client.query<{ stages: number }>(
    'select count(*)::int as stages from insight.stage_fact',
  );
  return rows[0]?.stages ?? 0;
}

const aSecond = (stages: number, millis: number): number => (stages / millis) * 1_000;

function asTable(measured: readonly Measured[]): Table {
  return [
    ['stages', 'new', 'corrected', 'built anew', 'plain insert', 'facts MB', 'rollups MB', 'load'],
    ...measured.map(({ stages, rates, megabytes, load: busy }) => [
      ...[stages, rates.added, rates.corrected, rates.rebuilt, rates.inserted].map(grouped),
      ...[megabytes.facts, megabytes.rollups].map((size) => size.toFixed(0)),
      busy,
    ]),
  ];
}

const NOTES = `Stages a second. Complaints are published in a stream's outbox as an import publishes them, and then followed by themselves:
"new" into empty facts, "corrected" the first ${grouped(CORRECTED)} of them again, each answered a day later, "built anew" from the first event on
in one transaction (\`npm run rebuild\`). All three write facts and every rollup; "plain insert" copies the facts into a table with
the key and nothing else, inside the database.`;
