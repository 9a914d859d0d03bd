import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dirtOf } from '../../../demo/dirt';
import { generateCorporate } from '../../../demo/generate';

const ROWS = 10_000;
const TIMES = 10;
const MOST_GROWTH_BYTES = 150_000_000;

/** Reads and maps the file in a process of its own, and prints how far memory rose after the first tenth of the rows. */
const READER = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  const { jsc, module: kind } = JSON.parse(readFileSync('.swcrc', 'utf8'));
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { filename, swcrc: false, jsc, module: kind }).code, filename);
  const { corporateCrm } = require('./imports/corporate-crm/source.ts');
  const { testFacts } = require('./imports/testing.ts');
  (async () => {
    let [rows, kept, base, most] = [0, 0, 0, 0];
    for await (const batch of corporateCrm.read({ file: process.argv[1], maximumBytes: 1e9 })) {
      for (const row of batch) kept += corporateCrm.map(row, testFacts).kind === 'taken' ? 1 : 0;
      rows += batch.length;
      const { rss } = process.memoryUsage();
      if (rows <= ${ROWS}) base = rss;
      most = Math.max(most, rss);
    }
    console.log(JSON.stringify({ rows, kept, growth: most - base }));
  })();
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The same rows over and over: ten times the rows at a tenth of the time. */
async function largeFile(): Promise<string> {
  const blocks: string[] = [];
  for await (const block of generateCorporate({ seed: 1, rows: ROWS, dirt: dirtOf(1) })) blocks.push(block);
  const file = join(folder, 'large.csv');
  const handle = await open(file, 'w');
  await handle.write(blocks[0] ?? '');
  for (let time = 0; time < TIMES; time += 1) for (const block of blocks.slice(1)) await handle.write(block);
  await handle.close();
  return file;
}

it('needs no more memory for 100,000 rows than for 10,000', async () => {
  const args = ['--max-old-space-size=128', '-e', READER, await largeFile()];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(__dirname, '../../..') });
  const { rows, kept, growth } = JSON.parse(stdout);
  expect(rows).toBeGreaterThan(95_000);
  expect(kept).toBeGreaterThan(75_000);
  expect(growth).toBeLessThan(MOST_GROWTH_BYTES);
}, 60_000);
