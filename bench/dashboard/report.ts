import { grouped, median } from '../figures';
import { describeMachine } from '../machine';
import { keepReport, type Table } from '../report';
import { RUNS_OF_FACTS } from './asking';
import type { TitledAtOnce } from './at-once';
import type { MeasuredSize } from './measure-size';
import { DASHBOARD } from './questions';
import { PATIENCE_MILLIS, SLOW_ROUNDS, WARM_UP } from './rounds';

/** Keeps what was measured at some sizes as bench/reports/dashboard.md. */
export function reportDashboard(measured: readonly MeasuredSize[], runs: number): void {
  const largest = measured.at(-1);
  const size = grouped(largest?.stages ?? 0);
  keepReport({
    scenario: 'dashboard',
    title: 'The dashboard, and what is measured beside it',
    machine: describeMachine(measured[0]?.version ?? 'unknown'),
    body: [
      '## All twelve questions, one request',
      wholeTable(measured),
      `Milliseconds, medians of ${runs} after ${WARM_UP} to warm up, one at a time and everybody in turn; of what takes seconds
medians of ${SLOW_ROUNDS}. ${growthOf(measured)}`,
      '## How many times as long the others take',
      timesTable(measured),
      NOTES,
      '## On disk',
      diskTable(measured),
      `## Each by itself, counted anew, ${size} stages`,
      eachTable(largest),
      `## Requests a second, 50 connections, ${size} stages`,
      atOnceTable(largest?.atOnce ?? []),
      NOTES_AT_ONCE,
    ],
  });
}

const millisOf = (times: readonly number[], otherwise = ''): string =>
  times.length > 0 ? median(times).toFixed(1) : otherwise;

const timesOf = (slow: readonly number[], fast: readonly number[], otherwise = ''): string =>
  slow.length > 0 ? (median(slow) / median(fast)).toFixed(1) : otherwise;

const growthOf = (measured: readonly MeasuredSize[]): string => {
  const [first, last] = [measured[0]?.whole.anew ?? [], measured.at(-1)?.whole.anew ?? []];
  return `From the smallest to the largest size the product's time, counted anew, grows ${timesOf(last, first)} times.`;
};

const wholeTable = (measured: readonly MeasuredSize[]): Table => [
  ['stages', 'anew', 'slowest', 'kept', 'DuckDB', 'GROUP BY', 'PostGraphile', 'facts alone', 'load'],
  ...measured.map(({ stages, whole, fromFacts, load }) => [
    grouped(stages),
    millisOf(whole.anew),
    Math.max(...whole.anew).toFixed(1),
    millisOf(whole.kept),
    millisOf(whole.duckdb),
    millisOf(whole.groupBy),
    millisOf(whole.postgraphile, `more than ${grouped(PATIENCE_MILLIS)}`),
    millisOf(fromFacts, 'no answer in time'),
    load,
  ]),
];

const timesTable = (measured: readonly MeasuredSize[]): Table => [
  [
    'stages',
    'DuckDB',
    'GROUP BY',
    'PostGraphile',
    'DuckDB, of kept',
    'GROUP BY, of kept',
    'PostGraphile, of kept',
  ],
  ...measured.map(({ stages, whole: { anew, kept, duckdb, groupBy, postgraphile } }) => {
    const gaveUp = (fast: readonly number[]) => `> ${(PATIENCE_MILLIS / median(fast)).toFixed(0)}`;
    return [
      grouped(stages),
      timesOf(duckdb, anew),
      timesOf(groupBy, anew),
      timesOf(postgraphile, anew, gaveUp(anew)),
      timesOf(duckdb, kept),
      timesOf(groupBy, kept),
      timesOf(postgraphile, kept, gaveUp(kept)),
    ];
  }),
];

const diskTable = (measured: readonly MeasuredSize[]): Table => [
  ['stages', 'facts MB', 'rollups MB', 'rollups, of facts'],
  ...measured.map(({ stages, megabytes: { facts, rollups } }) => [
    grouped(stages),
    grouped(facts),
    grouped(rollups),
    `${((100 * rollups) / facts).toFixed(0)} %`,
  ]),
];

const eachTable = (size: MeasuredSize | undefined): Table => [
  ['question', 'over HTTP', 'GROUP BY', 'times'],
  ...DASHBOARD.map(({ title }, place) => {
    const { asked, bare } = size?.each[place] ?? { asked: [], bare: [] };
    return [title, millisOf(asked), millisOf(bare), timesOf(bare, asked)];
  }),
];

const atOnceTable = (atOnce: readonly TitledAtOnce[]): Table => [
  ['question', 'a second', 'median ms', 'slowest ms', 'bytes', 'load'],
  ...atOnce.map(({ title, aSecond, millis, bytes, load }) => [
    title,
    grouped(aSecond),
    median(millis).toFixed(0),
    millis.reduce((slowest, one) => Math.max(slowest, one), 0).toFixed(0),
    grouped(bytes),
    load,
  ]),
];

const NOTES = `"Anew" is after something new was projected; "kept" is asked again when nothing was. "Facts alone" is the same request
to the same product, told that every rollup differs from the facts (medians of ${RUNS_OF_FACTS}; the gateway waits ten seconds). The others
are asked the least for the same figures: for some they count less than the product, which also tells rows apart that nothing
asked for was counted of. What the product adds is sign-in, planning, row-level security, names, coverage, reach and nulls.

- **GROUP BY**: twelve statements over the facts, one after another, by a superuser on a connection of its own, without HTTP.
- **DuckDB**: the same twelve statements over the columns that they need, in a file of its own that was filled with the same rows;
  timed beside DuckDB itself, without HTTP, on all cores.
- **PostGraphile 5 with its aggregates plugin**, in a process of its own (Node 22), over HTTP, as a superuser, without sign-in: one
  request over a view of the facts that has columns to group by and numbers to sum. It cannot ask for a median or a percentile,
  and is asked for a mean in their place; received and answered by month are two lists, as are open and overdue. That days lie between
  two others, and what is open on a day, are conditions that were added to it in code.`;

const NOTES_AT_ONCE = `Fifty analysts, each on a connection of their own, for five seconds, asked from another thread of the same process.
"As a constant" is the same request where the part gives what it gave before without looking: what sign-in, the gateway and HTTP
cost by themselves where nothing is kept.`;
