/** A table of sums of facts. Those are no tables of TypeORM's: values of their keys may be null. */
export interface Rollup {
  readonly name: string;
  /** With its schema. */
  readonly table: string;
  /** What a cell is told apart by: `month` or `day`, and columns of `stage_fact` under their own names. */
  readonly keys: readonly string[];
  /** What a cell counts. A cell in which all is 0 is not kept. */
  readonly counts: readonly string[];
}

/** What of a stage is counted by the month in which it happened. */
export const FLOW_COUNTS = [
  'received',
  'escalated',
  'direct',
  'went_on',
  'acknowledged',
  'acknowledged_in_time',
  'answered',
  'answered_in_time',
  'upheld',
  'partially_upheld',
  'not_upheld',
  'closed',
] as const;
export type FlowCount = (typeof FLOW_COUNTS)[number];

const STATE_COUNTS = ['open', 'overdue'] as const;
const BASE = ['month', 'stream', 'stage'] as const;
const SERVICE = ['service_id', 'directorate_id'] as const;

const rollup = (name: string, keys: readonly string[], counts: readonly string[]): Rollup => ({
  name,
  table: `insight.${name}`,
  keys,
  counts,
});

/** What happened in each month, by stream and stage, and by one more side of a stage. */
export const FLOWS: readonly Rollup[] = [
  rollup('flow_by_month', BASE, FLOW_COUNTS),
  rollup('flow_by_service', [...BASE, ...SERVICE], FLOW_COUNTS),
  rollup('flow_by_theme', [...BASE, 'theme'], FLOW_COUNTS),
  rollup('flow_by_channel', [...BASE, 'channel'], FLOW_COUNTS),
  rollup('flow_by_handling', [...BASE, 'route', 'outcome', 'closure_reason'], FLOW_COUNTS),
];

/** How many stages took how many working days to answer, by the month of the answer, and by service too. */
export const ANSWER_DAYS: readonly Rollup[] = [
  rollup('answer_days', [...BASE, 'days_to_answer'], ['answered']),
  rollup('answer_days_by_service', [...BASE, ...SERVICE, 'days_to_answer'], ['answered']),
];

/** Changes of what is open, by month, and by day where that is kept too, with the same further keys. */
export interface Changes {
  readonly months: Rollup;
  readonly days: Rollup | null;
}

/**
 * By how much the number of open and of overdue stages changed: what was open at the end of a day is the sum of all changes
 * up to it.
 */
export const CHANGES: readonly Changes[] = [
  {
    months: rollup('open_by_month', BASE, STATE_COUNTS),
    days: rollup('open_by_day', ['day', 'stream', 'stage'], STATE_COUNTS),
  },
  { months: rollup('open_by_month_and_service', [...BASE, ...SERVICE], STATE_COUNTS), days: null },
];

/** Every rollup. */
export const ROLLUPS: readonly Rollup[] = [
  ...FLOWS,
  ...ANSWER_DAYS,
  ...CHANGES.flatMap(({ months, days }) => (days === null ? [months] : [months, days])),
];
