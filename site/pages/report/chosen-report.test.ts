import fc from 'fast-check';
import { chosenReport } from './chosen-report';

const source = { source: 'corporate-crm', stream: 'CORPORATE' as const, to: null, loadedAt: null };
const REACH = { asAt: '2021-10-11', sources: [{ ...source, from: '2019-04-02' }] };
const chosen = (query: Record<string, unknown>, asAt = REACH.asAt) => chosenReport(query, { ...REACH, asAt });

describe('the report that an address asks for', () => {
  it('is up to the newest quarter that the records reach where none is named', () => {
    const { financialYear, upTo, title, period, years, problems } = chosen({});
    expect([financialYear, upTo, title]).toEqual(['2021-22', 'Q3', 'Third quarter update 2021-22']);
    expect(period).toBe('April to December 2021 (Q1 to Q3 2021-22)');
    expect([years, problems]).toEqual([['2021-22', '2020-21', '2019-20'], []]);
  });

  it('is the one that is named, each quarter by what the council calls it', () => {
    const titles = ['Q1', 'Q2', 'Q3', 'Q4'].map((upTo) => chosen({ financialYear: '2020-21', upTo }).title);
    expect(titles).toEqual([
      'First update 2020-21',
      'Mid-year report 2020-21',
      'Third quarter update 2020-21',
      'Annual report 2020-21',
    ]);
  });

  it('is of the whole of a year that is over', () => {
    expect(chosen({ financialYear: '2019-20' })).toMatchObject({
      upTo: 'Q4',
      period: '2019-20 (April 2019 to March 2020)',
    });
    expect(chosen({}, '2022-03-31')).toMatchObject({ financialYear: '2021-22', upTo: 'Q4' });
    expect(chosen({}, '2022-04-01')).toMatchObject({ financialYear: '2022-23', upTo: 'Q1' });
  });

  it('offers the newest year alone where nothing has been loaded', () => {
    expect(chosenReport({}, { asAt: '2021-10-11', sources: [] }).years).toEqual(['2021-22']);
    expect(chosenReport({}, { asAt: '1901-10-11', sources: [] }).years).toEqual([]);
  });

  it('says what can be chosen in place of what makes no sense, and stands', () => {
    const { problems, title } = chosen({ financialYear: '2021-23', upTo: 'Q5' });
    expect(problems.map(({ says }) => says)).toEqual([
      'Financial year: the records speak of 2021-22, 2020-21, 2019-20.',
      'Quarter: choose one of Q1, Q2, Q3, Q4.',
    ]);
    expect(title).toBe('Third quarter update 2021-22');
    expect(chosen({ financialYear: '', upTo: '' }).problems).toEqual([]);
  });

  it('holds for whatever stands in the address', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (financialYear, upTo) => {
        const { years, title } = chosen({ financialYear, upTo });
        expect(years.some((year) => title.endsWith(year))).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
