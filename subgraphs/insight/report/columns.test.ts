import type { Reaches } from '../../../counting/reach';
import { toDay } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  parseFinancialYear,
  type Quarter,
} from '../../../domain/calendar/financial-year';
import { columnsOf, labelOf } from './columns';

const YEAR: FinancialYear = parseFinancialYear('2021-22')!;
const labels = (upTo: Quarter, reaches?: Reaches, samePeriodOfYearsBefore = false) =>
  columnsOf({ samePeriodOfYearsBefore }, { year: YEAR, upTo }).map((column) =>
    labelOf(column, 'CORPORATE', reaches),
  );
const until = (day: string): Reaches =>
  new Map([['CORPORATE', { from: toDay('2019-04-01'), to: toDay(day) }]]);

describe('the columns of a report', () => {
  it('are the two years before, each quarter so far, and the period so far', () => {
    expect(labels('Q1')).toEqual(['2019-20', '2020-21', '2021-22 Q1']);
    expect(labels('Q2')).toEqual(['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2']);
  });

  it('have that period of the years before where the stream wants it, save for whole years', () => {
    expect(labels('Q2', undefined, true).slice(-2)).toEqual(['2019-20 Q1-Q2', '2020-21 Q1-Q2']);
    expect(labels('Q4', undefined, true).at(-1)).toBe('2021-22 Q1-Q4');
  });

  it('say up to which day they count where they go on past the newest, and nothing where they end with it', () => {
    expect(labels('Q2', until('2021-09-30'))).toEqual(labels('Q2'));
    expect(labels('Q2', until('2021-09-29')).slice(3)).toEqual([
      '2021-22 Q2 to 2021-09-29',
      '2021-22 Q1-Q2 to 2021-09-29',
    ]);
  });

  it('say nothing of the kind where nothing of them is recorded', () => {
    expect(labels('Q2', until('2021-06-30')).slice(2)).toEqual([
      '2021-22 Q1',
      '2021-22 Q2',
      '2021-22 Q1-Q2 to 2021-06-30',
    ]);
    expect(labels('Q2', new Map())).toEqual(labels('Q2'));
  });
});
