import { countedSql } from '../../../counting/statement';
import type { FlowCount, Rollup } from '../rollups/rollup-tables';
import {
  ACKNOWLEDGED,
  ANSWERED,
  type AsAt,
  CLOSED,
  type CountedFacts,
  RECEIVED,
} from './catalogue/counted-facts';
import type { COMPLAINT_COUNTS } from './catalogue/counts';
import { COUNTS, type CountFigure, type CountMeasure } from './catalogue/measure-catalogue';
import type { FilterSql } from './filter-sql';
import type { Question } from './question';
import { DIMENSIONS } from './stage-dimensions';

/** The kinds of facts that rollups hold, each with the column that counts all of them. */
const KINDS: ReadonlyMap<CountedFacts, FlowCount> = new Map<CountedFacts, FlowCount>([
  [RECEIVED, 'received'],
  [ACKNOWLEDGED, 'acknowledged'],
  [ANSWERED, 'answered'],
  [CLOSED, 'closed'],
]);

type RolledFigure = (typeof COMPLAINT_COUNTS)[keyof typeof COMPLAINT_COUNTS]['figure'];

/** The column of each figure. */
const COLUMNS: Readonly<Partial<Record<CountFigure, FlowCount>>> = {
  ...{ received: 'received', escalated: 'escalated', direct: 'direct', wentOn: 'went_on' },
  ...{ acknowledged: 'acknowledged', acknowledgedInTime: 'acknowledged_in_time' },
  ...{ answered: 'answered', answeredInTime: 'answered_in_time' },
  ...{ upheld: 'upheld', partiallyUpheld: 'partially_upheld', notUpheld: 'not_upheld', closed: 'closed' },
} satisfies Readonly<Record<RolledFigure, FlowCount>>;

interface Counting {
  readonly by: Question['by'];
  readonly narrowed: FilterSql;
  readonly asAt: AsAt;
  /** What is counted; nothing else is, of the facts that make rows. */
  readonly counts: readonly CountMeasure[];
  /** SQL that is true of the days of the months that a day divides; null where there are none. */
  readonly divided: FilterSql | null;
}

/** Whether rollups hold facts of this kind. */
export const isRolledUp = (facts: CountedFacts): boolean => KINDS.has(facts);

/** The selections that count the kinds of facts that `rollup` holds as selections of the facts themselves would. */
export function rolledUp(
  rollup: Rollup,
  { kinds, ...counting }: Counting & { kinds: readonly CountedFacts[] },
): readonly string[] {
  const held = kinds.filter(isRolledUp);
  if (held.length === 0) return [];
  const { isCut } = counting.asAt;
  return [
    cellsSql(rollup, held, counting),
    ...(counting.divided === null ? [] : held.map((facts) => ofDividedMonths(facts, counting))),
    ...(counting.counts.includes('WENT_ON') && held.includes(RECEIVED) ? [wentOnLater(counting)] : []),
    ...(isCut && held.includes(CLOSED)
      ? [closedBeforeGoingOn(counting), answeredBeforeClosing(counting)]
      : []),
  ];
}

function cellsSql({ table }: Rollup, held: readonly CountedFacts[], counting: Counting): string {
  const { by, narrowed, asAt, divided } = counting;
  const counts = counting.counts.map((name) => {
    const { facts, figure } = COUNTS[name];
    const column = COLUMNS[figure];
    return `${column && held.includes(facts) ? `sum(${column})` : '0::bigint'} as "${figure}"`;
  });
  // A cell that counts other kinds only is no row of these.
  const counted = held.map((facts) => `${KINDS.get(facts)} <> 0`).join(' or ');
  const rolled = `(select cell.*, null::text as body from ${table} cell) cell`;
  const known = asAt.isCut ? ` and month <= ${asAt.day()}` : '';
  const whole = divided === null ? '' : ` and not ${divided('month')}`;
  const where = `(${counted}) and ${narrowed('month')}${known}${whole}`;
  return countedSql({ by, dimensions: DIMENSIONS, table: rolled, day: 'month', where, counts });
}

/** What had closed by the day asked about is counted as a rollup does; the few that it counts otherwise are put right for all months. */
function ofDividedMonths(facts: CountedFacts, counting: Counting): string {
  const { narrowed, asAt, divided } = counting;
  const { day, dated } = facts.at(facts === CLOSED ? { ...asAt, isCut: false } : asAt);
  const known = asAt.isCut ? `${day} <= ${asAt.day()}` : 'true';
  const where = `${dated} and ${known} and ${narrowed(day)} and ${divided?.(day) ?? 'false'}`;
  return countedFacts(facts, { ...counting, day, where });
}

/** A rollup counts all that ever went on: those that did so later than the day asked about are taken off again. */
function wentOnLater({ by, narrowed, asAt, divided, counts: counted }: Counting): string {
  const { table } = RECEIVED;
  const counts = counted.map((name) =>
    name === 'WENT_ON' ? '-count(*) as "wentOn"' : `0::bigint as "${COUNTS[name].figure}"`,
  );
  const known = asAt.isCut ? ` and received_on <= ${asAt.day()}` : '';
  const whole = divided === null ? '' : ` and not ${divided('received_on')}`;
  const where = `went_on_on > ${asAt.day()} and ${narrowed('received_on')}${known}${whole}`;
  return countedSql({ by, dimensions: DIMENSIONS, table, day: 'received_on', where, counts });
}

/** A rollup counts as closed what ended so for good; what had closed by the day asked about and went on later had closed then. */
function closedBeforeGoingOn(counting: Counting): string {
  const day = 'closed_on';
  const asAt = counting.asAt.day();
  const where = `closed_on < followed_on and followed_on > ${asAt} and closed_on <= ${asAt} and ${counting.narrowed(day)}`;
  return countedFacts(CLOSED, { ...counting, day, where });
}

/** The answer ends a stage until its system says another day. */
function answeredBeforeClosing(counting: Counting): string {
  const day = 'answered_on';
  const asAt = counting.asAt.day();
  const where = `answered_on < closed_on and closed_on > ${asAt} and answered_on <= ${asAt}
    and (followed_on is null or followed_on > ${asAt}) and ${counting.narrowed(day)}`;
  return countedFacts(CLOSED, { ...counting, day, where });
}

/** The facts of one event that `where` lets through, counted by `day`. Measures of other events count nothing of them. */
export function countedFacts(
  facts: CountedFacts,
  {
    by,
    asAt,
    day,
    where,
    counts: counted,
  }: Pick<Counting, 'by' | 'asAt' | 'counts'> & { readonly day: string; readonly where: string },
): string {
  const counts = counted.map((name) => {
    const measure = COUNTS[name];
    if (measure.facts !== facts) return `0::bigint as "${measure.figure}"`;
    const holds = measure.holds(asAt);
    const size = facts.times === undefined ? 'count(*)' : `sum(${facts.times})`;
    return holds === 'true'
      ? `${size} as "${measure.figure}"`
      : `${size} filter (where ${holds}) as "${measure.figure}"`;
  });
  return countedSql({ by, dimensions: DIMENSIONS, table: facts.table, day, where, counts });
}
