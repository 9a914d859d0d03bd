import fs from 'node:fs';
import type { Client } from 'pg';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { type AskedOperation, DASHBOARD, DASHBOARD_OPERATION } from './dashboard-questions';
import { grouped, median, repeated } from './figures';
import { fillFacts } from './fill-facts';
import { describeMachine, load } from './machine';
import { openBench, removeDirectory } from './open-bench';
import { benchPath, settingsOf } from './place';
import { keepReport, tell } from './report';
import { type AskedAtOnce, askAtOnce } from './requests';

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
  /** Milliseconds of all twelve: over HTTP counted anew, kept, and from facts alone, and bare SQL. */
  readonly whole: Readonly<Record<'anew' | 'kept' | 'facts' | 'bare', number[]>>;
  readonly each: readonly { readonly asked: number[]; readonly bare: number[] }[];
  readonly atOnce: readonly (AskedAtOnce & { readonly title: string; readonly load: string })[];
}

/** The dashboard operation over HTTP, counted anew, kept and from facts alone, beside plain GROUP BY in the same run. */
export async function benchDashboard({ sizes, runs }: DashboardBench): Promise<void> {
  const measured: Measured[] = [];
  for (const stages of sizes) measured.push(await measure(stages, runs));
  const largest = measured.at(-1);
  keepReport({
    scenario: 'dashboard',
    title: 'The dashboard, from rollups and from facts',
    machine: describeMachine(measured[0]?.version ?? 'unknown'),
    body: [
      '## All twelve questions, one request',
      [
        [
          'stages',
          'anew',
          'slowest',
          'kept',
          'facts alone',
          'GROUP BY',
          'times',
          'facts MB',
          'rollups MB',
          'load',
        ],
        ...measured.map(asRow),
      ],
      `## Each by itself, counted anew, ${grouped(largest?.stages ?? 0)} stages`,
      [
        ['question', 'over HTTP', 'GROUP BY', 'times'],
        ...DASHBOARD.map(({ title }, place) => {
          const { asked, bare } = largest?.each[place] ?? { asked: [], bare: [] };
          return [title, median(asked).toFixed(1), median(bare).toFixed(1), timesOf(bare, asked)];
        }),
      ],
      `Milliseconds, medians of ${runs} after ${WARM_UP} to warm up, one at a time. ${NOTES}`,
      `## Requests a second, 50 connections, ${grouped(largest?.stages ?? 0)} stages`,
      [
        ['question', 'a second', 'median ms', 'slowest ms', 'bytes', 'load'],
        ...(largest?.atOnce ?? []).map(({ title, aSecond, millis, bytes, load: busy }) => [
          title,
          grouped(aSecond),
          median(millis).toFixed(0),
          millis.reduce((slowest, one) => Math.max(slowest, one), 0).toFixed(0),
          grouped(bytes),
          busy,
        ]),
      ],
      NOTES_AT_ONCE,
    ],
  });
}

const asRow = ({ stages, whole, megabytes, load: busy }: Measured): string[] => [
  grouped(stages),
  median(whole.anew).toFixed(1),
  Math.max(...whole.anew).toFixed(1),
  median(whole.kept).toFixed(1),
  whole.facts.length > 0 ? median(whole.facts).toFixed(1) : 'no answer in time',
  median(whole.bare).toFixed(1),
  timesOf(whole.bare, whole.anew),
  grouped(megabytes.facts),
  grouped(megabytes.rollups),
  busy,
];

const timesOf = (slow: readonly number[], fast: readonly number[]): string =>
  (median(slow) / median(fast)).toFixed(1);

async function measure(stages: number, runs: number): Promise<Measured> {
  const directory = await filled(stages);
  const database = await openBench(directory);
  const constant = { isOn: false };
  const product = await runProduct(settingsOf(directory), {
    keepsAnswers: true,
    repeats: () => constant.isOn,
  });
  try {
    tell(`Asking about ${grouped(stages)} stages…`);
    const turns = { warmUp: WARM_UP, runs };
    const { client } = database;
    const whole = {
      anew: await repeated(turns, () => askAnew(product, client, DASHBOARD_OPERATION)),
      kept: await repeated(turns, () => ask(product, DASHBOARD_OPERATION)),
      facts: await timesWithoutRollups(client, product),
      bare: await repeated(turns, async () => {
        for (const { bare } of DASHBOARD) await client.query(bare);
      }),
    };
    const each: Measured['each'][number][] = [];
    for (const { asked, bare } of DASHBOARD) {
      each.push({
        asked: await repeated(turns, () => askAnew(product, client, asked)),
        bare: await repeated(turns, () => client.query(bare)),
      });
    }
    const atOnce = await askedAtOnce(product, client, constant);
    const megabytes = await sizesIn(client);
    return { stages, version: database.version, load: load(), megabytes, whole, each, atOnce };
  } finally {
    await product.stop();
    await product.database.stop();
    await database.stop();
  }
}

/** The dashboard and one of its questions, kept, while facts change, and as a constant of the same size. */
async function askedAtOnce(
  product: RunningProduct,
  client: Client,
  constant: { isOn: boolean },
): Promise<Measured['atOnce']> {
  const measured: Measured['atOnce'][number][] = [];
  const [first] = DASHBOARD;
  const asked = [
    { title: 'the dashboard', operation: DASHBOARD_OPERATION },
    ...(first ? [{ title: first.title, operation: first.asked }] : []),
  ];
  for (const { title, operation } of asked) {
    await ask(product, operation);
    const add = async (how: string) =>
      measured.push({ title: `${title}, ${how}`, ...(await askAtOnce(product, operation)), load: load() });
    await add('kept');
    const changing = setInterval(() => void client.query(CHANGE), CHANGE_MILLIS);
    await add('while facts change twice a second');
    clearInterval(changing);
    constant.isOn = true;
    await add('as a constant');
    constant.isOn = false;
  }
  return measured;
}

const CHANGE_MILLIS = 500;
const CHANGE = `update insight.follower_place set id = id + 1 where follower = 'facts'`;

/** As after something new was projected, so that no answer is one that was kept. */
async function askAnew(product: RunningProduct, client: Client, operation: AskedOperation): Promise<void> {
  await client.query(CHANGE);
  await ask(product, operation);
}

async function ask(product: RunningProduct, { query, variables }: AskedOperation): Promise<void> {
  const { errors } = await product.ask('analyst', query, variables);
  if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
}

/** None where the product gives up: then a part did not answer within the time that the gateway waits. */
async function timesWithoutRollups(client: Client, product: RunningProduct): Promise<number[]> {
  return withoutRollups(client, async () => {
    const { query, variables } = DASHBOARD_OPERATION;
    const { errors } = await product.ask('analyst', query, variables);
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

const NOTES = `"Anew" is after something new was projected; "kept" is asked again when nothing was. "Facts alone" is the same request
to the same product, told that every rollup differs from the facts (medians of ${RUNS_OF_FACTS}; the gateway waits ten seconds). GROUP
BY is the least SQL for the same figures, twelve statements one after another, by a superuser on a connection of its own: for some
it counts less than the product, which also tells rows apart that nothing asked for was counted of. What the product adds is
sign-in, planning, row-level security, names, coverage and JSON over HTTP.`;

const NOTES_AT_ONCE = `Fifty analysts, each on a connection of their own, for five seconds, asked from another thread of the same process.
"As a constant" is the same request where the part gives what it gave before without looking: what sign-in, the gateway and HTTP
cost by themselves where nothing is kept.`;
