import { once } from 'node:events';
import fs from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { asLine } from '../demo/csv-lines';
import { sources } from '../imports/sources';
import { grouped, median, spread, timed } from './figures';
import { describeMachine, load } from './machine';
import { type MeasuredImport, measuredImport } from './measured-import';
import { type BenchDatabase, openBench, removeDirectory } from './open-bench';
import { benchPath } from './place';
import { keepReport, type Table, tell } from './report';
import { type BenchSource, extractOf } from './sources';

export interface ImportBench {
  readonly source: BenchSource;
  readonly sizes: readonly number[];
  /** How often a size up to 100,000 rows is measured; larger ones are measured once. */
  readonly runs: number;
}

interface Measured {
  readonly rows: number;
  readonly imports: MeasuredImport[];
  readonly copies: number[];
  readonly loads: string[];
  readonly version: string;
}

const MEASURED_ONCE_FROM = 100_001;

/** The import of made-up extracts of some sizes, each beside a bare COPY of the same rows in the same run. */
export async function benchImport({ source, sizes, runs }: ImportBench): Promise<void> {
  const measured: Measured[] = [];
  for (const rows of sizes)
    measured.push(await measure(source, { rows, runs: rows < MEASURED_ONCE_FROM ? runs : 1 }));
  const [first] = measured;
  keepReport({
    scenario: source.report,
    title: `Import of ${sources[source.name].title}, beside a bare COPY of the same rows`,
    machine: describeMachine(first?.version ?? 'unknown'),
    body: [asTable(measured), NOTES],
  });
}

async function measure(
  source: BenchSource,
  { rows, runs }: { rows: number; runs: number },
): Promise<Measured> {
  const file = await extractOf(source, rows);
  const plain = await plainRowsOf(source, file);
  const measured: Measured = { rows, imports: [], copies: [], loads: [], version: '' };
  let version = '';
  for (let run = 1; run <= runs; run += 1) {
    const directory = benchPath('import');
    removeDirectory(directory);
    const database = await openBench(directory);
    version = database.version;
    tell(`Importing ${grouped(rows)} rows (${run} of ${runs})…`);
    measured.imports.push(await measuredImport({ directory, source: source.name, file }));
    measured.loads.push(load());
    measured.copies.push(await copyPlain(database, { plain, columns: columnsOf(source) }));
    await database.stop();
    removeDirectory(directory);
  }
  fs.rmSync(path.dirname(plain), { recursive: true });
  return { ...measured, version };
}

/** The columns of the file; one for the whole line where it has none. */
function columnsOf({ name }: BenchSource): readonly string[] {
  const { header } = sources[name];
  return header.length > 0 ? header : ['line'];
}

/** The rows of an extract as COPY takes them: each with as many cells as there are columns, nothing between them. */
async function plainRowsOf({ name }: BenchSource, file: string): Promise<string> {
  // The server reads it by itself, as a user of its own.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  fs.chmodSync(folder, 0o755);
  const plain = path.join(folder, 'rows.csv');
  const output = fs.createWriteStream(plain, { mode: 0o644 });
  for await (const lines of linesOf(name, file)) {
    if (!output.write(lines)) await once(output, 'drain');
  }
  await new Promise<void>((resolve) => output.end(resolve));
  return plain;
}

async function* linesOf(name: BenchSource['name'], file: string): AsyncGenerator<string> {
  const { header, read } = sources[name];
  if (header.length === 0) {
    for await (const line of createInterface({ input: fs.createReadStream(file) })) yield asLine([line]);
    return;
  }
  for await (const rows of read({ file, maximumBytes: Number.MAX_SAFE_INTEGER })) {
    yield rows.map(({ cells }) => asLine(header.map((column) => cells[column] ?? ''))).join('');
  }
}

/** A table with the same columns, without an index, a key or a policy: the least that a database can do with the rows. */
async function copyPlain(
  { client }: BenchDatabase,
  { plain, columns }: { plain: string; columns: readonly string[] },
): Promise<number> {
  await client.query(`create table public.plain_row (${columns.map((name) => `"${name}" text`).join(', ')})`);
  const { millis } = await timed(() => client.query(`copy public.plain_row from '${plain}' (format csv)`));
  await client.query('drop table public.plain_row');
  return millis;
}

function asTable(measured: readonly Measured[]): Table {
  return [
    [
      'rows',
      'seconds',
      'rows a second',
      'bare COPY, s',
      'times COPY',
      "importer's peak, MB",
      "importer's CPU, s",
      'load',
    ],
    ...measured.map(({ rows, imports, copies, loads }) => {
      const seconds = imports.map(({ millis }) => millis / 1000);
      const copied = median(copies) / 1000;
      return [
        grouped(rows),
        `${median(seconds).toFixed(1)} (${spread(seconds, 1)})`,
        grouped(rows / median(seconds)),
        copied.toFixed(2),
        (median(seconds) / copied).toFixed(1),
        Math.max(...imports.map(({ peakBytes }) => peakBytes / 1e6)).toFixed(0),
        (median(imports.map(({ cpuMillis }) => cpuMillis)) / 1000).toFixed(1),
        loads.join(', '),
      ];
    }),
  ];
}

const NOTES = `Seconds are from the start of the command's process to its end, when the figures have followed; into an
empty database that runs already. COPY is the server's own, from a file of the same rows in UTF-8, into a table with
the same columns (one for the whole line where the file has none), without an index. Load is the
machine's average over the minute at the end of each import, the import itself included.`;
