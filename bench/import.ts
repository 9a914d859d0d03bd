import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { dirtOf } from '../demo/dirt';
import { generateCorporate } from '../demo/generate';
import { CORPORATE_COLUMNS } from '../imports/corporate-crm/columns';
import { startCluster } from '../platform/postgres/cluster';
import { ROOT } from '../scripts/product/root';
import type { Asked } from './asked';
import { machine, seconds, table } from './machine';
import { run } from './process';

const SEED = 7;

/** An import from the command to the figures, beside a bare COPY of the same file. */
export async function importRows({ rows, environment }: Asked): Promise<string> {
  const before = machine();
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
  const data = path.join(directory, 'data');
  const file = path.join(directory, 'rows.csv');
  try {
    // The database's own user has to reach the file.
    chmodSync(directory, 0o755);
    mkdirSync(data);
    // COPY takes no row that is too short or too long: so none is made up.
    const made = generateCorporate({ seed: SEED, rows, dirt: dirtOf(0) });
    await pipeline(Readable.from(made), createWriteStream(file));
    const cluster = await startCluster({ directory: data });
    const copyMillis = await copy(cluster.superuserUrl, file);
    const env = { ...environment, DATA_DIR: data, DEMO: 'off', DATABASE_URL: '' };
    const program = path.join('scripts', 'run.cjs');
    const imported = await run({
      args: [program, 'import', 'corporate-crm', file, '--json'],
      directory: ROOT,
      env,
    });
    await cluster.stop();
    return report({ before, rows, copyMillis, imported });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** PostgreSQL's own COPY of the file into a plain table of text columns. */
async function copy(superuserUrl: string, file: string): Promise<number> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const columns = CORPORATE_COLUMNS.map((_, index) => `c${index} text`).join(', ');
  await client.query(`create table plain (${columns})`);
  const started = performance.now();
  await client.query(`copy plain from '${file}' with (format csv, header true)`);
  const millis = performance.now() - started;
  await client.end();
  return millis;
}

function report({
  before,
  rows,
  copyMillis,
  imported,
}: {
  before: string;
  rows: number;
  copyMillis: number;
  imported: { millis: number; output: string; peakMegabytes: number | null };
}): string {
  const speed = (millis: number) => `${Math.round(rows / (millis / 1_000)).toLocaleString('en-GB')} rows/s`;
  const lines = [
    ['bare COPY', seconds(copyMillis), speed(copyMillis), '1'],
    [
      'import, to the figures',
      seconds(imported.millis),
      speed(imported.millis),
      (imported.millis / copyMillis).toFixed(1),
    ],
  ];
  const [, counts] = /("read":.*?),"faults"/.exec(imported.output) ?? [];
  return `# Import of ${rows.toLocaleString('en-GB')} rows

${before}

${table(['what', 'time', 'speed', 'ratio'], lines)}

Peak memory of the importer's process: ${imported.peakMegabytes ?? 'not known'} MB. The import said: ${counts ?? imported.output}
`;
}
