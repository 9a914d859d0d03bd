import { GraphQLError } from 'graphql';
import { EVERY_DAY } from '../../../../counting/day-set';
import { groupBy } from '../../../../platform/tables/group-by';
import { keysOf } from '../../../../platform/tables/keys-of';
import type { CountingContext } from '../../context';
import { askedFor } from '../../figures/asked-figures';
import { MEASURES } from '../../figures/catalogue/measure-catalogue';
import type { Checked } from '../../figures/check-question';
import { type Dimension, FIELDS } from '../../figures/stage-dimensions';
import type { Tally } from '../../figures/tally';
import { isProtected } from '../../small-numbers/rule';
import { type ToldRows, tellAsked } from '../../small-numbers/told-rows';
import { type Asked, daysAsked, NARROWED_BY, type Template, type Where } from './cell-question';

/** What a statement gives at most: rows of streams, stages, years, quarters and one name. */
const MOST_ROWS = 100_000;

/** What was counted for the cells of a report. */
export interface CountedCells {
  /** The rows that a cell counts, and whether the caller may be told what they are together. */
  readonly rowsOf: (
    asked: Asked,
    template: Template,
  ) => { readonly rows: readonly Tally[]; readonly isTold: boolean };
  /** The values of which a row for each of them counts something. */
  readonly valuesOf: (template: Template) => readonly string[];
}

/**
 * Counts whatever some cells ask in few statements: those that are divided and narrowed by the same dimensions share one,
 * of all their periods together. How things stand is asked for each period by itself, since days do not add up.
 */
export async function countCells(
  context: CountingContext,
  templates: readonly Template[],
  checked: Checked,
): Promise<CountedCells> {
  const answers = new Map<string, ToldRows | null>();
  for (const [group, members] of groupBy(templates, groupOf))
    answers.set(group, await askGroup(context, members, checked));
  const answerOf = (template: Template) => answers.get(groupOf(template)) ?? null;
  return {
    rowsOf(asked, template) {
      const told = answerOf(template);
      const rows = told?.rows.filter(isCountedBy(asked)) ?? [];
      return { rows, isTold: told?.areTold(rows, asked.measure) ?? false };
    },
    valuesOf(template) {
      if (template.each === null) return [];
      const field = FIELDS[NARROWED_BY[template.each]];
      const rows = answerOf(template)?.rows.filter(isCountedBy(template)) ?? [];
      return [...new Set(rows.flatMap((row) => row[field] ?? []))];
    },
  };
}

const isState = ({ measure }: Asked): boolean => MEASURES[measure].kind === 'state';

function dimensionsOf({ where, each }: Template): readonly Dimension[] {
  const parts = new Set([...keysOf(where), ...(each === null ? [] : [each])]);
  return keysOf(NARROWED_BY)
    .filter((part) => parts.has(part))
    .map((part) => NARROWED_BY[part]);
}

const groupOf = (template: Template): string =>
  JSON.stringify([dimensionsOf(template), isState(template) && template.period]);

/** The rows of one group; null where small numbers are protected and no release tells such rows. */
async function askGroup(
  context: CountingContext,
  members: readonly Template[],
  checked: Checked,
): Promise<ToldRows | null> {
  const [first] = members;
  if (first === undefined) return null;
  const by = isState(first) ? dimensionsOf(first) : [...dimensionsOf(first), ...timeOf(members)];
  const years = new Set(members.map(({ period }) => period.financialYear));
  const days = isState(first) ? daysAsked(first) : { ...EVERY_DAY, financialYears: [...years].sort() };
  const asked = askedFor([...new Set(members.map(({ measure }) => measure))]);
  const asking = {
    by,
    asked,
    checked: { ...checked, filter: { ...checked.filter, days } },
    limit: MOST_ROWS,
  };
  try {
    return await tellAsked(context, asking);
  } catch (error) {
    if (error instanceof GraphQLError && isProtected(context.identity)) return null;
    throw error;
  }
}

const timeOf = (members: readonly Template[]): readonly Dimension[] =>
  members.some(({ period }) => period.quarters !== null) ? ['FINANCIAL_YEAR', 'QUARTER'] : ['FINANCIAL_YEAR'];

/** Whether a row is a part of what a question counts. How things stand was asked of the period alone, which its rows do not name. */
const isCountedBy = (asked: Asked) => (row: Tally) =>
  isWithin(row, asked.where) && (isState(asked) || isOf(row, asked));

function isWithin(row: Tally, where: Where): boolean {
  return keysOf(where).every((part) => {
    const values: readonly (string | number)[] = where[part] ?? [];
    const value = row[FIELDS[NARROWED_BY[part]]];
    return value !== null && values.includes(value);
  });
}

const isOf = (row: Tally, { period: { financialYear, quarters } }: Asked): boolean =>
  row.financialYear === financialYear &&
  (quarters === null || (row.quarter !== null && quarters.includes(row.quarter)));
