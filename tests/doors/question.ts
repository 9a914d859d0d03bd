import { type Random, randomOf } from '../../demo/random';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** What a column may hold: one of these, or a day from and up to these. */
export type Condition =
  | { readonly column: string; readonly oneOf: readonly Cell[] }
  | { readonly column: string; readonly from?: string; readonly to?: string };

/** Which rows of a set are asked for: those of which every condition holds. */
export interface Question {
  readonly set: string;
  readonly conditions: readonly Condition[];
}

/** The columns by which a set can be narrowed at every door, and the one whose first and last day can be named. */
export const NARROWED = {
  stages: {
    lists: ['stream', 'stage', 'service', 'theme', 'channel', 'outcome', 'route'],
    day: 'receivedOn',
  },
  complaints: {
    lists: ['stream', 'stage', 'status', 'overdue', 'service', 'theme', 'channel', 'outcome'],
    day: 'receivedOn',
  },
  'ombudsman-cases': { lists: ['stream', 'body', 'upheld'], day: 'receivedOn' },
  'monthly-figures': { lists: ['stream', 'stage'], day: 'month' },
  'quarterly-figures': { lists: ['stream', 'stage', 'financialYear', 'quarter'], day: null },
} as const satisfies Record<string, { lists: readonly string[]; day: string | null }>;

/** Columns of which the graph can be asked for what was not recorded: by these words. */
const NAMED = ['service', 'theme', 'channel'];
export const NOT_RECORDED = 'Not recorded';
/** Columns of which the graph is asked for one value alone. */
export const ALONE: readonly string[] = ['status', 'overdue', 'upheld'];

export type SetName = keyof typeof NARROWED;

const RATE = 0.35;
const HALF = 0.5;

/** Random questions of a set, the same ones for the same seed and rows: what they name is what rows hold. */
export function randomQuestions(
  { set, count, seed }: { readonly set: SetName; readonly count: number; readonly seed: number },
  rows: readonly Row[],
): Question[] {
  const { lists, day } = NARROWED[set];
  const known = (column: string) =>
    [...new Set(rows.map((row) => row[column] ?? null))].filter(
      (value) => value !== null || NAMED.includes(column),
    );
  return Array.from({ length: count }, (_, place) => {
    const random = randomOf(seed, place);
    const chosen = lists.filter(() => random.chance(RATE));
    const conditions: Condition[] = chosen.map((column) => ({
      column,
      // Of these the graph takes one.
      oneOf: some(random, known(column), ALONE.includes(column) ? 1 : 3),
    }));
    const days = day === null || random.chance(HALF) ? [] : [period(random, day, known(day))];
    return { set, conditions: [...conditions, ...days] };
  });
}

function some(random: Random, values: readonly Cell[], most: number): Cell[] {
  const left = [...values];
  return Array.from({ length: Math.min(left.length, random.between(1, most)) }, () =>
    left.splice(random.between(0, left.length - 1), 1),
  ).flat();
}

function period(random: Random, column: string, days: readonly Cell[]): Condition {
  const known = days.filter((day) => typeof day === 'string');
  const drawn = () => known[random.between(0, known.length - 1)] ?? '';
  const [from = '', to = ''] = [drawn(), drawn()].sort();
  return random.pick<Condition>([
    { column, from },
    { column, to },
    { column, from, to },
  ]);
}

/** Whether a row meets what is asked, read plainly: null is a value like any other, and no day lies in a period. */
export const meets = (row: Row, { conditions }: Question): boolean =>
  conditions.every((condition) => {
    const value = row[condition.column] ?? null;
    if ('oneOf' in condition) return condition.oneOf.includes(value);
    const { from = '', to = '9999' } = condition;
    return typeof value === 'string' && value >= from && value <= to;
  });
