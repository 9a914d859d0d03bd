import fs from 'node:fs';
import type { Client } from 'pg';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { DASHBOARD, DASHBOARD_OPERATION } from './dashboard-questions';
import { grouped, median, repeated } from './figures';
import { fillFacts } from './fill-facts';
import { describeMachine, load } from './machine';
import { openBench, removeDirectory } from './open-bench';
import { benchPath, settingsOf } from './place';
import { keepReport, tell } from './report';

export interface DashboardBench {
  /** Stages of a made-up council. */
  readonly sizes: readonly number[];
  readonly runs: number;
}

const WARM_UP = 3;
/** It takes seconds. */
const RUNS_OF_FACTS = 3;

interface Measured {
  readonly stages: number;
  readonly version: string;
  readonly load: string;
  readonly megabytes: { readonly facts: number; readonly rollups: number };
  /** Milliseconds of all twelve: over HTTP from rollups, over HTTP from facts alone, and bare SQL. */
  readonly whole: { readonly rollups: number[]; readonly facts: number[]; readonly bare: number[] };
  readonly each: readonly { readonly asked: number[]; readonly bare: number[] }[];
}

/** The dashboard operation over HTTP, from rollups and from facts alone, beside plain GROUP BY in the same run. */
export async function benchDashboard({ sizes, runs }: DashboardBench): Promise<void> {
  const measured: Measured[] = [];
  for (const stages of sizes) measured.push(await measure(stages, runs));
  const largest = measured.at(-1);
  keepReport({
    scenario: 'dashboard',
    title: 'The twelve questions of a dashboard, from rollups and from facts',
    machine: describeMachine(measured[0]?.version ?? 'unknown'),
    body: [
      '## All twelve, one request',
      [
        [
          'stages',
          'rollups',
          'slowest',
          'facts alone',
          'GROUP BY',
          'times',
          'facts MB',
          'rollups MB',
          'load',
        ],
        ...measured.map(asRow),
      ],
      `## Each by itself, ${grouped(largest?.stages ?? 0)} stages`,
      [
        ['question', 'over HTTP', 'GROUP BY', 'times'],
        ...DASHBOARD.map(({ title }, place) => {
          const { asked, bare } = largest?.each[place] ?? { asked: [], bare: [] };
          return [title, median(asked).toFixed(1), median(bare).toFixed(1), timesOf(bare, asked)];
        }),
      ],
      `Milliseconds, medians of ${runs} after ${WARM_UP} to warm up, one at a time. ${NOTES}`,
    ],
  });
}

const asRow = ({ stages, whole, megabytes, load: busy }: Measured): string[] => [
  grouped(stages),
  median(whole.rollups).toFixed(1),
  Math.max(...whole.rollups).toFixed(1),
  whole.facts.length > 0 ? median(whole.facts).toFixed(1) : 'no answer in time',
  median(whole.bare).toFixed(1),
  timesOf(whole.bare, whole.rollups),
  grouped(megabytes.facts),
  grouped(megabytes.rollups),
  busy,
];

const timesOf = (slow: readonly number[], fast: readonly number[]): string =>
  (median(slow) / median(fast)).toFixed(1);

async function measure(stages: number, runs: number): Promise<Measured> {
  const directory = await filled(stages);
  const database = await openBench(directory);
  const product = await runProduct(settingsOf(directory));
  try {
    tell(`Asking about ${grouped(stages)} stages…`);
    const turns = { warmUp: WARM_UP, runs };
    const { client } = database;
    const whole = {
      rollups: await repeated(turns, () => askAnew(product, client, DASHBOARD_OPERATION)),
      facts: await timesWithoutRollups(client, product),
      bare: await repeated(turns, async () => {
        for (const { bare } of DASHBOARD) await client.query(bare);
      }),
    };
    const each: Measured['each'][number][] = [];
    for (const { asked, bare } of DASHBOARD) {
      each.push({
        asked: await repeated(turns, () => askAnew(product, client, `{ ${asked} }`)),
        bare: await repeated(turns, () => client.query(bare)),
      });
    }
    const megabytes = await sizesIn(client);
    return { stages, version: database.version, load: load(), megabytes, whole, each };
  } finally {
    await product.stop();
    await product.database.stop();
    await database.stop();
  }
}

/** As after something new was projected, so that no answer is one that was kept. */
async function askAnew(product: RunningProduct, client: Client, question: string): Promise<void> {
  await client.query(`update insight.follower_place set id = id + 1 where follower = 'facts'`);
  await ask(product, question);
}

async function ask(product: RunningProduct, question: string): Promise<void> {
  const { errors } = await product.ask('analyst', question);
  if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
}

/** None where the product gives up: then a part did not answer within the time that the gateway waits. */
async function timesWithoutRollups(client: Client, product: RunningProduct): Promise<number[]> {
  return withoutRollups(client, async () => {
    const { errors } = await product.ask('analyst', DASHBOARD_OPERATION);
    return errors
      ? []
      : repeated({ warmUp: 0, runs: RUNS_OF_FACTS }, () => askAnew(product, client, DASHBOARD_OPERATION));
  });
}

/** A rollup that is said to differ from the facts is not read. */
async function withoutRollups<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query(`insert into insight.rollup_drift (rollup, cells, found_at)
    select relname, 1, now() from pg_class
    where relnamespace = 'insight'::regnamespace and relkind = 'r' and relname ~ '^(flow|open)_by|^answer_days$'`);
  const result = await work();
  await client.query('delete from insight.rollup_drift');
  return result;
}

async function sizesIn(client: Client): Promise<Measured['megabytes']> {
  const { rows } = await client.query<{ facts: number; rollups: number }>(
    `select (sum(pg_total_relation_size(oid)) filter (where relname = 'stage_fact') / 1e6)::float as facts,
       (sum(pg_total_relation_size(oid)) filter (where relname ~ '^(flow|open)_by|^answer_days$') / 1e6)::float as rollups
     from pg_class where relnamespace = 'insight'::regnamespace and relkind = 'r'`,
  );
  return rows[0] ?? { facts: Number.NaN, rollups: Number.NaN };
}

/** Made up once, and kept for the next time. */
async function filled(stages: number): Promise<string> {
  const directory = benchPath(`dashboard-${stages}`);
  const done = `${directory}.filled`;
  if (fs.existsSync(done)) return directory;
  removeDirectory(directory);
  const database = await openBench(directory);
  tell(`Making up ${grouped(stages)} stages, once for this bench…`);
  await fillFacts(database.client, stages);
  await database.stop();
  fs.writeFileSync(done, '');
  return directory;
}

const NOTES = `"Facts alone" is the same request to the same product, told that every rollup differs from the facts (medians of
${RUNS_OF_FACTS}; the gateway waits ten seconds). GROUP BY
is the least SQL for the same figures, twelve statements one after another, by a superuser on a connection of its own: for some
it counts less than the product, which also tells rows apart that nothing asked for was counted of. What the product adds is
sign-in, planning, row-level security, names, coverage and JSON over HTTP.`;
