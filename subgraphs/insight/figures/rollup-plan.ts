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

/** What tells what happened: the whole months of a rollup, and facts for those that a day divides. */
export interface MonthsPlan {
  readonly rollup: Rollup;
  /** The months that a day divides, in order, each as its first day. */
  readonly divided: readonly Day[];
}

/** The beginning and the end of a period, and a day as at which, and one more such period. Of more, facts tell everything. */
const MOST_DIVIDED = 5;

/** What holds what happened in the months of a question. */
export const flowsFor = (question: Asked): MonthsPlan | null => monthsFor(FLOWS, question);

/** What holds how many working days the answers of a question took. */
export const answerDaysFor = (question: Asked): MonthsPlan | null => monthsFor(ANSWER_DAYS, question);

function monthsFor(rollups: readonly Rollup[], question: Asked): MonthsPlan | null {
  const divided = dividedMonths(question);
  const rollup = rollups.find((each) => isAble(each, columnsOf(question), question));
  return rollup === undefined || divided.length > MOST_DIVIDED ? null : { rollup, divided };
}

/**
 * What tells how things stood on some days: the changes of months, and for the months that a day divides those of days, or
 * facts where no rollup has them by day.
 */
export interface ChangesPlan extends Changes {
  /** The months that a day divides, in order, each as its first day. */
  readonly divided: readonly Day[];
}

/** The rollups that hold what changed up to each of `days`. */
export function changesFor(question: Asked, days: readonly Day[]): ChangesPlan | null {
  const columns = columnsOf(question);
  const divided = [...new Set(days.filter((day) => day !== lastDayOfMonth(day)).map(monthOf))].sort();
  const can = (rollup: Rollup | null) => rollup !== null && isAble(rollup, columns, question);
  const able =
    CHANGES.find((each) => can(each.months) && (divided.length === 0 || can(each.days))) ??
    CHANGES.find((each) => can(each.months) && each.days === null && divided.length <= MOST_DIVIDED);
  return able ? { ...able, divided } : null;
}

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

/** The months of which some days are asked for and others are not: what came later than the day as at which is left out too. */
function dividedMonths({ asAt, isCut, filter: { days } }: Asked): readonly Day[] {
  const periods = [days, ...(days.ranges ?? []), { from: null, to: isCut ? asAt : null }];
  const divided = periods.flatMap(({ from, to }) => [
    ...(from === null || from === monthOf(from) ? [] : [monthOf(from)]),
    ...(to === null || to === lastDayOfMonth(to) ? [] : [monthOf(to)]),
  ]);
  return [...new Set(divided)].sort();
}
