import { type Random, randomOf } from '../../demo/random';
import { FIGURES, type Figure, type Where } from '../recount/figures';

/** A figure and a filter of it. */
export interface Question {
  readonly figure: Figure;
  /** The measure's name in the graph. */
  readonly measure: string;
  readonly where: Where;
  /** How many rows are asked for at a time. */
  readonly first: number;
}

const STREAMS = ['CORPORATE', 'SCHOOLS'] as const;
const STAGES = [1, 2, 3] as const;
const YEARS = ['2017-18', '2018-19', '2019-20', '2020-21', '2021-22', '2022-23', '2023-24'] as const;
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const SERVICES = ['Greenspace', 'Highways', 'Planning', 'Libraries', 'Schools', 'Not recorded'] as const;
const RATE = 0.35;
const FIRST_DAY = Date.UTC(2018, 2, 1);
const DAYS = 2_200;
const MILLIS_PER_DAY = 86_400_000;

/** As many random questions as asked for, the same ones for the same seed. */
export function randomQuestions({ seed, count }: { seed: number; count: number }): Question[] {
  return Array.from({ length: count }, (_, place) => {
    const random = randomOf(seed, place);
    const [figure = 'received'] = some(random, FIGURES);
    const measure = figure.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    return { figure, measure, where: randomFilter(random), first: random.between(10, 200) };
  });
}

function randomFilter(random: Random): Where {
  return {
    ...maybe(random, () => ({ streams: some(random, STREAMS) })),
    ...maybe(random, () => ({ stages: some(random, STAGES) })),
    ...maybe(random, () => ({ financialYears: some(random, YEARS) })),
    ...maybe(random, () => ({ quarters: some(random, QUARTERS) })),
    ...maybe(random, () => ({ services: some(random, SERVICES) })),
    ...maybe(random, () => period(random)),
  };
}

const maybe = (random: Random, part: () => Where): Where => (random.chance(RATE) ? part() : {});

/** One to three of a list, in any order, each at most once. */
function some<Item>(random: Random, list: readonly Item[]): Item[] {
  const left = [...list];
  return Array.from({ length: random.between(1, Math.min(3, list.length)) }, () =>
    left.splice(random.between(0, left.length - 1), 1),
  ).flat();
}

/** A first day, a last one, or both. */
function period(random: Random): Where {
  const [from = '', to = ''] = [random.between(0, DAYS), random.between(0, DAYS)]
    .sort((a, b) => a - b)
    .map((days) => new Date(FIRST_DAY + days * MILLIS_PER_DAY).toISOString().slice(0, 10));
  return random.pick<Where>([{ from }, { to }, { from, to }]);
}
