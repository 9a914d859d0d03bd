import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childrensDirtOf } from '../../../demo/childrens/dirt';
import { generateChildrens } from '../../../demo/childrens/generate-childrens';

const ROWS = 4_000;
const TIMES = 10;
const MOST_GROWTH_BYTES = 150_000_000;

/** Reads and maps the file in a process of its own, and prints how far memory rose after the first tenth of the rows. */
const READER = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  const { jsc, module: kind } = JSON.parse(readFileSync('.swcrc', 'utf8'));
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { filename, swcrc: false, jsc, module: kind }).code, filename);
  const { childrens } = require('./imports/childrens/source.ts');
  const { childrensFacts } = require('./imports/childrens/testing.ts');
  (async () => {
    let [rows, kept, base, most] = [0, 0, 0, 0];
    for await (const batch of childrens.read({ file: process.argv[1], maximumBytes: 1e9 })) {
      for (const row of batch) kept += childrens.map(row, childrensFacts).kind === 'taken' ? 1 : 0;
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

/** Ten times the same rows, each time followed by lines that nearly are too long and by one that is by far. */
async function largeFile(): Promise<string> {
  const blocks: string[] = [];
  for await (const block of generateChildrens({ seed: 1, rows: ROWS, dirt: childrensDirtOf(1) }))
    blocks.push(block);
  const file = join(folder, 'large.jsonl');
  const handle = await open(file, 'w');
  const long = `{"summary":"${'x'.repeat(1_000_000)}"}\n`;
  const endless = `{"summary":"${'x'.repeat(20_000_000)}"}\n`;
  for (let time = 0; time < TIMES; time += 1) {
    for (const block of blocks) await handle.write(block);
    for (let line = 0; line < 10; line += 1) await handle.write(long);
    await handle.write(endless);
  }
  await handle.close();
  return file;
}

it('needs no more memory for 40,000 lines than for 4,000, nor for lines of any length', async () => {
  const args = ['--max-old-space-size=128', '-e', READER, await largeFile()];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(__dirname, '../../..') });
  const { rows, kept, growth } = JSON.parse(stdout);
  expect(rows).toBe(TIMES * (ROWS + 11));
  expect(kept).toBeGreaterThan(38_000);
  expect(growth).toBeLessThan(MOST_GROWTH_BYTES);
}, 60_000);
