import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dirtOf } from '../demo/dirt';
import { generateCorporate } from '../demo/generate';
import { readSettings } from '../platform/config/settings';
import { inTransaction } from '../platform/transaction/transaction';
import { type RunningProduct, runProduct } from '../tests/figures/running-product';
import type { Asked } from './asked';
import { machine, median, seconds, table } from './machine';

const RUNS = 15;
const ANALYST = { subject: 'bench', role: 'analyst' };

const FIGURES =
  '{ measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER]) { rows { stream stage financialYear quarter received escalated direct answered answeredInTime closed } } }';
const LIST =
  '{ complaints(first: 50) { edges { node { id reference status receivedOn dueOn service stages { number reference receivedOn dueOn answeredOn outcome inTime } } } } }';
const BARE_FIGURES = `select stream, stage, date_trunc('quarter', received_on::timestamp), count(*),
  count(*) filter (where route = 'ESCALATED'), count(*) filter (where route = 'DIRECT')
  from insight.stage_fact group by 1, 2, 3`;
const BARE_LIST = `select * from insight.complaint_fact join insight.stage_fact using (complaint_id)
  where complaint_id in (select complaint_id from insight.complaint_fact order by received_on, complaint_id limit 50)`;

/** Figures and a list of 50 through the gateway over HTTP, beside the same from the facts in bare SQL. */
export async function measures({ rows }: Asked): Promise<string> {
  const before = machine();
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-measures-'));
  const file = path.join(directory, 'rows.csv');
  const settings = readSettings({
    DATA_DIR: path.join(directory, 'data'),
    DEMO: 'off',
    GATEWAY_PORT: '4998',
  });
  const made = generateCorporate({ seed: 7, rows, dirt: dirtOf(1) });
  await pipeline(Readable.from(made), createWriteStream(file));
  const product = await runProduct(settings);
  try {
    const { loaded } = await product.load('corporate-crm', file);
    const lines = [
      await pair(
        'figures by stream, stage, year, quarter',
        () => ask(product, FIGURES),
        () => bare(product, BARE_FIGURES),
      ),
      await pair(
        '50 complaints with their stages',
        () => ask(product, LIST),
        () => bare(product, BARE_LIST),
      ),
    ];
    const title = `# Figures and lists at ${loaded.toLocaleString('en-GB')} stages`;
    return `${title}\n\n${before}; medians of ${RUNS}\n\n${table(['question', 'gateway', 'bare SQL', 'ratio'], lines)}\n`;
  } finally {
    await product.stop();
    await product.database.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function pair(
  name: string,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<string[]> {
  const [a, b]: [number[], number[]] = [[], []];
  await ours();
  await theirs();
  for (let turn = 0; turn < RUNS; turn += 1) {
    a.push(await timed(ours));
    b.push(await timed(theirs));
  }
  return [name, seconds(median(a)), seconds(median(b)), (median(a) / median(b)).toFixed(1)];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function ask(product: RunningProduct, query: string): Promise<void> {
  const { errors } = await product.ask('analyst', query);
  if (errors) throw new Error(JSON.stringify(errors));
}

const bare = (product: RunningProduct, sql: string): Promise<unknown> =>
  inTransaction(product.schemas.of('insight'), ANALYST, (transaction) => transaction.query(sql));
