import { badInput } from '../../../counting/bad-input';
import { rangesOf } from '../../../counting/day-set';
import { joinedReach } from '../../../counting/reach';
import { financialYearOf, type Period, quarterOf } from '../../../domain/calendar/financial-year';
import { monthsOf } from '../../../domain/calendar/months';
import type { Transaction } from '../../../platform/transaction/transaction';
import { CALLS, OMBUDSMAN, type Recording } from '../coverage/coverage';
import { AGE_BAND_NAMES } from './catalogue/age-bands';
import { byDimensions } from './compare-rows';
import { countFacts } from './count-facts';
import type { CheckedFilter } from './filter';
import { keyOfRow, type Question, type SomeValues, TIME } from './question';
import { type Dimension, FIELDS } from './stage-dimensions';
import { emptyTally, type Tally } from './tally';

/** What a filled answer is made for. */
export interface Filling extends Question {
  readonly recording: Recording;
  /** Whether telephone calls are counted: a period without an end ends with their records too. */
  readonly toldOfCalls: boolean;
}

const HANDLING: readonly Dimension[] = ['STREAM', 'STAGE'];
/** A service has one directorate: of the two together only what there is makes sense. */
const NAMED: readonly (readonly Dimension[])[] = [
  ['DIRECTORATE', 'SERVICE'],
  ['THEME'],
  ['CHANNEL'],
  ['OUTCOME'],
  ['ROUTE'],
  ['CLOSURE_REASON'],
  ['OMBUDSMAN'],
];

/**
 * The rows with one more for each combination that has nothing, in the order of the dimensions, so that a chart shows a
 * gap as a gap: every stage of every stream, every day of the period (to the ends of the records, where it has none), and
 * of names and findings those that the filter lets anything through of. Throws BAD_USER_INPUT for too many.
 */
export async function fillGaps(
  transaction: Transaction,
  rows: readonly Tally[],
  filling: Filling,
): Promise<readonly Tally[]> {
  const { by, filter, recording, limit } = filling;
  const groups: (readonly SomeValues[])[] = [
    distinctValues(by, HANDLING, handled(filter, recording)),
    distinctValues(by, TIME, await monthsShown(transaction, filling)),
    distinctValues(
      by,
      ['AGE_BAND'],
      (filter.ageBands ?? AGE_BAND_NAMES).map((ageBand) => ({ ageBand })),
    ),
  ];
  for (const named of NAMED) {
    const asked = named.filter((dimension) => by.includes(dimension));
    const found =
      asked.length > 0 ? await countFacts(transaction, { ...filling, by: asked }, { counts: [] }) : [{}];
    groups.push(distinctValues(by, named, found));
  }
  refuseTooMany(groups, limit);
  const key = keyOfRow(by);
  const filled = new Map(
    combined(groups)
      .map(emptyTally)
      .map((row) => [key(row), row]),
  );
  for (const row of rows) filled.set(key(row), row);
  return [...filled.values()].sort(byDimensions(by));
}

function handled({ streams, stages }: CheckedFilter, { streams: described }: Recording): SomeValues[] {
  return described
    .filter(({ stream }) => streams?.includes(stream) ?? true)
    .flatMap(({ stream, stages: numbered }) =>
      numbered
        .filter(({ number }) => stages?.includes(number) ?? true)
        .map(({ number }) => ({ stream, stage: number })),
    );
}

/** The months of the period. Where it has no end it ends with the records, or, of unknown reach, with what is counted. */
async function monthsShown(transaction: Transaction, filling: Filling): Promise<readonly SomeValues[]> {
  const { by, filter } = filling;
  if (!TIME.some((dimension) => by.includes(dimension))) return [{}];
  const horizon = recordsOf(filling) ?? (await monthsCounted(transaction, { ...filling, by: ['MONTH'] }));
  if (horizon === null) return [];
  return rangesOf(filter.days, horizon)
    .flatMap(monthsOf)
    .map((month) => ({ month, quarter: quarterOf(month), financialYear: financialYearOf(month) }));
}

/** From the first day that the records of any asked stream, or the ombudsmen's, speak of to the newest. */
function recordsOf({ filter: { streams }, recording, toldOfCalls }: Filling): Period | null {
  const { reach, streams: described } = recording;
  const keepers = [
    OMBUDSMAN,
    ...(toldOfCalls ? [CALLS] : []),
    ...(streams ?? described.map(({ stream }) => stream)),
  ];
  return joinedReach(keepers.flatMap((keeper) => reach?.get(keeper) ?? []));
}

async function monthsCounted(transaction: Transaction, question: Question): Promise<Period | null> {
  const months = (await countFacts(transaction, question, { counts: [] })).flatMap(
    ({ month }) => month ?? [],
  );
  const [from, to] = [months[0], months.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The values of some dimensions that are asked for, each combination once. */
function distinctValues(
  by: readonly Dimension[],
  group: readonly Dimension[],
  found: readonly SomeValues[],
): readonly SomeValues[] {
  const names = group.filter((dimension) => by.includes(dimension)).map((dimension) => FIELDS[dimension]);
  if (names.length === 0) return [{}];
  const values = found.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function refuseTooMany(groups: readonly (readonly SomeValues[])[], limit: number): void {
  if (groups.reduce((product, { length }) => product * length, 1) < limit) return;
  throw badInput(
    'fill',
    `gives more than ${(limit - 1).toLocaleString('en-GB')} rows: ask for fewer dimensions or a shorter period, or leave \`fill\` out.`,
  );
}

const combined = (groups: readonly (readonly SomeValues[])[]): readonly SomeValues[] =>
  groups.reduce<readonly SomeValues[]>(
    (rows, group) => rows.flatMap((row) => group.map((values) => ({ ...row, ...values }))),
    [{}],
  );
