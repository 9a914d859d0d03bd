import type { StageFact } from '../../../contracts/events/complaint-changed';
import { EVERY_DAY } from '../../../counting/day-set';
import { Parameters } from '../../../counting/days-sql';
import { toDay } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import { ask, complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { type Checked, questionOf } from './check-question';
import { countDays } from './count-days';
import { countStates } from './count-states';
import { listedFacts } from './listed-facts';
import { isOpenSql } from './open-stages';
import type { Question } from './question';

const DAYS = ['2021-04-30', '2021-05-31', '2021-06-30', '2021-07-31'].map((day) => ({
  day: toDay(day),
  period: {},
}));

/** Received in April, with its end. */
const one = (id: string, given: Partial<StageFact> = {}) =>
  complaintChanged({
    ...{ id: `corporate-${id}`, closedOn: given.closedOn ?? null },
    ...(given.ended && { status: 'CLOSED' as const }),
    stages: [stage({ id: `corporate-${id}`, receivedOn: '2021-04-12', dueOn: '2021-05-10', ...given })],
  });

describe('what waits', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
  });
  afterAll(() => database.stop());

  const checked = (asAt = '2021-07-31'): Checked => ({
    filter: { streams: null, stages: null, services: null, days: EVERY_DAY },
    at: { asAt: toDay(asAt), isCut: true },
    recording: { streams: [], lines: [], ombudsmen: null },
  });
  const standing = async (asAt?: string) => {
    const question: Question = questionOf([], checked(asAt));
    const rows = await ask(database, ({ transaction }) => countStates(transaction, question, DAYS));
    return rows.map(({ open, overdue }) => [open, overdue]);
  };

  it.each<[string, ReturnType<typeof one>, readonly (readonly number[])[]]>([
    [
      'never ends',
      one('1'),
      [
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'ends with its answer',
      one('1', { answeredOn: '2021-06-30' }),
      [
        [1, 0],
        [1, 1],
      ],
    ],
    [
      'is due later',
      one('1', { dueOn: '2021-06-29', answeredOn: '2021-07-02' }),
      [
        [1, 0],
        [1, 0],
        [1, 1],
      ],
    ],
    [
      'is due on the last day',
      one('1', { dueOn: '2021-05-31', answeredOn: '2021-06-02' }),
      [
        [1, 0],
        [1, 0],
      ],
    ],
    [
      'has no due date',
      one('1', { dueOn: null, answeredOn: '2021-06-02' }),
      [
        [1, 0],
        [1, 0],
      ],
    ],
    ['closes without an answer', one('1', { closedOn: '2021-05-20', ended: true }), [[1, 0]]],
    ['ends on the day it came', one('1', { answeredOn: '2021-04-12' }), []],
    ['ends on a day that nobody knows', one('1', { ended: true }), []],
    [
      'was due before it came',
      one('1', { dueOn: '2021-04-01' }),
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
  ])('is right of what %s', async (_, complaint, expected) => {
    await project(database, [{ ...complaint, version: ++version }]);
    expect(await standing()).toEqual(expected);
  });
  let version = 1;

  it('is told by what was known: an answer that came later ends nothing', async () => {
    await project(database, [{ ...one('1', { answeredOn: '2021-06-10' }), version: ++version }]);
    expect(await standing('2021-07-31')).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(await standing('2021-06-09')).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('is listed as it is counted', async () => {
    await project(database, [{ ...one('1', { answeredOn: '2021-06-10' }), version: ++version }]);
    const listed = (measure: 'OPEN' | 'OVERDUE', asAt: string) =>
      ask(database, async ({ transaction }) => {
        const parameters = new Parameters();
        const { table, id, conditions } = listedFacts(measure, { parameters, checked: checked(asAt) });
        const sql = `select ${id} as id from ${table} where ${conditions.join(' and ')}`;
        return (await transaction.query<{ id: string }>(sql, parameters.values)).map((row) => row.id);
      });
    expect(await listed('OPEN', '2021-05-10')).toEqual(['corporate-1']);
    expect(await listed('OVERDUE', '2021-05-10')).toEqual([]);
    expect(await listed('OVERDUE', '2021-05-11')).toEqual(['corporate-1']);
    expect(await listed('OPEN', '2021-06-10')).toEqual([]);
    expect(isOpenSql('$1', '$2')).toContain('not ended_without_day');
  });

  it('and days to answer are counted by whole days, and not where they are unknown', async () => {
    await project(database, [
      { ...one('1', { answeredOn: '2021-06-10', daysToAnswer: 40 }), version: ++version },
      one('2', { answeredOn: '2021-04-14', daysToAnswer: 2 }),
      one('3', { answeredOn: '2021-04-14', daysToAnswer: 2 }),
      one('4', { answeredOn: '2021-04-15', daysToAnswer: null }),
    ]);
    const days = async (asAt: string) => {
      const question = questionOf([], checked(asAt));
      const read = await ask(database, ({ transaction }) => countDays(transaction, question));
      return Object.fromEntries(read.get('[]') ?? []);
    };
    expect(await days('2021-07-31')).toEqual({ 2: 2, 40: 1 });
    expect(await days('2021-06-09')).toEqual({ 2: 2 });
  });
});
