import fc from 'fast-check';
import { type Day, dayOf } from '../domain/calendar/day';
import { financialYearOf, quarterOf } from '../domain/calendar/financial-year';
import { type TestDatabase, testDatabase } from '../platform/testing/database';
import { TIME_DIMENSIONS } from './dimensions';

const anyDay = fc
  .record({
    year: fc.integer({ min: 1900, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.constantFrom(1, 2, 28, 29, 30, 31),
  })
  .map(dayOf)
  .filter((day): day is Day => day !== null);

describe('dimensions of time', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.stop());

  it('say in SQL what domain says of a day', async () => {
    const { FINANCIAL_YEAR, QUARTER, MONTH } = TIME_DIMENSIONS;
    await fc.assert(
      fc.asyncProperty(fc.array(anyDay, { minLength: 1, maxLength: 60 }), async (days) => {
        const rows = await database.owner.query(
          `select ${FINANCIAL_YEAR.value} as year, ${QUARTER.value} as quarter, ${MONTH.value} as month
           from unnest($1::date[]) with ordinality as event (day, place) order by place`,
          [days],
        );
        expect(rows).toEqual(
          days.map((day) => ({
            year: financialYearOf(day),
            quarter: quarterOf(day),
            month: `${day.slice(0, 7)}-01`,
          })),
        );
      }),
      { numRuns: 30 },
    );
  });
});
