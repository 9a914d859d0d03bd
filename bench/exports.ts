import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { filled } from './dashboard/filled';
import { grouped, median, repeated, timed } from './figures';
import { describeMachine, load } from './machine';
import { openBench } from './open-bench';
import { settingsOf } from './place';
import { keepReport, type Table, tell } from './report';

const FORMATS = ['csv', 'json', 'parquet', 'xlsx'] as const;
const SAMPLE_MILLIS = 50;
const MEGABYTE = 1_000_000;

/** How fast stages leave as files, and in how much memory. */
export async function benchExports({
  sizes,
  runs,
}: {
  sizes: readonly number[];
  runs: number;
}): Promise<void> {
  const body: (string | Table)[] = [];
  let version = '';
  for (const stages of sizes) {
    const directory = await filled(stages);
    const database = await openBench(directory);
    ({ version } = database);
    const product = await runProduct(settingsOf(directory));
    try {
      body.push(
        `## ${grouped(stages)} stages (load ${load()})`,
        await measured(product, database.client, { stages, runs }),
      );
    } finally {
      await product.stop();
      await product.database.stop();
      await database.stop();
    }
  }
  keepReport({ scenario: 'exports', title: 'Files', machine: describeMachine(version), body });
}

async function measured(
  product: RunningProduct,
  client: Client,
  { stages, runs }: { stages: number; runs: number },
): Promise<Table> {
  const perSecond = (millis: number) => Math.round((stages / millis) * 1_000);
  const copied = perSecond(median(await repeated({ warmUp: 1, runs }, () => copyWhole(client))));
  const rows = [['', 'rows a second', 'times COPY', 'MB sent', 'memory more, MB']];
  rows.push(['COPY … TO STDOUT of the same view', grouped(copied), '1', '', '']);
  for (const format of FORMATS) {
    tell(`Stages as ${format}…`);
    const downloads: Download[] = [];
    for (let run = 0; run < runs; run += 1) downloads.push(await download(product, format));
    const rate = perSecond(median(downloads.map(({ millis }) => millis)));
    const most = (of: (one: Download) => number) => (Math.max(...downloads.map(of)) / MEGABYTE).toFixed(0);
    rows.push([
      ...[format, grouped(rate), (rate / copied).toFixed(2)],
      ...[most(({ bytes }) => bytes), most(({ memory }) => memory)],
    ]);
  }
  return rows;
}

async function copyWhole(client: Client): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(
    client.query(copyTo('copy (select * from bi.stages) to stdout with (format csv, header)')),
    nowhere,
  );
}

interface Download {
  readonly millis: number;
  readonly bytes: number;
  /** How much more the process held than before, at the most. */
  readonly memory: number;
}

async function download(product: RunningProduct, format: string): Promise<Download> {
  const before = process.memoryUsage.rss();
  let [most, bytes] = [before, 0];
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, SAMPLE_MILLIS);
  const headers = {
    authorization: `Bearer ${await product.token('analyst')}`,
    'accept-encoding': 'identity',
  };
  const { millis } = await timed(async () => {
    const response = await fetch(`${product.url}/exports/stages.${format}`, { headers });
    if (!response.ok || !response.body) throw new Error(`The file was refused with ${response.status}`);
    for await (const chunk of response.body) bytes += chunk.length;
  }).finally(() => clearInterval(sampling));
  return { millis, bytes, memory: most - before };
}
