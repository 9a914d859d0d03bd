import fs from 'node:fs';
import type { Client } from 'pg';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { grouped, median, repeated } from './figures';
import { FAULTS, type List, type Page, pagesOf, QUARANTINE, questionOf } from './list-pages';
import { describeMachine, load } from './machine';
import { measuredImport } from './measured-import';
import { openBench, removeDirectory } from './open-bench';
import { benchPath, madeUpOnce, settingsOf } from './place';
import { keepReport, type Table, tell } from './report';
import { type BenchSource, benchSources } from './sources';

export interface ListsBench {
  /** How many entries each list has at least. */
  readonly sizes: readonly number[];
  readonly runs: number;
}

const WARM_UP = 5;
const SEED = 1;
/** Of the rows of the extracts; each lists a fault too. */
const QUARANTINED = 0.5;
/** Not every row that was to be corrupted is in the end, and some are corrupted twice. */
const MARGIN = 1.1;

interface Measured {
  readonly list: List;
  readonly entries: number;
  readonly pages: readonly { readonly page: Page; readonly asked: number[]; readonly bare: number[] }[];
}

/** The fault list and the quarantine, page by page over HTTP, beside a bare SQL statement for the same page. */
export async function benchLists({ sizes, runs }: ListsBench): Promise<void> {
  const measured: Measured[] = [];
  let version = '';
  let busy = '';
  for (const size of sizes) {
    const directory = await loaded(size);
    const database = await openBench(directory);
    const product = await runProduct(settingsOf(directory));
    try {
      version = database.version;
      await database.client.query('analyze');
      for (const list of [FAULTS, QUARANTINE])
        measured.push(await measure(list, { product, client: database.client, runs }));
      busy = load();
    } finally {
      await product.stop();
      await product.database.stop();
      await database.stop();
    }
  }
  keepReport({
    scenario: 'lists',
    title: 'Faults and quarantined rows, page by page, beside bare SQL',
    machine: [...describeMachine(version), `- load ${busy} at the end`],
    body: [
      ...measured.flatMap(({ list, entries, pages }) => [
        `## ${list.title}: ${grouped(entries)}`,
        asTable(pages),
      ]),
      `Milliseconds, medians of ${runs} after ${WARM_UP} to warm up, one at a time. ${NOTES}`,
    ],
  });
}

async function measure(
  list: List,
  { product, client, runs }: { product: RunningProduct; client: Client; runs: number },
): Promise<Measured> {
  tell(`Paging through the ${list.title.toLowerCase()}…`);
  const { entries, pages } = await pagesOf(list, { product, client });
  const turns = { warmUp: WARM_UP, runs };
  const measured: Measured['pages'][number][] = [];
  for (const page of pages) {
    const asked = await repeated(turns, async () => {
      const { errors } = await product.ask('admin', questionOf(list, page), page.variables);
      if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
    });
    const bare = await repeated(turns, () => client.query(page.bare.sql, [...page.bare.values]));
    measured.push({ page, asked, bare });
  }
  return { list, entries, pages: measured };
}

/** Imports of all sources with so many rows that cannot be counted, once, kept for the next time. */
async function loaded(size: number): Promise<string> {
  const directory = benchPath(`lists-${size}`);
  const done = `${directory}.loaded`;
  if (fs.existsSync(done)) return directory;
  removeDirectory(directory);
  const database = await openBench(directory);
  const rows = Math.ceil((size / benchSources.size / QUARANTINED) * MARGIN);
  for (const source of benchSources.values()) {
    const file = await dirtyExtractOf(source, rows);
    tell(`Importing ${grouped(rows)} rows of ${source.name}, once for this bench…`);
    await measuredImport({ directory, source: source.name, file });
  }
  await database.stop();
  fs.writeFileSync(done, '');
  return directory;
}

function dirtyExtractOf({ name, extension, extract }: BenchSource, rows: number): Promise<string> {
  const file = `${name}-dirty-${rows}.${extension}`;
  return madeUpOnce({
    file,
    rows,
    blocks: () => extract({ seed: SEED, rows }, { quarantined: QUARANTINED }),
  });
}

function asTable(pages: Measured['pages']): Table {
  return [
    ['page', 'rows', 'through the gateway', 'slowest', 'bare SQL', 'times'],
    ...pages.map(({ page, asked, bare }) => [
      page.title,
      String(page.rows),
      median(asked).toFixed(1),
      Math.max(...asked).toFixed(1),
      median(bare).toFixed(1),
      (median(asked) / median(bare)).toFixed(1),
    ]),
  ];
}

const NOTES = `Asked by an admin, who sees every row: 50 at a time. Bare SQL is one statement for the same page over the
same tables, its totals included where they were asked for, by a superuser on a connection of its own. What the gateway adds
is sign-in, planning, one request to a subgraph, row-level security, cursors and JSON over HTTP.`;
