import { badInput } from '../../../counting/bad-input';
import { rangesOf } from '../../../counting/day-set';
import { financialYearOf, type Period, quarterOf } from '../../../domain/calendar/financial-year';
import { monthsOf } from '../../../domain/calendar/months';
import type { Transaction } from '../../../platform/transaction/transaction';
import { OMBUDSMAN, type Recording } from '../coverage/coverage';
import { joinedReach } from '../coverage/reach';
import { byDimensions } from './compare-rows';
import { type CountedRow, countFacts } from './count-facts';
import type { CheckedFilter } from './filter';
import { type Dimension, FIELDS } from './stage-dimensions';

/** What a filled answer is made for. */
export interface Filling {
  readonly by: readonly Dimension[];
  readonly filter: CheckedFilter;
  readonly recording: Recording;
  /** The most rows that an answer may have, and one more. */
  readonly limit: number;
}

/** Some of a row's dimensions with their values. */
type Values = Partial<CountedRow>;

const TIME: readonly Dimension[] = ['FINANCIAL_YEAR', 'QUARTER', 'MONTH'];
const HANDLING: readonly Dimension[] = ['STREAM', 'STAGE'];
/** A service has one directorate: of the two together only what there is makes sense. */
const NAMED: readonly (readonly Dimension[])[] = [
  ['DIRECTORATE', 'SERVICE'],
  ['THEME'],
  ['CHANNEL'],
  ['OUTCOME'],
];

/**
 * The rows with one more for each combination that has nothing, in the order of the dimensions, so that a chart shows a
 * gap as a gap: every stage of every stream, every day of the period (to the ends of the records, where it has none), and
 * of names and findings those that the filter lets anything through of. Throws BAD_USER_INPUT for too many.
 */
export async function fillGaps(
  transaction: Transaction,
  rows: readonly CountedRow[],
  { by, filter, recording, limit }: Filling,
): Promise<readonly CountedRow[]> {
  const groups: (readonly Values[])[] = [
    distinctValues(by, HANDLING, handled(filter, recording)),
    distinctValues(by, TIME, await monthsShown(transaction, { by, filter, recording, limit })),
  ];
  for (const named of NAMED) {
    const asked = named.filter((dimension) => by.includes(dimension));
    const found = asked.length > 0 ? await countFacts(transaction, { by: asked, filter, limit }) : [{}];
    groups.push(distinctValues(by, named, found));
  }
  refuseTooMany(groups, limit);
  const key = (row: CountedRow) => JSON.stringify(by.map((dimension) => row[FIELDS[dimension]]));
  const filled = new Map(
    combined(groups)
      .map(nothing)
      .map((row) => [key(row), row]),
  );
  for (const row of rows) filled.set(key(row), row);
  return [...filled.values()].sort(byDimensions(by));
}

function handled({ streams, stages }: CheckedFilter, { streams: described }: Recording): Values[] {
  return described
    .filter(({ stream }) => streams?.includes(stream) ?? true)
    .flatMap(({ stream, stages: numbered }) =>
      numbered
        .filter(({ number }) => stages?.includes(number) ?? true)
        .map(({ number }) => ({ stream, stage: number })),
    );
}

/** The months of the period. Where it has no end it ends with the records, or, of unknown reach, with what is counted. */
async function monthsShown(transaction: Transaction, filling: Filling): Promise<readonly Values[]> {
  const { by, filter, recording, limit } = filling;
  if (!TIME.some((dimension) => by.includes(dimension))) return [{}];
  const horizon =
    recordsOf(filter, recording) ?? (await monthsCounted(transaction, { by: ['MONTH'], filter, limit }));
  if (horizon === null) return [];
  return rangesOf(filter.days, horizon)
    .flatMap(monthsOf)
    .map((month) => ({ month, quarter: quarterOf(month), financialYear: financialYearOf(month) }));
}

/** From the first day that the records of any asked stream, or the ombudsmen's, speak of to the newest. */
function recordsOf({ streams }: CheckedFilter, { reach, streams: described }: Recording): Period | null {
  const keepers = [OMBUDSMAN, ...(streams ?? described.map(({ stream }) => stream))];
  return joinedReach(keepers.flatMap((keeper) => reach?.get(keeper) ?? []));
}

async function monthsCounted(
  transaction: Transaction,
  question: Parameters<typeof countFacts>[1],
): Promise<Period | null> {
  const months = (await countFacts(transaction, question)).flatMap(({ month }) => month ?? []);
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The values of some dimensions that are asked for, each combination once. */
function distinctValues(
  by: readonly Dimension[],
  group: readonly Dimension[],
  found: readonly Values[],
): readonly Values[] {
  const names = group.filter((dimension) => by.includes(dimension)).map((dimension) => FIELDS[dimension]);
  if (names.length === 0) return [{}];
  const values = found.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function refuseTooMany(groups: readonly (readonly Values[])[], limit: number): void {
  if (groups.reduce((product, { length }) => product * length, 1) < limit) return;
  throw badInput(
    'fill',
    `gives more than ${(limit - 1).toLocaleString('en-GB')} rows: ask for fewer dimensions or a shorter period, or leave \`fill\` out.`,
  );
}

const combined = (groups: readonly (readonly Values[])[]): readonly Values[] =>
  groups.reduce<readonly Values[]>(
    (rows, group) => rows.flatMap((row) => group.map((values) => ({ ...row, ...values }))),
    [{}],
  );

const NO_DIMENSION = {
  ...{ stream: null, stage: null, financialYear: null, quarter: null, month: null },
  ...{ directorate: null, service: null, theme: null, channel: null, outcome: null },
};
const NO_FIGURE = {
  ...{ received: 0, escalated: 0, direct: 0, answered: 0, answeredInTime: 0, closed: 0 },
  ...{ referredToOmbudsman: 0, upheldByOmbudsman: 0 },
};

/** A combination of which nothing was counted. */
const nothing = (values: Values): CountedRow => ({ ...NO_DIMENSION, ...NO_FIGURE, ...values });
