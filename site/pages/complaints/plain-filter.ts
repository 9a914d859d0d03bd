import { addDays, isDay } from '../../../domain/calendar/day';
import { type Period, parseFinancialYear, periodOf } from '../../../domain/calendar/financial-year';
import type { Filter } from '../../filters/parts';
import type { ComplaintFilter, ComplaintOrder } from '../../operations/__generated__/operations';

/** What a list of complaints is narrowed by beside the parts that figures have too. */
export const EXTRA_NAMES = {
  status: 'Status',
  overdue: 'Overdue',
  receivedFrom: 'Received from',
  receivedTo: 'Received to',
  dueFrom: 'Due from',
  dueTo: 'Due to',
  closedFrom: 'Closed from',
  closedTo: 'Closed to',
  closedDayKnown: 'Day of closing known',
} as const;
export type ExtraName = keyof typeof EXTRA_NAMES;
export type Extras = Readonly<Partial<Record<ExtraName, string>>>;

const EXTRAS = {
  status: ['OPEN', 'CLOSED'],
  overdue: ['true', 'false'],
  closedDayKnown: ['true', 'false'],
} as const;

/** Which complaints a page lists, as the graph takes it, and what of the address made no sense. */
export interface PlainFilter {
  readonly where: ComplaintFilter;
  readonly extras: Extras;
  readonly problems: readonly string[];
}

/** Reads which complaints are listed. The time of a filter of figures is the time in which complaints were received. */
export function readPlainFilter(query: Readonly<Record<string, unknown>>, filter: Filter): PlainFilter {
  const extras: Partial<Record<ExtraName, string>> = {};
  const problems: string[] = [];
  for (const name of extraNames()) {
    const value = query[name];
    if (value === undefined || value === '') continue;
    const says = problemWith(name, value);
    if (says === null && typeof value === 'string') extras[name] = value;
    else if (says !== null) problems.push(says);
  }
  const time = timeOf(filter);
  if (time === null)
    problems.push(
      'Complaints are listed by one period: choose quarters or years that follow each other, or days.',
    );
  if (filter.routes || filter.ageBands)
    problems.push(
      'How a stage was reached, and its age, narrow figures and their lists, not this one: both were left out.',
    );
  return { where: whereOf(filter, extras, time ?? {}), extras, problems };
}

const extraNames = (): ExtraName[] => Object.keys(EXTRA_NAMES).filter(isExtra);
const isExtra = (name: string): name is ExtraName => Object.hasOwn(EXTRA_NAMES, name);

function problemWith(name: ExtraName, value: unknown): string | null {
  const offered: readonly string[] | null =
    name === 'status' || name === 'overdue' || name === 'closedDayKnown' ? EXTRAS[name] : null;
  if (typeof value !== 'string') return `${EXTRA_NAMES[name]}: name it once.`;
  if (offered === null)
    return isDay(value) ? null : `${EXTRA_NAMES[name]}: “${value}” is no day. Write one such as 2021-09-30.`;
  return offered.includes(value)
    ? null
    : `${EXTRA_NAMES[name]}: there is no “${value}”. There is: ${offered.join(', ')}.`;
}

interface Time {
  readonly receivedFrom?: string;
  readonly receivedTo?: string;
}

/** The days that a filter's years, quarters and days have in common; null where they are more than one period. */
function timeOf({ financialYears, quarters, from, to }: Filter): Time | null {
  const spans = spansOf(financialYears ?? [], quarters ?? []);
  if (spans === null) return null;
  const [first, last] = [spans[0], spans.at(-1)];
  const receivedFrom = latest(first?.from, from);
  const receivedTo = latest(to, last?.to, (one, other) => one < other);
  return { ...(receivedFrom ? { receivedFrom } : {}), ...(receivedTo ? { receivedTo } : {}) };
}

function latest(
  one: string | undefined,
  other: string | undefined,
  isBetter = (a: string, b: string): boolean => a > b,
): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return isBetter(one, other) ? one : other;
}

function spansOf(years: readonly string[], quarters: NonNullable<Filter['quarters']>): Period[] | null {
  if (years.length === 0) return quarters.length === 0 ? [] : null;
  const spans = years
    .flatMap((text) => parseFinancialYear(text) ?? [])
    .flatMap((financialYear) =>
      quarters.length === 0
        ? (periodOf({ financialYear }) ?? [])
        : quarters.flatMap((quarter) => periodOf({ financialYear, quarter }) ?? []),
    )
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const follow = spans.every((span, index) => {
    const before = spans[index - 1];
    return before === undefined || addDays(before.to, 1) === span.from;
  });
  return follow ? spans : null;
}

function whereOf(filter: Filter, extras: Extras, time: Time): ComplaintFilter {
  const { status, overdue, closedDayKnown, receivedFrom, receivedTo, ...days } = extras;
  const { streams, stages, services, directorates, themes, channels, outcomes } = filter;
  const received = {
    receivedFrom: latest(time.receivedFrom, receivedFrom),
    receivedTo: latest(time.receivedTo, receivedTo, (one, other) => one < other),
  };
  return {
    streams,
    stages,
    services,
    directorates,
    themes,
    channels,
    outcomes,
    ...days,
    ...received,
    status: status === 'OPEN' || status === 'CLOSED' ? status : undefined,
    overdue: overdue === undefined ? undefined : overdue === 'true',
    closedDayKnown: closedDayKnown === undefined ? undefined : closedDayKnown === 'true',
  };
}

/** By what complaints can be ordered, as the heads of columns say it. */
export const ORDERS = {
  RECEIVED_ON: 'Received',
  DUE_ON: 'Due',
  CLOSED_ON: 'Closed',
  CHANGED_AT: 'Last changed',
} as const;
type OrderField = keyof typeof ORDERS;

export interface ListOrder {
  readonly field: OrderField;
  readonly direction: 'ASC' | 'DESC';
}

const isOrder = (text: unknown): text is OrderField =>
  typeof text === 'string' && Object.hasOwn(ORDERS, text);

/** The order that an address names; else the newest first, and of what is overdue what has waited longest. */
export function readOrder(
  query: Readonly<Record<string, unknown>>,
  { overdue }: Extras,
): ListOrder & ComplaintOrder {
  const usual: ListOrder =
    overdue === 'true' ? { field: 'DUE_ON', direction: 'ASC' } : { field: 'RECEIVED_ON', direction: 'DESC' };
  if (!isOrder(query.orderBy)) return usual;
  const { direction } = query;
  return { field: query.orderBy, direction: direction === 'DESC' || direction === 'ASC' ? direction : 'ASC' };
}
