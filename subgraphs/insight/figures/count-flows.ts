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
import { COUNT_NAMES, COUNTS, type CountFigure } from './catalogue/measure-catalogue';
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
}

/** Whether rollups hold facts of this kind. What had closed as at an earlier day they do not know: it may have gone on since. */
export const isRolledUp = (facts: CountedFacts, { isCut }: Pick<AsAt, 'isCut'>): boolean =>
  KINDS.has(facts) && !(isCut && facts === CLOSED);

/** The selections that count the kinds of facts that `rollup` holds as selections of the facts themselves would. */
export function rolledUp(
  rollup: Rollup,
  { kinds, ...counting }: Counting & { kinds: readonly CountedFacts[] },
): readonly string[] {
  const held = kinds.filter((facts) => isRolledUp(facts, counting.asAt));
  if (held.length === 0) return [];
  const cells = cellsSql(rollup, held, counting);
  return held.includes(RECEIVED) ? [cells, wentOnLater(counting)] : [cells];
}

function cellsSql({ table }: Rollup, held: readonly CountedFacts[], counting: Counting): string {
  const { by, narrowed, asAt } = counting;
  const counts = COUNT_NAMES.map((name) => {
    const { facts, figure } = COUNTS[name];
    const column = COLUMNS[figure];
    return `${column && held.includes(facts) ? `sum(${column})` : '0::bigint'} as "${figure}"`;
  });
  // A cell that counts other kinds only is no row of these.
  const counted = held.map((facts) => `${KINDS.get(facts)} <> 0`).join(' or ');
  const rolled = `(select cell.*, null::text as body from ${table} cell) cell`;
  const known = asAt.isCut ? ` and month <= ${asAt.day()}` : '';
  const where = `(${counted}) and ${narrowed('month')}${known}`;
  return countedSql({ by, dimensions: DIMENSIONS, table: rolled, day: 'month', where, counts });
}

/** A rollup counts all that ever went on: those that did so later than the day asked about are taken off again. */
function wentOnLater({ by, narrowed, asAt }: Counting): string {
  const { table } = RECEIVED;
  const counts = COUNT_NAMES.map((name) =>
    name === 'WENT_ON' ? '-count(*) as "wentOn"' : `0::bigint as "${COUNTS[name].figure}"`,
  );
  const known = asAt.isCut ? ` and received_on <= ${asAt.day()}` : '';
  const where = `went_on_on > ${asAt.day()} and ${narrowed('received_on')}${known}`;
  return countedSql({ by, dimensions: DIMENSIONS, table, day: 'received_on', where, counts });
}
