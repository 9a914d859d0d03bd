import type { Parameters } from '../../../counting/days-sql';
import { isOfAgeSql } from './ages-sql';
import { isCount } from './asked-figures';
import {
  ANSWERED,
  type AsAt,
  type CountedFacts,
  type FactTables,
  PRESENT,
  RECEIVED,
} from './catalogue/counted-facts';
import { COUNTS, type CountMeasure, MEASURES, type Measure } from './catalogue/measure-catalogue';
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
  /** Gives SQL that is true of those that a rate's numerator counts too, and binds what it needs; null of what is no rate. */
  readonly numerator: (() => string) | null;
  readonly facts: CountedFacts;
}

interface Listing {
  readonly parameters: Parameters;
  readonly checked: Checked;
  /** Where the facts are read; left out, the facts as they are. */
  readonly tables?: FactTables;
}

/** What a measure counts; of a rate what it is divided by, of a distribution what it is of. What is open is listed by receipt. */
export function listedFacts(
  measure: Measure,
  { parameters, checked, tables = PRESENT }: Listing,
): ListedFacts {
  const asAt = asAtSql(checked.at, parameters);
  if (MEASURES[measure].kind === 'state') return waiting(measure, { parameters, checked, tables, asAt });
  const { facts, holds, divided } = countedBehind(measure);
  const { day, dated } = facts.at(asAt);
  const conditions = [dated, holds(asAt), filterSql(checked.filter, parameters)(day)];
  const numerator = divided === null ? null : () => divided(asAt);
  return { ...placeOf(facts, tables), day, conditions, numerator };
}

const placeOf = (
  facts: CountedFacts,
  tables: FactTables,
): Pick<ListedFacts, 'table' | 'id' | 'subject' | 'facts'> => ({
  ...{ table: facts.from(tables), id: facts.id, subject: facts.subject ?? facts.id, facts },
});

type Holds = (asAt: AsAt) => string;

interface Behind {
  readonly facts: CountedFacts;
  readonly holds: Holds;
  /** Of a rate, what is divided. */
  readonly divided: Holds | null;
}

function countedBehind(measure: Measure): Behind {
  if (isCount(measure)) return { ...COUNTS[measure], divided: null };
  const definition = MEASURES[measure];
  if (definition.kind !== 'rate')
    return { facts: ANSWERED, holds: () => 'days_to_answer is not null', divided: null };
  const { numerator, denominator } = definition.of;
  const [first] = denominator;
  return { facts: COUNTS[first ?? 'RECEIVED'].facts, holds: anyOf(denominator), divided: anyOf(numerator) };
}

/** What any of several counts counts. */
const anyOf =
  (names: readonly CountMeasure[]): Holds =>
  (asAt) =>
    `(${names.map((name) => COUNTS[name].holds(asAt)).join(' or ')})`;

function waiting(
  measure: Measure,
  { parameters, checked, asAt, tables }: Required<Listing> & { readonly asAt: AsAt },
): ListedFacts {
  const { filter, at, recording } = checked;
  const [state] = stateDays({ by: [], filter, ...at }, recordedFrom(recording));
  const place = { ...placeOf(RECEIVED, tables), day: 'received_on', numerator: null };
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
