import { TODAY } from '../../scripts/testing/test-product';
import { type Divided, type Measured, measuredThings, type Then, waitingOn } from '../recount/measured';
import { endOf, isBeforeLive, isLiveOn, isSpokenOf } from '../recount/own-reach';
import { type OwnTables, STREAMS } from '../recount/own-tables';
import type { MeasuresQuestion, Where } from './random-measures';

const STAGE_FIGURES = [
  ...['received', 'escalated', 'direct', 'wentOn', 'acknowledged', 'acknowledgedInTime', 'answered'],
  ...['answeredInTime', 'upheld', 'partiallyUpheld', 'notUpheld', 'closed'],
];
const CASE_FIGURES = [
  ...['referredToOmbudsman', 'ombudsmanDecided', 'upheldByOmbudsman'],
  ...['remediesDue', 'remediesDone', 'remediesDoneInTime'],
];
/** No inherited system recorded what was promised: of records that are loaded they are null throughout. */
export const PROMISE_FIGURES =
  `promisesMade promisesDue promisesKeptInTime promisesKeptLate promisesOverdue promisesLate inTimeWithPromises
  inTimePromiseLate promiseKeptInTimeRate promiseKeptRate inTimePromiseLateRate`.split(/\s+/);
export const STATE_FIGURES = ['open', 'overdue'];
const RATES: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  inTimeRate: [['answeredInTime'], ['answered']],
  acknowledgedInTimeRate: [['acknowledgedInTime'], ['acknowledged']],
  upholdRate: [
    ['upheld', 'partiallyUpheld'],
    ['upheld', 'partiallyUpheld', 'notUpheld'],
  ],
  wentOnRate: [['wentOn'], ['received']],
  remedyComplianceRate: [['remediesDoneInTime'], ['remediesDue']],
};
const DAYS = ['daysToAnswerMean', 'daysToAnswerMedian', 'daysToAnswerP90'];
/** Every figure of a row. */
export const FIGURES = [
  ...STAGE_FIGURES,
  ...CASE_FIGURES,
  ...PROMISE_FIGURES,
  'calls',
  ...STATE_FIGURES,
  ...Object.keys(RATES),
  ...DAYS,
];
const AGES = [10, 20, 40, 65] as const;
const BANDS = [
  ...['UP_TO_10_WORKING_DAYS', 'FROM_11_TO_20_WORKING_DAYS', 'FROM_21_TO_40_WORKING_DAYS'],
  ...['FROM_41_TO_65_WORKING_DAYS', 'OVER_65_WORKING_DAYS'],
] as const;
const TIMES: readonly string[] = ['financialYear', 'quarter', 'month'];

interface Cell {
  readonly values: Readonly<Record<string, unknown>>;
  readonly counts: Map<string, number>;
  readonly days: number[];
}

/** What a figure is expected to be; `unknown`, where the test does not say. */
export interface ExpectedRow {
  readonly key: string;
  readonly figures: Readonly<Record<string, number | null | 'unknown'>>;
}

function financialYear(day: string): string {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
  return `${first}-${String(first + 1).slice(2)}`;
}
const quarter = (day: string): string => `Q${((Math.ceil(Number(day.slice(5, 7)) / 3) + 2) % 4) + 1}`;

function timeOf(day: string): Record<string, unknown> {
  return { financialYear: financialYear(day), quarter: quarter(day), month: `${day.slice(0, 7)}-01` };
}

/** Every day that records could speak of, in order, with its values of the dimensions of time. */
const CALENDAR = (() => {
  const days: { readonly day: string; readonly time: Record<string, unknown> }[] = [];
  for (
    const at = new Date('2017-01-01T00:00:00Z');
    at.getUTCFullYear() < 2025;
    at.setUTCDate(at.getUTCDate() + 1)
  ) {
    const day = at.toISOString().slice(0, 10);
    days.push({ day, time: timeOf(day) });
  }
  return days;
})();

const isOnDay = (day: string, { financialYears, quarters, from = '', to = '9999' }: Where): boolean =>
  (financialYears?.includes(financialYear(day)) ?? true) &&
  (quarters?.includes(quarter(day)) ?? true) &&
  from <= day &&
  day <= to;

const valuesOf = (stage: Divided): Record<string, unknown> => ({
  ...{ stream: stage.stream, stage: stage.number, outcome: stage.outcome, route: stage.route },
  ...{ closureReason: stage.closureReason, ombudsman: stage.body ?? null },
  ...{ service: stage.service ?? 'Not recorded', directorate: stage.directorate ?? 'Not recorded' },
  ...{ theme: stage.theme ?? 'Not recorded', channel: stage.channel ?? 'Not recorded' },
});

const PARTS: Readonly<Record<string, string>> = {
  ...{ streams: 'stream', stages: 'stage', services: 'service', directorates: 'directorate' },
  ...{ themes: 'theme', channels: 'channel', outcomes: 'outcome', routes: 'route', ageBands: 'ageBand' },
};

const isWithin = (values: Readonly<Record<string, unknown>>, where: Where): boolean =>
  Object.entries(where).every(([part, wanted]) => {
    const field = PARTS[part];
    return field === undefined || (Array.isArray(wanted) && wanted.includes(values[field]));
  });

const bandOf = (age: number | null): string | null =>
  age === null ? null : (BANDS[AGES.filter((end) => age > end).length] ?? null);

/** The rows that a question has, by their keys: counted one thing after the other. */
export function expectedRows(own: OwnTables, question: MeasuresQuestion): Map<string, ExpectedRow> {
  const { by, where } = question;
  const then = thenOf(own, question);
  const cells = new Cells(by);
  if (by.length === 0) cells.at({});
  const isAged = by.includes('ageBand') || where.ageBands !== undefined;
  if (!isAged) countThings(cells, own, { where, then });
  if (isOfCalls(question)) countCalls(cells, own, { where, then });
  countWaiting(cells, own, { by, where, then });
  const isReached = reachedIn(own, question, then);
  return new Map(cells.rows().map(([key, cell]) => [key, { key, figures: figuresOf(cell, isReached) }]));
}

/** Of a call nothing but its day is known. */
const isOfCalls = ({ by, where }: MeasuresQuestion): boolean =>
  by.every((field) => TIMES.includes(field)) && Object.keys(where).every((part) => !(part in PARTS));

function countCalls(
  cells: Cells,
  { calls }: OwnTables,
  { where, then: { asAt, isCut } }: { where: Where; then: Then },
): void {
  for (const day of calls)
    if (isOnDay(day, where) && (!isCut || day <= asAt)) add(cells.at(timeOf(day)), 'calls');
}

class Cells {
  private readonly cells = new Map<string, Cell>();

  constructor(private readonly by: readonly string[]) {}

  at(values: Readonly<Record<string, unknown>>): Cell {
    const key = keyOf(this.by, values);
    const cell = this.cells.get(key) ?? { values, counts: new Map(), days: [] };
    this.cells.set(key, cell);
    return cell;
  }

  /** Those of which anything was counted; without a dimension there is one. */
  rows(): [string, Cell][] {
    return [...this.cells];
  }
}

const add = ({ counts }: Cell, figure: string) => counts.set(figure, (counts.get(figure) ?? 0) + 1);

function countThings(cells: Cells, own: OwnTables, { where, then }: { where: Where; then: Then }): void {
  for (const { figure, on, days, values } of thingsOf(own, then)) {
    if (!isOnDay(on, where) || !isWithin(values, where)) continue;
    const cell = cells.at(values);
    add(cell, figure);
    if (figure === 'answered' && days !== null) cell.days.push(days);
  }
}

type Placed = Measured & Pick<Cell, 'values'>;
const known = new WeakMap<OwnTables, Map<string, readonly Placed[]>>();

/** What happened as at a day, with all that it may be divided by: worked out once, since many questions are asked of few days. */
function thingsOf(own: OwnTables, then: Then): readonly Placed[] {
  const ofDays = known.get(own) ?? new Map<string, readonly Placed[]>();
  known.set(own, ofDays);
  const key = JSON.stringify(then);
  const things =
    ofDays.get(key) ??
    measuredThings(own, then).map((thing) => ({
      ...thing,
      values: { ...valuesOf(thing.stage), ...timeOf(thing.on) },
    }));
  ofDays.set(key, things);
  return things;
}

function countWaiting(
  cells: Cells,
  own: OwnTables,
  { by, where, then: { asAt } }: { by: readonly string[]; where: Where; then: Then },
): void {
  for (const day of lastDays(by, where, asAt)) {
    for (const { stage, isOverdue, age } of waitingOn(own, day, asAt)) {
      const values = { ...valuesOf(stage), ...timeOf(day), ageBand: bandOf(age) };
      if (!isWithin(values, where)) continue;
      const cell = cells.at(values);
      add(cell, 'open');
      if (isOverdue) add(cell, 'overdue');
    }
  }
}

/** What tells a row from another. */
export const keyOf = (by: readonly string[], values: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(by.map((field) => values[field] ?? null));

/** The day asked for, else the newest that the records of all streams asked about reach. */
function thenOf({ reach }: OwnTables, { where, asAt }: MeasuresQuestion): Then {
  if (asAt !== null) return { asAt, isCut: true };
  const ends = (where.streams ?? STREAMS).map((stream) => endOf(reach.get(stream), TODAY) ?? TODAY);
  return { asAt: [...ends, TODAY].sort()[0] ?? TODAY, isCut: false };
}

/** The last day of each period that is not after the day as at which is asked. */
function lastDays(by: readonly string[], where: Where, asAt: string): readonly string[] {
  const times = by.filter((field) => TIMES.includes(field));
  const last = new Map<string, string>();
  for (const { day, time } of CALENDAR)
    if (day <= asAt && isOnDay(day, where)) last.set(keyOf(times, time), day);
  return [...last.values()];
}

type Reached = (cell: Cell, figure: string) => boolean;

/** Whether any of those whose records a figure is made of speak of any day of a row, and ever recorded its kind. */
function reachedIn(own: OwnTables, question: MeasuresQuestion, { asAt, isCut }: Then): Reached {
  const { by, where } = question;
  const times = by.filter((field) => TIMES.includes(field));
  const days = new Map<string, string[]>();
  for (const { day, time } of CALENDAR.filter((one) => isOnDay(one.day, where))) {
    const key = keyOf(times, time);
    const known = days.get(key) ?? [];
    known.push(day);
    days.set(key, known);
  }
  const acknowledging = new Set(
    own.complaints
      .flat()
      .filter(({ stream, acknowledgedOn }) => isBeforeLive(own.reach.get(stream), acknowledgedOn))
      .map(({ stream }) => stream),
  );
  const known = new Map<string, boolean>();
  const speaksOf = (keeper: string, period: string, isEnded: boolean): boolean => {
    const question = `${keeper} ${period} ${isEnded}`;
    const spans = own.reach.get(keeper);
    const isIn = (day: string) => isSpokenOf(spans, day, TODAY) && (!isEnded || day <= asAt);
    const answer = known.get(question) ?? (days.get(period)?.some(isIn) || false);
    known.set(question, answer);
    return answer;
  };
  return ({ values }, figure) => {
    const ofRow = by.includes('stream') ? values.stream : null;
    const streams = typeof ofRow === 'string' ? [ofRow] : by.includes('stream') ? STREAMS : where.streams;
    const keepers = keepersOf(figure, { question, streams: streams ?? STREAMS });
    const period = keyOf(times, values);
    const acknowledges = (keeper: string) =>
      acknowledging.has(keeper) || days.get(period)?.some((day) => isLiveOn(own.reach.get(keeper), day));
    if (figure.startsWith('acknowledged') && !keepers.some(acknowledges)) return false;
    const isEnded = isCut || STATE_FIGURES.includes(figure);
    return keepers.some((keeper) => speaksOf(keeper, period, isEnded));
  };
}

/** Whose records a figure is made of: of calls nobody's, where the question is about more than time. */
function keepersOf(
  figure: string,
  { question, streams }: { question: MeasuresQuestion; streams: readonly string[] },
): readonly string[] {
  if (figure === 'calls') return isOfCalls(question) ? ['CALLS'] : [];
  return CASE_FIGURES.includes(figure) ? ['OMBUDSMAN'] : streams;
}

function figuresOf(cell: Cell, isReached: Reached): ExpectedRow['figures'] {
  const counted = (figure: string) => (isReached(cell, figure) ? (cell.counts.get(figure) ?? 0) : null);
  const counts = [...STAGE_FIGURES, ...CASE_FIGURES, 'calls', ...STATE_FIGURES].map(
    (figure) => [figure, figure === 'wentOn' ? wentOn(cell) : counted(figure)] as const,
  );
  const rates = Object.entries(RATES).map(([figure, [above, below]]) => {
    const [numerator, denominator] = [above, below].map((names) =>
      names.reduce((sum, name) => sum + (cell.counts.get(name) ?? 0), 0),
    );
    const isNull = !denominator || [...above, ...below].some((name) => !isReached(cell, name));
    return [figure, isNull ? null : (numerator ?? 0) / denominator] as const;
  });
  const days = isReached(cell, 'answered') ? distributionOf(cell.days) : distributionOf([]);
  const promised = Object.fromEntries(PROMISE_FIGURES.map((figure) => [figure, null]));
  return { ...Object.fromEntries(counts), ...promised, ...Object.fromEntries(rates), ...days };
}

const wentOn = (cell: Cell): number => cell.counts.get('wentOn') ?? 0;

function distributionOf(days: readonly number[]): Record<string, number | null> {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share: number) => {
    const rank = share * (sorted.length - 1);
    const [below = 0, above = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
    return sorted.length === 0 ? null : below + (above - below) * (rank % 1);
  };
  const mean = sorted.length === 0 ? null : sorted.reduce((a, b) => a + b, 0) / sorted.length;
  return { daysToAnswerMean: mean, daysToAnswerMedian: at(0.5), daysToAnswerP90: at(0.9) };
}
