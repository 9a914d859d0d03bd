import type { Parameters } from '../../../counting/days-sql';
import type { Day } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import { openStages } from './open-stages';
import type { ChangesPlan } from './rollup-plan';

/**
 * SQL that is true of the few stages that ended more than once, and not first by what ends them in the end: an answer after
 * its complaint had gone on. As at a day between, they ended otherwise. The same words as the index's.
 */
const ENDED_BEFORE = `(followed_on < answered_on or closed_on < answered_on
  or (answered_on is null and closed_on < followed_on))`;

const FOR_GOOD = `'infinity'::date`;

/**
 * SQL of the changes of what is open and overdue, from rollups: the same as `openStages` gives of the facts, summed up. Of
 * stages that ended otherwise as at `asAt`, what the rollups say is taken off, and what was known then put in its place.
 */
export function openCells(
  plan: ChangesPlan,
  { asAt, parameters }: { readonly asAt: string; readonly parameters: Parameters },
): string {
  const keys = plan.months.keys.filter((column) => column !== 'month').join(', ');
  const known = openStages({ asAt, where: [], stages: 'ended_before' });
  const inTheEnd = openStages({ asAt: FOR_GOOD, where: [], stages: 'ended_before' });
  // Read once, and by no parallel worker: to start one takes longer than all of this.
  return `(
    with ended_before as materialized (select * from insight.stage_fact where ${ENDED_BEFORE})
    select ${keys}, null::text as body, changed_on, open, overdue from (${cellsSql(plan, keys, parameters)}) cell
    union all select ${keys}, null, changed_on, open, overdue from ${known}
    union all select ${keys}, null, changed_on, -open, -overdue from ${inTheEnd}
  ) waiting`;
}

/** A month's changes show at its end; of a month that a day divides, each day's by itself, from facts where no rollup has them. */
function cellsSql({ months, days, divided }: ChangesPlan, keys: string, parameters: Parameters): string {
  const lastDay = `(month + interval '1 month' - interval '1 day')::date`;
  const whole = `select ${keys}, ${lastDay} as changed_on, open, overdue from ${months.table}`;
  if (divided.length === 0) return whole;
  const firsts = parameters.bind(divided, 'date[]');
  if (days === null)
    return `${whole} where month <> all(${firsts}) union all ${changesWithin(divided, keys, parameters)}`;
  const lasts = parameters.bind(
    divided.map((month): Day => lastDayOfMonth(month)),
    'date[]',
  );
  return `${whole} where month <> all(${firsts})
    union all select ${keys}, day, open, overdue from ${days.table}
      join unnest(${firsts}, ${lasts}) as divided (first, last) on day >= first and day <= last`;
}

/**
 * SQL of what changed in these months in the end, from the facts that any of their days touches: each kind of day is found by an
 * index of its own, and the few stages are read once.
 */
function changesWithin(months: readonly Day[], keys: string, parameters: Parameters): string {
  const spans = months.map((month) => {
    const [first, last] = [month, lastDayOfMonth(month)].map((day) => parameters.bind(day, 'date'));
    const within = (column: string): string => `${column} between ${first} and ${last}`;
    return {
      changes: within('changed_on'),
      // What is due on the last day of a month is overdue on the first of the next.
      touches: `${within('received_on')} or ${within('answered_on')} or ${within('followed_on')}
        or (${within('closed_on')} and followed_on is null) or ${within('due_on')}
        or due_on = ${first} - 1`,
    };
  });
  const changes = openStages({ asAt: FOR_GOOD, where: [], stages: 'touched' });
  return `(
    with touched as materialized (
      select * from insight.stage_fact where ${spans.map(({ touches }) => touches).join(' or ')})
    select ${keys}, changed_on, open, overdue from ${changes}
    where ${spans.map(({ changes: within }) => `(${within})`).join(' or ')})`;
}
