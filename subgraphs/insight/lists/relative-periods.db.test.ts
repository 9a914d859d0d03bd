import fc from 'fast-check';
import { toDay } from '../../../domain/calendar/day';
import type { Quarter } from '../../../domain/calendar/financial-year';
import { type RelativePeriod, relativePeriod } from '../../../domain/calendar/relative-period';
import type { TestDatabase } from '../../../platform/testing/database';
import { measures } from '../figures/measures';
import { ask, complaintChanged, insightDatabase, project, streamDescribed, TODAY } from '../testing/fixtures';
import { generatedComplaints } from '../testing/generated';
import { complaints, complaintTotal } from './complaints';
import { counted } from './counted';

const COMPLAINTS = generatedComplaints({ count: 150, seed: 11 });
const STAGES = COMPLAINTS.flatMap(({ stages }) => stages);

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    ...COMPLAINTS.map((given) => complaintChanged(given)),
    streamDescribed({ stream: 'CORPORATE' }),
    streamDescribed({ stream: 'SCHOOLS' }),
  ]);
});
afterAll(() => database.stop());

const somePeriods = fc.subarray<RelativePeriod>(
  ['THIS_YEAR', 'LAST_YEAR', 'THIS_QUARTER', 'LAST_QUARTER', 'THIS_MONTH', 'LAST_MONTH'],
  { minLength: 1 },
);
const isIn = (day: string, periods: readonly RelativePeriod[]) =>
  periods.some((period) => {
    const { from, to } = relativePeriod({ period, today: toDay(TODAY) });
    return from <= day && day <= to;
  });

describe('periods by their names', () => {
  it('narrow figures, and the list behind each, to their days', async () => {
    const quarters = fc.constantFrom<Quarter[] | null>(null, ['Q1', 'Q2', 'Q3', 'Q4']);
    await fc.assert(
      fc.asyncProperty(somePeriods, quarters, async (periods, among) => {
        const where = { periods, quarters: among };
        const expected = STAGES.filter(({ receivedOn }) => isIn(receivedOn, periods));
        const { rows } = await ask(database, (context) => measures(context, { by: [], where }));
        expect(rows[0]?.received).toBe(expected.length);
        const { edges } = await ask(database, (context) =>
          counted(context, { measure: 'RECEIVED', where, first: 200 }),
        );
        expect(edges.map(({ node }) => node.reference).sort()).toEqual(
          expected.map(({ reference }) => reference).sort(),
        );
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it('narrow the list of complaints by the day of the first stage', async () => {
    await fc.assert(
      fc.asyncProperty(somePeriods, async (receivedIn) => {
        const where = { receivedIn, receivedFrom: '2020-06-15' };
        const expected = COMPLAINTS.filter(
          ({ stages: [first] }) => first!.receivedOn >= '2020-06-15' && isIn(first!.receivedOn, receivedIn),
        );
        const page = await ask(database, async (context) => {
          const read = await complaints(context, { where, first: 200 });
          return { ids: read.edges.map(({ node }) => node.id), total: await complaintTotal(read, context) };
        });
        expect(page.ids.sort()).toEqual(expected.map(({ id }) => id).sort());
        expect(page.total).toBe(expected.length);
      }),
      { numRuns: 20, seed: 5 },
    );
  });

  it.each([
    [{ receivedIn: [] }, '`where.receivedIn` is empty'],
    [{ receivedIn: ['LAST_MONTH' as const], receivedTo: '2021-08-31' }, 'has no day in common'],
  ])('are refused where they can let nothing through: %j', async (where, words) => {
    const refusal = await ask(database, (context) => complaints(context, { where })).catch(
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      message: expect.stringContaining(words),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('leave the cursors of lists without them as they were', async () => {
    const cursor = async (where: object) =>
      (await ask(database, (context) => complaints(context, { where, first: 1 }))).pageInfo.endCursor;
    const again = await ask(database, async (context) =>
      complaints(context, { where: { receivedIn: null }, first: 1, after: await cursor({}) }),
    );
    expect(again.edges).toHaveLength(1);
    const after = await cursor({ receivedIn: ['THIS_YEAR'] });
    const other = ask(database, (context) => complaints(context, { after })).catch((error: unknown) => error);
    expect(await other).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
