import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../scripts/product/root';
import type { Asked } from './asked';
import { machine, seconds, table } from './machine';
import { run, runUntil } from './process';

const READY = 'The product is ready.';

/** A clean clone's first start and its second, step by step. */
export async function start({ environment }: Asked): Promise<string> {
  const before = machine();
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-start-'));
  const env = { ...environment, GATEWAY_PORT: '4999', DATA_DIR: path.join(directory, '.data') };
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, directory]);
    const program = path.join('scripts', 'run.cjs');
    const installed = await run({ args: [program, 'build'], directory, env });
    const first = await runUntil({ args: [program, 'start'], directory, env }, READY);
    const warm = [];
    for (let turn = 0; turn < 5; turn += 1) {
      warm.push((await runUntil({ args: [program, 'start'], directory, env }, READY)).millis);
    }
    const fastest = Math.min(...warm);
    const rows = [
      ['install and build, nothing there before', seconds(installed.millis)],
      ['first start: initdb, migrations, the demonstration loaded', seconds(first.millis)],
      ['of these, until the first extract is loaded', seconds(whenPrinted(first.output, 'Loading'))],
      ['warm start, five times', `${seconds(fastest)} to ${seconds(Math.max(...warm))}`],
    ];
    return `# Start\n\n${before}\n\n${table(['step', 'time'], rows)}\n`;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function whenPrinted(output: string, words: string): number {
  const line = output.split('\n').find((each) => each.includes(words));
  return Number(line?.split('\t')[0] ?? Number.NaN);
}
