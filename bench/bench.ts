import { parseArgs } from 'node:util';
import { runMain } from '../scripts/product/refusal';
import { benchCasework } from './casework';
import { benchCaseworkPages } from './casework-pages';
import { benchComplaints } from './complaints';
import { benchDashboard } from './dashboard';
import { benchDataQuality } from './data-quality';
import { benchExports } from './exports';
import { benchImport } from './import';
import { benchImportsAtOnce } from './imports-at-once';
import { benchLists } from './lists';
import { benchMeasures } from './measures';
import { benchOData } from './odata';
import { benchProjection } from './projection';
import { benchProtection } from './protection';
import { benchSearch } from './search';
import { benchSignals } from './signals';
import { benchSite } from './site';
import { type BenchSource, benchSources } from './sources';
import { benchStart } from './start';
import { benchSubscriptions } from './subscriptions';
import { benchViews } from './views';

const WRONG_USAGE = 2;

const USAGE = `Usage: npm run bench -- SCENARIO [--sizes N,N…] [--runs N] [--source SOURCE]

  start     the first start of a clean clone, and warm starts (--runs 5)
  import    one source's import (--source corporate-crm --sizes 10000,1000000 --runs 3);
            of ${[...benchSources.keys()].join(', ')}
  imports-at-once  two imports, one at a time and side by side (--sizes 10000 --runs 2)
  measures  figures and a list (--sizes 1000,100000,1000000 --runs 30)
  search    finding complaints by references, names and words (--sizes 1000,100000,1000000 --runs 40)
  complaints 50 complaints with their stages and ombudsman cases, at 50 connections
  casework  live complaints: one, worklists, 50 officers, figures that follow (--sizes 1000,100000,1000000 --runs 30)
  casework-pages  the site's pages of live complaints beside what they ask (--sizes 1000000 --runs 20)
  dashboard twelve figures in one request (--sizes 10000,100000,1000000,10000000 --runs 20)
  projection how fast figures follow (--sizes 100000,1000000)
  lists     the fault list and the quarantine (--sizes 100000 --runs 30)
  data-quality  the site's pages of what is wrong (--sizes 100000 --runs 30)
  protection what sign-in, row-level security, audit and small numbers cost (--runs 60)
  exports   stages as files of each format (--sizes 200000 --runs 3)
  subscriptions  an import while figures are followed (--sizes 5000)
  views     a dashboard by SQL views (--sizes 200000 --runs 20)
  signals   what is found and said falsely in made-up series (--sizes 1000 --runs 12: quarters before the change)
  odata     pages of stages by OData, at the beginning and at the end (--sizes 1010000 --runs 5)
  site      the site's pages beside what they ask (--sizes 1000000 --runs 20)

What each measures, and how to read it: bench/README.md
`;

interface Wanted {
  readonly sizes: readonly number[] | null;
  readonly runs: number | null;
  readonly source: BenchSource;
}

const DEFAULT_SOURCE = 'corporate-crm';

const SCENARIOS: Readonly<Record<string, (wanted: Wanted) => Promise<void>>> = {
  // biome-ignore lint/style/noProcessEnv: where npm gets its packages may stand there
  start: ({ runs }) => benchStart({ runs: runs ?? 5, environment: process.env }),
  import: ({ sizes, runs, source }) =>
    benchImport({ source, sizes: sizes ?? [10_000, 1_000_000], runs: runs ?? 3 }),
  'imports-at-once': ({ sizes, runs }) => benchImportsAtOnce({ rows: sizes?.[0] ?? 10_000, runs: runs ?? 2 }),
  casework: ({ sizes, runs }) =>
    benchCasework({ sizes: sizes ?? [1_000, 100_000, 1_000_000], runs: runs ?? 30 }),
  'casework-pages': ({ sizes, runs }) =>
    benchCaseworkPages({ size: sizes?.[0] ?? 1_000_000, runs: runs ?? 20 }),
  complaints: () => benchComplaints(),
  search: ({ sizes, runs }) => benchSearch({ sizes: sizes ?? [1_000, 100_000, 1_000_000], runs: runs ?? 40 }),
  dashboard: ({ sizes, runs }) =>
    benchDashboard({ sizes: sizes ?? [10_000, 100_000, 1_000_000, 10_000_000], runs: runs ?? 20 }),
  projection: ({ sizes }) => benchProjection({ sizes: sizes ?? [100_000, 1_000_000] }),
  lists: ({ sizes, runs }) => benchLists({ sizes: sizes ?? [100_000], runs: runs ?? 30 }),
  'data-quality': ({ sizes, runs }) => benchDataQuality({ size: sizes?.[0] ?? 100_000, runs: runs ?? 30 }),
  protection: ({ runs }) => benchProtection({ runs: runs ?? 60 }),
  exports: ({ sizes, runs }) => benchExports({ sizes: sizes ?? [200_000], runs: runs ?? 3 }),
  subscriptions: ({ sizes }) => benchSubscriptions({ rows: sizes?.[0] ?? 5_000 }),
  views: ({ sizes, runs }) => benchViews({ sizes: sizes ?? [200_000], runs: runs ?? 20 }),
  odata: ({ sizes, runs }) => benchOData({ sizes: sizes ?? [1_010_000], runs: runs ?? 5 }),
  signals: async ({ sizes, runs }) => benchSignals({ series: sizes?.[0] ?? 1_000, before: runs ?? 12 }),
  site: ({ sizes, runs }) => benchSite({ size: sizes?.[0] ?? 1_000_000, runs: runs ?? 20 }),
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
  const source = benchSources.get(values.source ?? DEFAULT_SOURCE);
  // A source that is asked of another scenario would be passed over.
  const isSourced = values.source === undefined || name === 'import';
  if (!scenario || !source || more.length > 0 || !areCounts || !isSourced) return null;
  return () => scenario({ sizes, runs, source });
}

function read(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { sizes: text, runs: text, source: text };
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
