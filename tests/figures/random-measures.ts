import { type Random, randomOf } from '../../demo/random';
import type { OwnTables } from '../recount/own-tables';

/** A filter, as a caller writes it. */
export interface Where {
  readonly streams?: readonly string[];
  readonly stages?: readonly number[];
  readonly financialYears?: readonly string[];
  readonly quarters?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly services?: readonly string[];
  readonly directorates?: readonly string[];
  readonly themes?: readonly string[];
  readonly channels?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly routes?: readonly string[];
  readonly ageBands?: readonly string[];
}

/** A question of every measure that its dimensions and filter make sense for. */
export interface MeasuresQuestion {
  /** The fields of a row that it is divided by. */
  readonly by: readonly string[];
  readonly where: Where;
  readonly asAt: string | null;
}

const DIMENSIONS = [
  ...['stream', 'stage', 'financialYear', 'quarter', 'month', 'directorate', 'service'],
  ...['theme', 'channel', 'outcome', 'route', 'closureReason', 'ombudsman'],
];
const BANDS = [
  ...['UP_TO_10_WORKING_DAYS', 'FROM_11_TO_20_WORKING_DAYS', 'FROM_21_TO_40_WORKING_DAYS'],
  ...['FROM_41_TO_65_WORKING_DAYS', 'OVER_65_WORKING_DAYS'],
];
const YEARS = ['2018-19', '2019-20', '2020-21', '2021-22', '2022-23'];
const AS_AT = ['2019-08-07', '2020-03-31', '2020-12-31', '2021-06-15', '2021-09-30'];
const PARTS = {
  services: 'service',
  directorates: 'directorate',
  themes: 'theme',
  channels: 'channel',
} as const;
const RATE = 0.2;
const AGED_RATE = 0.15;
const OF_TIME_RATE = 0.15;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAYS = 1_100;
const MILLIS_PER_DAY = 86_400_000;

/** As many random questions as asked for, the same ones for the same seed and tables. */
export function randomQuestions(
  { seed, count }: { readonly seed: number; readonly count: number },
  { complaints }: OwnTables,
): MeasuresQuestion[] {
  const words = Object.entries(PARTS).map(([part, field]) => {
    const found = complaints.flat().map((stage) => stage[field] ?? 'Not recorded');
    return [part, [...new Set(found)].sort()] as const;
  });
  return Array.from({ length: count }, (_, place) => {
    const random = randomOf(seed, place);
    // Calls are known by their day alone: of questions about anything at all hardly one could be told of them.
    if (random.chance(OF_TIME_RATE)) return ofTime(random);
    const by = some(random, DIMENSIONS, random.between(0, 3));
    const isAged = random.chance(AGED_RATE);
    const where = filterOf(random, words);
    return {
      by: isAged ? [...by.slice(0, 2), 'ageBand'] : by,
      where: isAged && random.chance(0.5) ? { ...where, ageBands: some(random, BANDS, 2) } : where,
      asAt: asAtOf(random),
    };
  });
}

function ofTime(random: Random): MeasuresQuestion {
  return {
    by: some(random, ['financialYear', 'quarter', 'month'], random.between(0, 2)),
    where: {
      ...(random.chance(0.5) ? { quarters: some(random, ['Q1', 'Q2', 'Q3', 'Q4'], 2) } : {}),
      ...(random.chance(0.5) ? period(random) : { financialYears: some(random, YEARS, 2) }),
    },
    asAt: asAtOf(random),
  };
}

const asAtOf = (random: Random): string | null =>
  random.chance(0.5) ? null : (some(random, AS_AT, 1)[0] ?? null);

function filterOf(random: Random, words: readonly (readonly [string, readonly string[]])[]): Where {
  const maybe = (part: () => Where): Where => (random.chance(RATE) ? part() : {});
  return {
    ...maybe(() => ({ streams: some(random, ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'], 2) })),
    ...maybe(() => ({ stages: some(random, [1, 2, 3], 2) })),
    ...maybe(() => ({ financialYears: some(random, YEARS, 2) })),
    ...maybe(() => ({ quarters: some(random, ['Q1', 'Q2', 'Q3', 'Q4'], 2) })),
    ...maybe(() => ({ outcomes: some(random, ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'], 2) })),
    ...maybe(() => ({ routes: some(random, ['ESCALATED', 'DIRECT'], 1) })),
    ...maybe(() => period(random)),
    ...Object.fromEntries(
      words.flatMap(([part, known]) => (random.chance(RATE) ? [[part, some(random, known, 3)]] : [])),
    ),
  };
}

/** As many of a list in any order, each at most once. */
function some<Item>(random: Random, list: readonly Item[], count: number): Item[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(random.between(0, left.length - 1), 1)).flat();
}

function period(random: Random): Where {
  const [from = '', to = ''] = [random.between(0, DAYS), random.between(0, DAYS)]
    .sort((a, b) => a - b)
    .map((days) => new Date(FIRST_DAY + days * MILLIS_PER_DAY).toISOString().slice(0, 10));
  return random.pick<Where>([{ from }, { to }, { from, to }]);
}
