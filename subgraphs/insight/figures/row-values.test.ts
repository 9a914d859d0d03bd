import { NO_DIMENSION } from './question';
import { figuresOf, measuredValue } from './row-values';
import { emptyTally, tallied } from './tally';

const answered = { ...emptyTally({}), answered: 4, answeredInTime: 3, upheld: 1, notUpheld: 1 };
const days = new Map([
  [2, 3],
  [10, 1],
]);

describe('the figures of a row', () => {
  it('are worked out from what was counted', () => {
    const tally = { ...answered, days };
    expect(measuredValue('ANSWERED', tally)).toEqual({ value: 4, numerator: null, denominator: null });
    expect(measuredValue('IN_TIME_RATE', tally)).toEqual({ value: 0.75, numerator: 3, denominator: 4 });
    expect(measuredValue('UPHOLD_RATE', tally)).toEqual({ value: 0.5, numerator: 1, denominator: 2 });
    expect(measuredValue('DAYS_TO_ANSWER_MEAN', tally)).toEqual({
      value: 4,
      numerator: null,
      denominator: 4,
    });
    expect(measuredValue('DAYS_TO_ANSWER_MEDIAN', tally).value).toBe(2);
  });

  it('are null where they are divided by nothing', () => {
    const nothing = emptyTally({});
    expect(measuredValue('WENT_ON_RATE', nothing)).toEqual({ value: null, numerator: 0, denominator: 0 });
    expect(measuredValue('DAYS_TO_ANSWER_P90', nothing).value).toBeNull();
    expect(measuredValue('OPEN', nothing).value).toBe(0);
  });

  it('are those asked for, null where they were not recorded', () => {
    expect(figuresOf(answered, { asked: ['ANSWERED', 'OPEN'], recorded: new Set(['ANSWERED']) })).toEqual({
      ...{ answered: 4, open: null },
    });
  });
});

describe('what was counted by itself', () => {
  const row = (month: string) => ({ ...NO_DIMENSION, month: month as never });

  it('is one row for each combination, and one for what only waits', () => {
    const counted = { ...emptyTally({}), ...row('2021-05-01'), received: 2 };
    const rows = tallied(['MONTH'], {
      counted: [counted],
      states: [
        { ...row('2021-05-01'), open: 2, overdue: 1 },
        { ...row('2021-06-01'), open: 1, overdue: 1 },
      ],
      days: new Map([['["2021-05-01"]', days]]),
    });
    expect(rows).toMatchObject([
      { month: '2021-05-01', received: 2, open: 2, overdue: 1, days },
      { month: '2021-06-01', received: 0, open: 1, overdue: 1 },
    ]);
  });
});
