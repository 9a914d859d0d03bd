import { parseArgs } from 'node:util';
import { benchImport } from '../bench/import';
import { benchMeasures } from '../bench/measures';
import { benchStart } from '../bench/start';
import { runMain } from './product/refusal';

const WRONG_USAGE = 2;

const USAGE = `Usage: npm run bench -- SCENARIO [--sizes N,N…] [--runs N]

  start     the first start of a clean clone, and warm starts (--runs 5)
  import    the corporate system's import (--sizes 10000,1000000 --runs 3)
  measures  figures and a list (--sizes 1000,100000,1000000 --runs 30)

What each measures, and how to read it: bench/README.md
`;

interface Wanted {
  readonly sizes: readonly number[] | null;
  readonly runs: number | null;
}

const SCENARIOS: Readonly<Record<string, (wanted: Wanted) => Promise<void>>> = {
  start: ({ runs }) => benchStart({ runs: runs ?? 5, environment: process.env }),
  import: ({ sizes, runs }) => benchImport({ sizes: sizes ?? [10_000, 1_000_000], runs: runs ?? 3 }),
  measures: ({ sizes, runs }) =>
    benchMeasures({ sizes: sizes ?? [1_000, 100_000, 1_000_000], runs: runs ?? 30 }),
};

/** `npm run bench -- SCENARIO`: measures on this machine, and keeps the report in bench/reports. */
runMain(async () => {
  const run = wanted(process.argv.slice(2));
  if (run !== null) return run();
  process.stderr.write(USAGE);
  process.exitCode = WRONG_USAGE;
});

function wanted(args: string[]): (() => Promise<void>) | null {
  const { name, more, values } = read(args);
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  const sizes = values.sizes?.split(',').map(Number) ?? null;
  const runs = values.runs === undefined ? null : Number(values.runs);
  const areCounts = [...(sizes ?? []), ...(runs === null ? [] : [runs])].every(isCount);
  return scenario && more.length === 0 && areCounts ? () => scenario({ sizes, runs }) : null;
}

function read(args: string[]) {
  try {
    const options = { sizes: { type: 'string' }, runs: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [name = '', ...more] = positionals;
    return { name, more, values };
  } catch {
    return { name: '', more: [], values: {} };
  }
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 1;
}
