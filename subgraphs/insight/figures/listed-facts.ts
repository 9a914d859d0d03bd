import type { Parameters } from '../../../counting/days-sql';
import { isOfAgeSql } from './ages-sql';
import { isCount } from './asked-figures';
import { ANSWERED, type AsAt, type CountedFacts, RECEIVED } from './catalogue/counted-facts';
import { COUNTS, MEASURES, type Measure } from './catalogue/measure-catalogue';
import { type Checked, recordedFrom } from './check-question';
import { asAtSql } from './count-facts';
import { filterSql, partsSql } from './filter-sql';
import { isOpenSql } from './open-stages';
import { stateDays } from './state-days';

/** The facts that stand behind a figure, as SQL: their table, what identifies each, its day, and what they hold. */
export interface ListedFacts {
  readonly table: string;
  readonly id: string;
  /** SQL of the id of the stage, complaint or case that it is, or is of. */
  readonly subject: string;
  readonly day: string;
  readonly conditions: readonly string[];
}

/** What a measure counts; of a rate what it is divided by, of a distribution what it is of. What is open is listed by receipt. */
export function listedFacts(
  measure: Measure,
  { parameters, checked }: { readonly parameters: Parameters; readonly checked: Checked },
): ListedFacts {
  const asAt = asAtSql(checked.at, parameters);
  if (MEASURES[measure].kind === 'state') return waiting(measure, { parameters, checked, asAt });
  const { facts, holds } = countedBehind(measure);
  const { day, dated } = facts.at(asAt);
  const conditions = [dated, holds(asAt), filterSql(checked.filter, parameters)(day)];
  return { table: facts.table, id: facts.id, subject: facts.subject ?? facts.id, day, conditions };
}

interface Behind {
  readonly facts: CountedFacts;
  readonly holds: (asAt: AsAt) => string;
}

function countedBehind(measure: Measure): Behind {
  if (isCount(measure)) return COUNTS[measure];
  const definition = MEASURES[measure];
  if (definition.kind !== 'rate') return { facts: ANSWERED, holds: () => 'days_to_answer is not null' };
  const counts = definition.of.denominator.map((name): Behind => COUNTS[name]);
  return {
    facts: counts[0]?.facts ?? RECEIVED,
    holds: (asAt) => `(${counts.map(({ holds }) => holds(asAt)).join(' or ')})`,
  };
}

function waiting(
  measure: Measure,
  { parameters, checked, asAt }: { parameters: Parameters; checked: Checked; asAt: AsAt },
): ListedFacts {
  const { filter, at, recording } = checked;
  const [state] = stateDays({ by: [], filter, ...at }, recordedFrom(recording));
  const place = { table: RECEIVED.table, id: RECEIVED.id, subject: RECEIVED.id, day: 'received_on' };
  if (state === undefined) return { ...place, conditions: ['false'] };
  const day = parameters.bind(state.day, 'date');
  const late = measure === 'OVERDUE' ? [`due_on < ${day}`] : [];
  const aged = filter.ageBands
    ? [isOfAgeSql(filter.ageBands, { day: state.day, calendars: checked.calendars, parameters })]
    : [];
  return {
    ...place,
    conditions: [isOpenSql(day, asAt.day()), ...late, ...aged, ...partsSql(filter, parameters)],
  };
}
