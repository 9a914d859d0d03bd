import fs from 'node:fs';
import type { Client } from 'pg';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { grouped, median, repeated } from './figures';
import { describeMachine, load } from './machine';
import { measuredImport } from './measured-import';
import { openBench, removeDirectory } from './open-bench';
import { benchPath, settingsOf } from './place';
import { keepReport, type Table, tell } from './report';
import { benchSource, extractOf } from './sources';

export interface MeasuresBench {
  /** Rows of the extracts, of which nine in ten are stages that count. */
  readonly sizes: readonly number[];
  readonly runs: number;
}

const WARM_UP = 5;

/** What is asked through the gateway, and the least SQL that reads the same from the same tables. */
const QUESTIONS = {
  figures: {
    asked: `{ measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER]) { asAt rows {
      stream stage financialYear quarter received escalated direct answered answeredInTime closed } } }`,
    bare: `select stream, stage, extract(year from received_on - interval '3 months'), extract(quarter from received_on),
        count(*), count(*) filter (where route = 'ESCALATED'), count(*) filter (where route = 'DIRECT')
      from insight.stage_fact group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  },
  list: {
    asked: `{ complaints(first: 50, where: { receivedFrom: "2021-04-01" }) { edges { cursor node {
      id reference stream stage status receivedOn dueOn answeredOn closedOn overdue service directorate outcome
      stages { number reference receivedOn dueOn answeredOn outcome closureReason service route inTime } } }
      pageInfo { hasNextPage endCursor } } }`,
    bare: `select stage.* from (
        select complaint_id from insight.complaint_fact where received_on >= '2021-04-01'
        order by received_on, complaint_id limit 50) listed
      join (select * from corporate.stage union all select * from schools.stage) stage using (complaint_id)`,
  },
} as const;

type Question = keyof typeof QUESTIONS;
type Times = Readonly<Record<Question, { readonly asked: number[]; readonly bare: number[] }>>;

interface Measured {
  readonly stages: number;
  readonly times: Times;
  readonly load: string;
  readonly version: string;
}

/** Figures and a list, asked over HTTP of the whole product, at some sizes; beside bare SQL in the same run. */
export async function benchMeasures({ sizes, runs }: MeasuresBench): Promise<void> {
  const measured: Measured[] = [];
  for (const rows of sizes) measured.push(await measure(rows, runs));
  keepReport({
    scenario: 'measures',
    title: 'Figures and a list of 50 complaints, beside bare SQL',
    machine: describeMachine(measured[0]?.version ?? 'unknown'),
    body: [
      '## measures by stream, stage, year and quarter',
      asTable(measured, 'figures'),
      '## 50 complaints of both streams with their stages',
      asTable(measured, 'list'),
      `Milliseconds, medians of ${runs} after ${WARM_UP} to warm up, one at a time. ${NOTES}`,
    ],
  });
}

async function measure(rows: number, runs: number): Promise<Measured> {
  const directory = await loaded(rows);
  const database = await openBench(directory);
  const product = await runProduct(settingsOf(directory));
  try {
    await database.client.query('analyze');
    const { rows: counted } = await database.client.query<{ stages: number }>(
      'select count(*)::int as stages from insight.stage_fact',
    );
    tell(`Asking about ${grouped(counted[0]?.stages ?? 0)} stages…`);
    const times = {
      figures: await timesOf('figures', { product, client: database.client, runs }),
      list: await timesOf('list', { product, client: database.client, runs }),
    };
    return { stages: counted[0]?.stages ?? 0, times, load: load(), version: database.version };
  } finally {
    await product.stop();
    await product.database.stop();
    await database.stop();
  }
}

/** Loaded once, and kept for the next time. */
async function loaded(rows: number): Promise<string> {
  const directory = benchPath(`measures-${rows}`);
  const done = `${directory}.loaded`;
  if (fs.existsSync(done)) return directory;
  removeDirectory(directory);
  const file = await extractOf(benchSource('corporate-crm'), rows);
  const database = await openBench(directory);
  tell(`Importing ${grouped(rows)} rows, once for this bench…`);
  await measuredImport({ directory, source: 'corporate-crm', file });
  await database.stop();
  fs.writeFileSync(done, '');
  return directory;
}

async function timesOf(
  question: Question,
  { product, client, runs }: { product: RunningProduct; client: Client; runs: number },
): Promise<Times[Question]> {
  const { asked, bare } = QUESTIONS[question];
  const turns = { warmUp: WARM_UP, runs };
  return {
    asked: await repeated(turns, async () => {
      const { errors } = await product.ask('analyst', asked);
      if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
    }),
    bare: await repeated(turns, () => client.query(bare)),
  };
}

function asTable(measured: readonly Measured[], question: Question): Table {
  return [
    ['stages', 'through the gateway', 'slowest', 'bare SQL', 'times', 'load'],
    ...measured.map(({ stages, times, load: busy }) => {
      const { asked, bare } = times[question];
      return [
        grouped(stages),
        median(asked).toFixed(1),
        Math.max(...asked).toFixed(1),
        median(bare).toFixed(1),
        (median(asked) / median(bare)).toFixed(1),
        busy,
      ];
    }),
  ];
}

const NOTES = `Bare SQL is one statement over the same tables by a superuser on a connection of its own: a GROUP BY for
three of the six figures; the stages of 50 complaints. What the gateway adds is sign-in, planning, one request to each
subgraph, row-level security, the other figures, names and JSON over HTTP. The list asks three subgraphs.`;
