import { parseFinancialYear } from '../../../../domain/calendar/financial-year';
import { questionOf, templateOf } from './cell-question';

const period = {
  label: '2021-22 Q1',
  financialYear: parseFinancialYear('2021-22')!,
  quarters: ['Q1'] as const,
};

describe('what a cell asks', () => {
  it('is what its row and its column ask together', () => {
    const template = templateOf(
      { measure: 'RECEIVED', where: { streams: ['ADULTS'] } },
      { where: { stages: [1] }, period },
    );
    expect(template).toEqual({
      ...{ measure: 'RECEIVED', period, each: null },
      where: { streams: ['ADULTS'], stages: [1] },
    });
  });

  it('is nothing where neither names a measure', () => {
    expect(templateOf({}, { period })).toBeNull();
  });

  it('is kept as a list takes it, each part that does not narrow null', () => {
    const where = { streams: ['ADULTS'], services: ['Day Care'] };
    expect(questionOf({ measure: 'RECEIVED', where, period }, '2021-10-01')).toEqual({
      ...{ measure: 'RECEIVED', measureVersion: 1, asAt: '2021-10-01' },
      ...{ streams: ['ADULTS'], stages: null, services: ['Day Care'], directorates: null, themes: null },
      ...{ channels: null, outcomes: null, routes: null, from: null, to: null },
      ...{ financialYears: ['2021-22'], quarters: ['Q1'] },
    });
  });

  it('is none that a list takes where it goes by why complaints ended', () => {
    const where = { closureReasons: ['WITHDRAWN'] };
    expect(questionOf({ measure: 'CLOSED', where, period }, '2021-10-01')).toBeNull();
  });
});
