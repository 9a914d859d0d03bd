import type { Client } from 'pg';
import { z } from 'zod';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { filled } from './dashboard/filled';
import { grouped, median, repeated, timed } from './figures';
import { describeMachine, load } from './machine';
import { openBench } from './open-bench';
import { settingsOf } from './place';
import { keepReport, type Table, tell } from './report';

const PAGE_ROWS = 5_000;
/** A day on which nothing of what is made up changed but what the bench changes. */
const CHANGED_AT = '2021-04-01T00:00:00Z';

/** How fast stages are read by OData, page by page, at the beginning of the list and a long way into it. */
export async function benchOData({ sizes, runs }: { sizes: readonly number[]; runs: number }): Promise<void> {
  const body: (string | Table)[] = [];
  let version = '';
  for (const stages of sizes) {
    const directory = await filled(stages);
    const database = await openBench(directory);
    ({ version } = database);
    await fillComplaints(database.client);
    const product = await runProduct(settingsOf(directory));
    try {
      body.push(`## ${grouped(stages)} stages (load ${load()})`, await measured(product, { stages, runs }));
    } finally {
      await product.stop();
      await product.database.stop();
      await database.stop();
    }
  }
  keepReport({ scenario: 'odata', title: 'Pages by OData', machine: describeMachine(version), body });
}

/** What is made up has stages alone; complaints say when they changed. One in a hundred changed lately. */
async function fillComplaints(client: Client): Promise<void> {
  await client.query('set statement_timeout = 0');
  const { rowCount } = await client.query(
    `insert into insight.complaint_fact (complaint_id, authority, stream, status, received_on, closed_on, version, due_on,
       stage_ids, stage, reference, service_id, directorate_id, theme, channel, outcome, changed_at)
     select complaint_id, authority, stream, 'CLOSED', received_on, closed_on, 1, due_on,
       array[stage_id], stage, reference, service_id, directorate_id, theme, channel, outcome,
       timestamptz '${CHANGED_AT}' - case when hashtext(stage_id) % 100 = 0 then interval '1 hour' else interval '90 days' end
     from insight.stage_fact where not exists (select from insight.complaint_fact)`,
  );
  if (rowCount) await client.query('vacuum analyze insight.complaint_fact');
}

async function measured(
  product: RunningProduct,
  { stages, runs }: { stages: number; runs: number },
): Promise<Table> {
  const token = await product.token('analyst');
  const read = (address: string) => readPage(address, token);
  const first = `${product.url}/odata/v4/Stages`;
  tell('Reading all pages…');
  const through = await timed(() => readThrough(first, read));
  const { rows, last } = through.result;
  if (rows !== stages) throw new Error(`Of ${stages} stages ${rows} came`);
  const millisOf = async (address: string) =>
    median(await repeated({ warmUp: 1, runs }, async () => void (await read(address))));
  const changed = `${first}?$filter=changedAt ge 2021-03-31T00:00:00Z and changedAt lt ${CHANGED_AT}`;
  const [atFirst, atLast, atChanged] = [await millisOf(first), await millisOf(last), await millisOf(changed)];
  const perSecond = (millis: number, of = PAGE_ROWS) => grouped(Math.round((of / millis) * 1_000));
  return [
    ['', 'ms a page', 'rows a second', 'times the first'],
    ['the first page', atFirst.toFixed(0), perSecond(atFirst), '1'],
    [
      `the page after row ${grouped((Math.floor(rows / PAGE_ROWS) - 1) * PAGE_ROWS)}`,
      ...[atLast.toFixed(0), perSecond(atLast), (atLast / atFirst).toFixed(2)],
    ],
    [
      'the first page of what changed in a day',
      atChanged.toFixed(0),
      perSecond(atChanged),
      (atChanged / atFirst).toFixed(2),
    ],
    ['all pages, one after the other', '', perSecond(through.millis, rows), ''],
  ];
}

const pageModel = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });
type ReadPage = (address: string) => Promise<z.output<typeof pageModel>>;

async function readPage(address: string, token: string): ReturnType<ReadPage> {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
  });
  if (!response.ok) throw new Error(`A page was refused with ${response.status}`);
  return pageModel.parse(await response.json());
}

/** Follows the links to the end: how many rows came, and where the last full page begins. */
async function readThrough(first: string, read: ReadPage): Promise<{ rows: number; last: string }> {
  let [rows, last] = [0, first];
  for (let next: string | undefined = first; next !== undefined; ) {
    const page: Awaited<ReturnType<ReadPage>> = await read(next);
    if (page.value.length === PAGE_ROWS) last = next;
    rows += page.value.length;
    next = page['@odata.nextLink'];
  }
  return { rows, last };
}
