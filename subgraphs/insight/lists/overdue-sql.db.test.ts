import fc from 'fast-check';
import { Parameters } from '../../../counting/days-sql';
import { addDays, type Day, toDay } from '../../../domain/calendar/day';
import { isOverdue } from '../../../domain/findings';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { overdueDaySql, overdueSql } from './overdue-sql';

const TODAY = toDay('2021-10-15');

const complaint = fc.record({
  ended: fc.boolean(),
  dueOn: fc.option(
    fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days)),
    { nil: null },
  ),
});
type Complaint = { readonly ended: boolean; readonly dueOn: Day | null };

describe('whether a complaint is overdue', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.stop());

  const inSql = async (complaints: readonly Complaint[], sql: string): Promise<(boolean | null)[]> => {
    const rows = complaints.map(({ ended, dueOn }, place) => ({
      status: ended ? 'CLOSED' : 'OPEN',
      due_on: dueOn,
      place,
    }));
    const found = (await database.owner.query(
      `select ${sql} as overdue from jsonb_to_recordset($2::jsonb)
         as fact (status text, due_on date, place int) where $1::date is not null order by place`,
      [TODAY, JSON.stringify(rows)],
    )) as { overdue: boolean | null }[];
    return found.map(({ overdue }) => overdue);
  };
  const inDomain = (complaints: readonly Complaint[]) =>
    complaints.map((one) => isOverdue({ ...one, today: TODAY }));

  it('is the same in SQL as in domain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(complaint, { minLength: 1, maxLength: 40 }), async (complaints) => {
        expect(await inSql(complaints, overdueSql('$1::date'))).toEqual(inDomain(complaints));
      }),
      { numRuns: 30 },
    );
  });

  it('is told of the newest day that its stream reaches, today at the latest', async () => {
    const days = async (reach: readonly (readonly [string, Day | null])[]) => {
      const parameters = new Parameters();
      const sql = overdueDaySql(parameters, {
        reach: new Map(reach.map(([stream, to]) => [stream, { from: null, to }])),
        today: TODAY,
      });
      const found = (await database.owner.query(
        `select ${sql}::text as day from unnest(array['CORPORATE', 'ADULTS', 'SCHOOLS']) as row (stream)`,
        parameters.values,
      )) as { day: string }[];
      return found.map(({ day }) => day);
    };
    expect(await days([])).toEqual([TODAY, TODAY, TODAY]);
    expect(
      await days([
        ['CORPORATE', toDay('2021-09-30')],
        ['ADULTS', null],
        ['SCHOOLS', toDay('2021-10-16')],
      ]),
    ).toEqual(['2021-09-30', TODAY, TODAY]);
  });

  it.each([
    ['counts the due day itself', `(status = 'OPEN' and due_on <= $1::date)`],
    ['counts what has ended', 'due_on < $1::date'],
    ['knows no unknown', `(status = 'OPEN' and coalesce(due_on < $1::date, false))`],
  ])('is seen to differ where SQL %s', async (_, sql) => {
    const complaints = [true, false].flatMap((ended) =>
      [null, TODAY, addDays(TODAY, -1)].map((dueOn) => ({ ended, dueOn })),
    );
    expect(await inSql(complaints, sql)).not.toEqual(inDomain(complaints));
  });
});
