import { EVERY_DAY } from '../../../../counting/day-set';
import { toDay } from '../../../../domain/calendar/day';
import { parseFinancialYear } from '../../../../domain/calendar/financial-year';
import type { Measure } from '../../figures/catalogue/measure-catalogue';
import { emptyTally, type Tally } from '../../figures/tally';
import { figureCell } from './figure-cell';

const period = { label: '2021-22', financialYear: parseFinancialYear('2021-22')!, quarters: null };
const stages = [1, 2].map((number) => ({ number, onlyByEscalation: false }));
const report = { id: 'adults', title: 'Adults', samePeriodOfYearsBefore: false, rows: [] };

function cell(
  measure: Measure,
  counted: readonly Partial<Tally>[],
  {
    reach = ['2019-04-01', '2022-03-31'],
    isTold = true,
    needsLastQuarter = false,
    quarters = null,
  }: {
    reach?: readonly [string, string];
    isTold?: boolean;
    needsLastQuarter?: boolean;
    quarters?: readonly ('Q1' | 'Q2')[] | null;
  } = {},
) {
  const [from, to] = reach.map(toDay);
  const asked = { measure, where: { streams: ['ADULTS'] }, period: { ...period, quarters } };
  const template = { ...asked, each: null };
  const column = { kind: 'FIGURE' as const, key: 'so-far', label: '', given: {}, period, needsLastQuarter };
  const rows = counted.map((row) => ({ ...emptyTally({}), ...row }));
  const recording = {
    ...{ streams: [{ stream: 'ADULTS', stages, report }], lines: [], ombudsmen: { report } },
    reach: new Map([['ADULTS', { from: from!, to: to! }]]),
  };
  return figureCell(
    'table/row/so-far',
    { asked, template, column },
    {
      counted: { rowsOf: () => ({ rows, isTold }), valuesOf: () => [] },
      checked: {
        filter: { streams: null, services: null, stages: null, days: EVERY_DAY },
        at: { asAt: to!, isCut: true },
        recording,
      },
    },
  );
}

const read = (...asked: Parameters<typeof cell>) => cell(...asked).text.replaceAll('\u00a0', ' ');

describe('the cell of a figure', () => {
  it('holds a count with its thousands, and what it asked', () => {
    expect(read('RECEIVED', [{ received: 1200 }, { received: 34 }])).toBe('1,234');
    expect(cell('RECEIVED', [])).toMatchObject({
      ...{ id: 'table/row/so-far', state: 'TOLD', text: '0', value: 0 },
      question: { measure: 'RECEIVED', streams: ['ADULTS'], financialYears: ['2021-22'], asAt: '2022-03-31' },
    });
  });

  it('never tells a rate without its counts, and one of nothing as none', () => {
    expect(read('IN_TIME_RATE', [{ answered: 128, answeredInTime: 81 }])).toBe('63 % (81 of 128)');
    expect(cell('IN_TIME_RATE', [])).toMatchObject({
      state: 'TOLD',
      text: 'none',
      value: null,
      denominator: 0,
    });
  });

  it('tells days with of how many answers', () => {
    expect(
      read('DAYS_TO_ANSWER_MEDIAN', [
        {
          days: new Map([
            [10, 1],
            [14, 1],
          ]),
        },
      ]),
    ).toBe('12 working days (of 2)');
    expect(read('DAYS_TO_ANSWER_MEDIAN', [])).toBe('none');
  });

  it('adds up what is open', () => {
    expect(read('OPEN', [{ open: 3, overdue: 1 }, { open: 4 }])).toBe('7');
  });

  it('is not recorded before the records, and not yet after them: neither is 0', () => {
    const before = { reach: ['2022-04-01', '2023-03-31'] as const };
    const after = { reach: ['2019-04-01', '2021-03-31'] as const };
    expect(cell('RECEIVED', [], before)).toMatchObject({
      state: 'NOT_RECORDED',
      text: 'not recorded',
      value: null,
    });
    expect(cell('RECEIVED', [], after)).toMatchObject({ state: 'NOT_YET', text: 'not yet', value: null });
  });

  it('is withheld where small numbers are', () => {
    expect(cell('RECEIVED', [{ received: 2 }], { isTold: false })).toMatchObject({
      ...{ state: 'SUPPRESSED', text: 'too few to show', value: null },
    });
  });

  it('waits for its last quarter where the column asks for it', () => {
    const toJune = { reach: ['2019-04-01', '2021-06-30'] as const, quarters: ['Q1', 'Q2'] as const };
    expect(cell('RECEIVED', [{ received: 2 }], toJune).state).toBe('TOLD');
    expect(cell('RECEIVED', [{ received: 2 }], { ...toJune, needsLastQuarter: true }).state).toBe('NOT_YET');
  });
});
