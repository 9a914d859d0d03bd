import { ANSWER_DAYS, FLOWS, type FlowCount, type Rollup } from './rollup-tables';

/** SQL of the bounds of the days that are recounted. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

/** What one of a stage's days adds to: SQL that says how much, of the stages for which it is true that it does. */
interface Addition {
  readonly day: string;
  readonly where: string;
  readonly counts: Readonly<Record<string, string>>;
}

const if1 = (condition: string): string => `case when ${condition} then 1 else 0 end`;

const FLOW_ADDITIONS: readonly (Addition & { counts: Partial<Record<FlowCount, string>> })[] = [
  {
    day: 'received_on',
    where: 'true',
    counts: {
      received: '1',
      escalated: if1("route = 'ESCALATED' and stage > 1"),
      direct: if1("route = 'DIRECT' and stage > 1"),
      went_on: if1('went_on_on is not null'),
    },
  },
  {
    day: 'acknowledged_on',
    where: 'acknowledged_on is not null',
    counts: { acknowledged: '1', acknowledged_in_time: if1('acknowledged_in_time') },
  },
  {
    day: 'answered_on',
    where: 'answered_on is not null',
    counts: {
      answered: '1',
      answered_in_time: if1('in_time'),
      upheld: if1("outcome = 'UPHELD'"),
      partially_upheld: if1("outcome = 'PARTIALLY_UPHELD'"),
      not_upheld: if1("outcome = 'NOT_UPHELD'"),
    },
  },
  { day: 'closed_on', where: 'closed_on is not null and followed_on is null', counts: { closed: '1' } },
];

const ENDED = 'coalesce(answered_on, followed_on, closed_on)';
const EVER_OPEN = `not ended_without_day and (${ENDED} is null or ${ENDED} > received_on)`;
const LATE_FROM = 'greatest(received_on, due_on + 1)';
const EVER_LATE = `${EVER_OPEN} and due_on is not null and (${ENDED} is null or ${ENDED} > ${LATE_FROM})`;

const CHANGE_ADDITIONS: readonly Addition[] = [
  { day: 'received_on', where: EVER_OPEN, counts: { open: '1' } },
  { day: ENDED, where: `${EVER_OPEN} and ${ENDED} is not null`, counts: { open: '-1' } },
  { day: LATE_FROM, where: EVER_LATE, counts: { overdue: '1' } },
  { day: ENDED, where: `${EVER_LATE} and ${ENDED} is not null`, counts: { overdue: '-1' } },
];

const DAYS_ADDITIONS: readonly Addition[] = [
  {
    day: 'answered_on',
    where: 'answered_on is not null and days_to_answer is not null',
    counts: { answered: '1' },
  },
];

/** A rollup's cells as the facts have them, in the order of its columns: of all days, or of those between two. */
export function recountSql(rollup: Rollup, between: Between | null): string {
  const additions = additionsOf(rollup).map((addition) => additionSql(rollup, addition, between));
  const { keys, counts } = rollup;
  const sums = counts.map((count) => `sum(${count})::int as ${count}`);
  return `select ${[...keys, ...sums].join(', ')} from (${additions.join(' union all ')}) told
    group by ${keys.join(', ')} having ${counts.map((count) => `sum(${count}) <> 0`).join(' or ')}`;
}

function additionsOf(rollup: Rollup): readonly Addition[] {
  if (FLOWS.includes(rollup)) return FLOW_ADDITIONS;
  return ANSWER_DAYS.includes(rollup) ? DAYS_ADDITIONS : CHANGE_ADDITIONS;
}

/** Grouped at once: what is joined afterwards is as small as the rollup. */
function additionSql({ keys, counts }: Rollup, addition: Addition, between: Between | null): string {
  const { day, where } = addition;
  const stored = keys.map((key) => (key === 'month' ? monthOf(day) : key === 'day' ? day : key));
  const named = stored.map((sql, place) => `${sql} as ${keys[place]}`);
  const sums = counts.map((count) => `sum(${addition.counts[count] ?? '0'}) as ${count}`);
  const within = between === null ? '' : ` and ${day} >= ${between.from} and ${day} <= ${between.to}`;
  return `select ${[...named, ...sums].join(', ')} from insight.stage_fact
    where ${where}${within} group by ${keys.map((_, place) => place + 1).join(', ')}`;
}

// Truncated as a timestamp: a bare date would become one with a time zone.
const monthOf = (day: string): string => `date_trunc('month', (${day})::timestamp)::date`;
