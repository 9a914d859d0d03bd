import type { DaySet } from '../../../counting/day-set';
import { DAY } from '../../../counting/dimensions';
import { type Day, monthOf } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import { keysOf } from '../../../platform/tables/keys-of';
import { ANSWER_DAYS, CHANGES, type Changes, FLOWS, type Rollup } from '../rollups/rollup-tables';
import type { CheckedParts } from './parts';
import type { Question } from './question';
import { DIMENSIONS, type Dimension } from './stage-dimensions';

// Which rollup can answer a question, or none: then the facts do. The first of those that can is the smallest.

/** What of a stage each part of a filter looks at. */
const PART_COLUMNS = {
  ...{ streams: ['stream'], stages: ['stage'] },
  ...{ services: ['service_id'], directorates: ['service_id', 'directorate_id'] },
  ...{ themes: ['theme'], channels: ['channel'], outcomes: ['outcome'], routes: ['route'] },
} as const satisfies Readonly<Record<keyof CheckedParts, readonly string[]>>;

/** No stage is an ombudsman's: that is known without any column. */
const OF_NO_STAGE = 'body';

type Asked = Pick<Question, 'by' | 'filter' | 'asAt' | 'isCut' | 'rollups'>;

/** The rollup that holds what happened in the months of a question. */
export function flowsFor(question: Asked): Rollup | null {
  return isOfWholeMonths(question) ? firstWith(FLOWS, columnsOf(question), question) : null;
}

/** The rollup that holds how many working days the answers of a question took. */
export function answerDaysFor(question: Asked): Rollup | null {
  return isOfWholeMonths(question) ? firstWith([ANSWER_DAYS], columnsOf(question), question) : null;
}

/** What tells how things stood on some days: the changes of months, and those of days for the months that a day divides. */
export interface ChangesPlan extends Changes {
  /** The months that a day divides, in order, each as its first day. */
  readonly divided: readonly Day[];
}

/** The rollups that hold what changed up to each of `days`. */
export function changesFor(question: Asked, days: readonly Day[]): ChangesPlan | null {
  const columns = columnsOf(question);
  const divided = [...new Set(days.filter((day) => day !== lastDayOfMonth(day)).map(monthOf))].sort();
  const can = (rollup: Rollup | null) => rollup !== null && isAble(rollup, columns, question);
  const able = CHANGES.find((each) => can(each.months) && (divided.length === 0 || can(each.days)));
  return able ? { ...able, divided } : null;
}

const firstWith = (rollups: readonly Rollup[], columns: readonly string[], question: Asked): Rollup | null =>
  rollups.find((rollup) => isAble(rollup, columns, question)) ?? null;

const isAble = (rollup: Rollup, columns: readonly string[], { rollups = [] }: Asked): boolean =>
  rollups.includes(rollup) && columns.every((column) => rollup.keys.includes(column));

/** The stored columns, besides the day, that dimensions and filter look at. */
function columnsOf({ by, filter }: Asked): readonly string[] {
  const dimensions = by.flatMap((dimension: Dimension): readonly string[] => DIMENSIONS[dimension].from);
  const parts = keysOf(PART_COLUMNS).flatMap((part): readonly string[] =>
    (filter[part] ?? null) === null ? [] : PART_COLUMNS[part],
  );
  return [...new Set([...dimensions, ...parts])].filter((column) => column !== DAY && column !== OF_NO_STAGE);
}

/** As at an earlier day, what came later is left out: months do not know of days. */
const isOfWholeMonths = ({ asAt, isCut, filter: { days } }: Asked): boolean =>
  !(isCut && asAt !== lastDayOfMonth(asAt)) && [days, ...(days.ranges ?? [])].every(hasWholeMonths);

const hasWholeMonths = ({ from, to }: Pick<DaySet, 'from' | 'to'>): boolean =>
  (from === null || from === monthOf(from)) && (to === null || to === lastDayOfMonth(to));
