import { EVERY_DAY } from '../../../../counting/day-set';
import type { Reaches } from '../../../../counting/reach';
import { toDay } from '../../../../domain/calendar/day';
import { parseFinancialYear, type Quarter } from '../../../../domain/calendar/financial-year';
import type { Measure } from '../../figures/catalogue/measure-catalogue';
import { isAskedRecorded, isToCome, lastQuarterOf } from './period-recorded';

const financialYear = parseFinancialYear('2021-22')!;
const report = { id: 'adults', title: 'Adults', samePeriodOfYearsBefore: false, rows: [] };
const until = (to: string): Reaches => new Map([['ADULTS', { from: toDay('2019-04-01'), to: toDay(to) }]]);
const checked = (reach: Reaches, asAt = '2022-06-30') => ({
  filter: { streams: null, services: null, stages: null, days: EVERY_DAY },
  at: { asAt: toDay(asAt), isCut: true },
  recording: {
    ...{ streams: [{ stream: 'ADULTS', stages: [{ number: 1, onlyByEscalation: false }], report }] },
    ...{ lines: [], ombudsmen: null, reach },
  },
});
const asked = (quarters: readonly Quarter[] | null, measure: Measure = 'RECEIVED') => ({
  ...{ measure, where: { streams: ['ADULTS'] } },
  period: { label: '', financialYear, quarters },
});

describe('a period', () => {
  it('is recorded where the records speak of any of it', () => {
    expect(isAskedRecorded(asked(['Q1', 'Q2']), checked(until('2021-07-01')))).toBe(true);
    expect(isAskedRecorded(asked(['Q2']), checked(until('2021-06-30')))).toBe(false);
  });

  it('is to come where the records end before it, and where the day as at which all stands does', () => {
    expect(isToCome(asked(['Q2']), checked(until('2021-06-30')))).toBe(true);
    expect(isToCome(asked(['Q2']), checked(until('2021-07-01')))).toBe(false);
    expect(isToCome(asked(['Q2']), checked(until('2021-12-31'), '2021-06-30'))).toBe(true);
  });

  it('is not to come where nobody keeps any records of it', () => {
    expect(isToCome(asked(['Q2']), checked(new Map()))).toBe(false);
    expect(isToCome(asked(['Q2'], 'OMBUDSMAN_DECIDED'), checked(until('2021-06-30')))).toBe(false);
  });

  it('has a last quarter', () => {
    expect(lastQuarterOf(asked(['Q1', 'Q2']).period).quarters).toEqual(['Q2']);
    expect(lastQuarterOf(asked(['Q1']).period).quarters).toEqual(['Q1']);
    expect(lastQuarterOf(asked(null).period).quarters).toEqual(['Q4']);
  });
});
