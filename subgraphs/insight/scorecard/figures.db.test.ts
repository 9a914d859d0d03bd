import type { Comparison } from '../../../domain/calendar/compared-period';
import type { TestDatabase } from '../../../platform/testing/database';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import type { MeasureFilter } from '../figures/filter';
import {
  ask,
  complaintChanged,
  insightDatabase,
  project,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { figures } from './figures';

/** Answered in ten days of twelve, thirteen or fourteen: late where `late`. */
const answered = (id: string, answeredOn: string, { days, late = false }: { days: number; late?: boolean }) =>
  stage({
    ...{ id: `corporate-${id}`, receivedOn: '2020-04-01', answeredOn, daysToAnswer: days },
    dueOn: late ? '2020-04-02' : '2021-12-31',
  });
const one = (first: ReturnType<typeof stage>, ...others: ReturnType<typeof stage>[]) =>
  complaintChanged({ id: first.id, stages: [first, ...others] });

describe('figures one by one', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      sourceReached({ source: 'crm', keepers: ['corporate'], from: '2020-04-01', to: '2021-08-10' }),
      one(answered('1', '2021-07-05', { days: 10 })),
      one(answered('2', '2021-07-06', { days: 20 })),
      one(answered('3', '2021-08-09', { days: 30, late: true })),
      one(answered('4', '2021-04-09', { days: 5, late: true })),
      one(answered('5', '2020-07-09', { days: 40, late: true })),
      one(answered('6', '2020-08-11', { days: 4 })),
      one(
        stage({ id: 'corporate-7', receivedOn: '2020-07-20' }),
        stage({ id: 'corporate-8', receivedOn: '2020-09-01', number: 2 }),
      ),
      one(
        stage({ id: 'corporate-9', receivedOn: '2021-07-20' }),
        stage({ id: 'corporate-10', receivedOn: '2021-08-02', number: 2 }),
      ),
    ]);
  });
  afterAll(() => database.stop());

  const Q2: MeasureFilter = { financialYears: ['2021-22'], quarters: ['Q2'] };
  const read = (
    measures: readonly Measure[],
    question: { where?: MeasureFilter; compareWith?: readonly Comparison[]; asAt?: string } = {},
  ) => ask(database, (context) => figures(context, { measures, where: Q2, ...question }));

  it('come in the order asked for, each with what it is divided from', async () => {
    expect(await read(['IN_TIME_RATE', 'ANSWERED', 'DAYS_TO_ANSWER_MEDIAN', 'OPEN'])).toMatchObject([
      { measure: 'IN_TIME_RATE', value: 2 / 3, numerator: 2, denominator: 3, partial: true },
      { measure: 'ANSWERED', value: 3, numerator: null, denominator: null, asAt: '2021-08-10' },
      { measure: 'DAYS_TO_ANSWER_MEDIAN', value: 20, denominator: 3 },
      // Both second stages: their first ones ended with them.
      { measure: 'OPEN', value: 2 },
    ]);
  });

  it('stand beside as many days of another period, and say whether they are better', async () => {
    const compareWith = ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'] as const;
    const [rate, median, received] = await read(['IN_TIME_RATE', 'DAYS_TO_ANSWER_MEDIAN', 'ANSWERED'], {
      compareWith,
    });
    expect(rate?.comparisons).toEqual([
      {
        ...{ with: 'PREVIOUS_PERIOD', from: '2021-04-01', to: '2021-05-11' },
        ...{ value: 0, numerator: 0, denominator: 1, suppressed: false, better: true, direction: 'SAME' },
      },
      {
        ...{ with: 'SAME_PERIOD_LAST_YEAR', from: '2020-07-01', to: '2020-08-10' },
        ...{ value: 0, numerator: 0, denominator: 1, suppressed: false, better: true, direction: 'SAME' },
      },
    ]);
    expect(median?.comparisons).toMatchObject([
      { value: 5, denominator: 1, better: false },
      { value: 40, denominator: 1, better: true },
    ]);
    expect(received?.comparisons).toMatchObject([{ better: null }, { better: null }]);
  });

  it('compare what went on after as long', async () => {
    const went = await read(['WENT_ON'], { compareWith: ['SAME_PERIOD_LAST_YEAR'] });
    // Last year's went on too, but later than this year's has had time for.
    expect(went).toMatchObject([{ value: 1, comparisons: [{ value: 0, better: false }] }]);
    const whole = await read(['WENT_ON'], {
      where: { from: '2021-07-20', to: '2021-07-20' },
      compareWith: ['SAME_PERIOD_LAST_YEAR'],
      asAt: '2021-08-10',
    });
    expect(whole).toMatchObject([{ value: 1, comparisons: [{ value: 0 }] }]);
  });

  it('are null outside of the records, and so is what is beside them', async () => {
    expect(
      await read(['ANSWERED', 'OPEN'], {
        where: { financialYears: ['2019-20'] },
        compareWith: ['PREVIOUS_PERIOD'],
      }),
    ).toMatchObject([
      { value: null, partial: false, comparisons: [{ value: null, better: null }] },
      { value: null, comparisons: [{ value: null, better: null }] },
    ]);
  });

  it.each<[string, Parameters<typeof read>, string]>([
    ['no measure', [[]], '`measures` is empty'],
    ['no period', [['OPEN'], { where: {}, compareWith: ['PREVIOUS_PERIOD'] }], 'needs one period'],
    [
      'an open end',
      [['OPEN'], { where: { from: '2021-01-01' }, compareWith: ['PREVIOUS_PERIOD'] }],
      'needs one period',
    ],
    [
      'two periods',
      [
        ['OPEN'],
        { where: { financialYears: ['2019-20', '2021-22'] }, compareWith: ['SAME_PERIOD_LAST_YEAR'] },
      ],
      'needs one period',
    ],
    [
      'a period to come',
      [['OPEN'], { where: { financialYears: ['2031-32'] }, compareWith: ['PREVIOUS_PERIOD'] }],
      'has not begun',
    ],
    ['a day to come', [['OPEN'], { asAt: '2031-01-01' }], '`asAt` is still to come'],
  ])('are refused for %s', async (_, question, message) => {
    await expect(read(...question)).rejects.toThrow(message);
  });
});
