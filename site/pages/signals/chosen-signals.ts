import { addDays, type Day, toDay } from '../../../domain/calendar/day';
import { financialYearOf, periodOf, quarterOf } from '../../../domain/calendar/financial-year';
import type { SignalsQueryVariables } from '../../operations/__generated__/operations';

/** A choice of a field that narrows the list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

export const DIMENSIONS = [
  { value: 'SERVICE', text: 'Services' },
  { value: 'DIRECTORATE', text: 'Directorates' },
  { value: 'THEME', text: 'Themes' },
] as const satisfies readonly Choice[];
export const DIRECTIONS = [
  { value: 'ROSE', text: 'Rose, or more than others' },
  { value: 'FELL', text: 'Fell, or less than others' },
] as const satisfies readonly Choice[];
export const STATES = [
  { value: 'OPEN', text: 'Not yet explained' },
  { value: 'EXPLAINED', text: 'Explained' },
  { value: 'ACTED_ON', text: 'Acted on' },
] as const satisfies readonly Choice[];

/** What an address asks for, as far as it makes sense: the rest is everything. */
export function chosenSignals(query: Readonly<Record<string, unknown>>): SignalsQueryVariables {
  const among = <Value extends string>(choices: readonly { readonly value: Value }[], name: string) =>
    choices.find(({ value }) => value === query[name])?.value;
  const [dimension, direction, state] = [
    among(DIMENSIONS, 'dimension'),
    among(DIRECTIONS, 'direction'),
    among(STATES, 'state'),
  ];
  return {
    where: {
      ...(dimension && { dimensions: [dimension] }),
      ...(direction && { directions: [direction] }),
      ...(state && { states: [state] }),
    },
    ...quarterIn(query.period),
  };
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const PERIOD = /^(?<year>\d{4}-\d{2})\.(?<quarter>Q[1-4])$/;

/** A quarter as the address has it: `2021-22.Q2`; nothing where it makes no sense. */
function quarterIn(asked: unknown): Pick<SignalsQueryVariables, 'financialYear' | 'upTo'> {
  const { year, quarter } = PERIOD.exec(typeof asked === 'string' ? asked : '')?.groups ?? {};
  const upTo = QUARTERS.find((each) => each === quarter);
  return year !== undefined && upTo !== undefined ? { financialYear: year, upTo } : {};
}

/** How many quarters one can look back to. */
const MOST_BACK = 8;

/** The quarters that can be chosen, the newest first: up to the one that the newest whole records end with. */
export function periodChoices(newestDay: string): readonly Choice[] {
  const choices: Choice[] = [];
  let end: Day = wholeQuarterEnd(toDay(newestDay));
  while (choices.length < MOST_BACK) {
    const [financialYear, quarter] = [financialYearOf(end), quarterOf(end)];
    const period = periodOf({ financialYear, quarter });
    if (period === null) break;
    choices.push({ value: `${financialYear}.${quarter}`, text: `Up to ${quarter} ${financialYear}` });
    end = addDays(period.from, -1);
  }
  return choices;
}

function wholeQuarterEnd(day: Day): Day {
  const period = periodOf({ financialYear: financialYearOf(day), quarter: quarterOf(day) });
  if (period === null || period.to <= day) return day;
  return addDays(period.from, -1);
}
