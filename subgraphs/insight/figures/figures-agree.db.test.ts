import fc from 'fast-check';
import { addDays, toDay } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import { howMany } from '../../../platform/testing/how-many';
import { counted, countedTotal } from '../lists/counted';
import {
  ask,
  complaintChanged,
  coverageRecorded,
  event,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmenDescribed,
  project,
  serviceNamed,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import { generatedCases, generatedComplaints, SERVICES } from '../testing/generated';
import { aFilter, anAsAt, someDimensions } from '../testing/generated-questions';
import {
  type CountedThing,
  casesCounted,
  everythingCounted,
  knownOn,
  passes,
  passesDay,
  passesParts,
  timeOf,
  valueOfDimension,
  waitingOn,
} from '../testing/recount';
import { askedFor } from './asked-figures';
import {
  COUNT_NAMES as ALL_COUNTS,
  MEASURE_NAMES,
  MEASURES,
  type Measure,
} from './catalogue/measure-catalogue';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import { type Dimension, FIELDS } from './stage-dimensions';

const COMPLAINTS = generatedComplaints({ count: 250, seed: 20211015 });
const CASES = generatedCases({ count: 120, seed: 20211016, complaints: COMPLAINTS });
const STAGES = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));
// Calls are divided by time alone: check-calls.db.test.ts.
const COUNT_NAMES = ALL_COUNTS.filter((name) => name !== 'CALLS');
const NAMES: readonly Measure[] = COUNT_NAMES;
const TIME = new Set(['FINANCIAL_YEAR', 'QUARTER', 'MONTH']);

/** Everything that counts as at a day; without one, all that there is, gone on by today. */
function thingsAsAt(asAt: string | null): readonly CountedThing[] {
  const cases = casesCounted(CASES, COMPLAINTS, asAt ?? TODAY);
  if (asAt === null)
    return [
      ...everythingCounted(COMPLAINTS).filter(({ measure }) => measure !== 'WENT_ON'),
      ...wentOn(TODAY),
      ...cases,
    ];
  const known = COMPLAINTS.map((complaint) => knownOn(complaint, asAt));
  return [...everythingCounted(known, asAt), ...cases].filter(({ on }) => on <= asAt);
}

const wentOn = (day: string) =>
  everythingCounted(COMPLAINTS, day).filter(({ measure }) => measure === 'WENT_ON');

/** What waits on a day, by what is known as at another. */
const waitingAsAt = (day: string, asAt: string | null) =>
  waitingOn(
    COMPLAINTS.map((complaint) => knownOn(complaint, asAt ?? TODAY)),
    day,
  );

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    ...COMPLAINTS.map((complaint) => complaintChanged(complaint)),
    ...CASES.map((state) => ombudsmanCaseChanged(state)),
    ombudsmenDescribed(),
    ...SERVICES.map((service) => serviceNamed(service)),
    event('directorate-named', 1, { id: 'place', name: 'Place' }),
    event('directorate-named', 1, { id: 'corporate', name: 'Corporate' }),
    streamDescribed({ stream: 'CORPORATE', stages: STAGES }),
    streamDescribed({ stream: 'SCHOOLS', stages: STAGES }),
  ]);
});
afterAll(() => database.stop());

const keyOf = (by: readonly Dimension[], values: (dimension: Dimension) => unknown) =>
  JSON.stringify(by.map(values));
const keyOfThing = (by: readonly Dimension[], thing: CountedThing) =>
  keyOf(by, (dimension) => valueOfDimension(thing, dimension));

describe('figures beside a recount', () => {
  const read = async (
    asked: readonly Measure[],
    question: { by: readonly Dimension[]; where: MeasureFilter; asAt: string | null },
  ) => {
    const { rows } = await ask(database, (context) =>
      measures(context, { ...question, asked: askedFor(asked) }),
    );
    const read = rows.map((row) => [keyOf(question.by, (dimension) => row[FIELDS[dimension]]), row] as const);
    expect(new Set(read.map(([key]) => key)).size).toBe(rows.length);
    return new Map(read);
  };

  it('are the same counts for any dimensions, filter and day', async () => {
    await fc.assert(
      fc.asyncProperty(someDimensions, aFilter, anAsAt, async (by, where, asAt) => {
        const rows = await read(COUNT_NAMES, { by, where, asAt });
        const expected = new Map<string, number[]>(by.length === 0 ? [['[]', COUNT_NAMES.map(() => 0)]] : []);
        for (const thing of thingsAsAt(asAt).filter((one) => passes(one, where))) {
          const key = keyOfThing(by, thing);
          const row = expected.get(key) ?? COUNT_NAMES.map(() => 0);
          row[NAMES.indexOf(thing.measure)]! += 1;
          expected.set(key, row);
        }
        const figures = [...rows].map(([key, row]) => [
          key,
          // Of days after the one asked for nothing is recorded.
          COUNT_NAMES.map((name) => row[MEASURES[name].figure] ?? 0),
        ]);
        expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: howMany(100), seed: 1 },
    );
  });

  it('are the same of what waits on the last day of each period', async () => {
    await fc.assert(
      fc.asyncProperty(someDimensions, aFilter, anAsAt, async (by, where, asAt) => {
        const rows = await read(['OPEN', 'OVERDUE'], { by, where, asAt });
        const standing = [...rows]
          .filter(([, { open }]) => open !== 0 && open !== null)
          .map(([key, { open, overdue }]) => [key, [open, overdue]]);
        const expected = new Map<string, [number, number]>();
        for (const day of lastDays(by, where, asAt ?? TODAY)) {
          for (const thing of waitingAsAt(day, asAt).filter((one) => passesParts(one, where))) {
            const key = keyOf(by, (dimension) =>
              TIME.has(dimension) ? timeOf(day, dimension) : valueOfDimension(thing, dimension),
            );
            const [open, overdue] = expected.get(key) ?? [0, 0];
            expected.set(key, thing.measure === 'OPEN' ? [open + 1, overdue] : [open, overdue + 1]);
          }
        }
        expect(Object.fromEntries(standing)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: howMany(60), seed: 3 },
    );
  });

  it('are the same shares and days to answer', async () => {
    const asked: readonly Measure[] = MEASURE_NAMES.filter((name) =>
      ['rate', 'distribution'].includes(MEASURES[name].kind),
    );
    await fc.assert(
      fc.asyncProperty(someDimensions, aFilter, anAsAt, async (by, where, asAt) => {
        const rows = await read(asked, { by, where, asAt });
        const things = new Map<string, CountedThing[]>();
        for (const thing of thingsAsAt(asAt).filter((one) => passes(one, where))) {
          const key = keyOfThing(by, thing);
          things.set(key, [...(things.get(key) ?? []), thing]);
        }
        for (const [key, row] of rows) {
          const own = things.get(key) ?? [];
          const count = (...names: Measure[]) => own.filter(({ measure }) => names.includes(measure)).length;
          const rate = (numerator: number, denominator: number) =>
            denominator === 0 ? null : numerator / denominator;
          const days = own.filter(({ measure }) => measure === 'ANSWERED').map(({ stage }) => daysOf(stage));
          expect(row).toMatchObject({
            inTimeRate: rate(count('ANSWERED_IN_TIME'), count('ANSWERED')),
            acknowledgedInTimeRate: rate(count('ACKNOWLEDGED_IN_TIME'), count('ACKNOWLEDGED')),
            upholdRate: rate(
              count('UPHELD', 'PARTIALLY_UPHELD'),
              count('UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'),
            ),
            wentOnRate: rate(count('WENT_ON'), count('RECEIVED')),
            remedyComplianceRate: rate(count('REMEDIES_DONE_IN_TIME'), count('REMEDIES_DUE')),
            daysToAnswerMean: days.length === 0 ? null : days.reduce((a, b) => a + b, 0) / days.length,
            daysToAnswerMedian: percentileInc(days, 0.5),
            daysToAnswerP90: percentileInc(days, 0.9),
          });
        }
      }),
      { numRuns: howMany(50), seed: 4 },
    );
  });

  /** The last day of each period that is not after `asAt`: looked for day by day. */
  function lastDays(by: readonly Dimension[], where: MeasureFilter, asAt: string): string[] {
    const last = new Map<string, string>();
    for (let day = toDay('2019-01-01'); day <= asAt; day = addDays(day, 1)) {
      const time = by.filter((dimension) => TIME.has(dimension));
      if (passesDay(day, where))
        last.set(
          keyOf(time, (dimension) => timeOf(day, dimension)),
          day,
        );
    }
    return [...last.values()];
  }

  const daysOf = (stage: object): number =>
    'daysToAnswer' in stage ? Number(stage.daysToAnswer) : Number.NaN;

  function percentileInc(values: readonly number[], share: number): number | null {
    if (values.length === 0) return null;
    const sorted = [...values].sort((a, b) => a - b);
    const rank = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0];
    return expect.closeTo(below + (above - below) * (rank % 1), 9);
  }
});

describe('lists beside figures', () => {
  const DENOMINATORS: Partial<Record<Measure, readonly Measure[]>> = {
    IN_TIME_RATE: ['ANSWERED'],
    ACKNOWLEDGED_IN_TIME_RATE: ['ACKNOWLEDGED'],
    UPHOLD_RATE: ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'],
    WENT_ON_RATE: ['RECEIVED'],
    REMEDY_COMPLIANCE_RATE: ['REMEDIES_DUE'],
    DAYS_TO_ANSWER_MEAN: ['ANSWERED'],
    DAYS_TO_ANSWER_MEDIAN: ['ANSWERED'],
    DAYS_TO_ANSWER_P90: ['ANSWERED'],
  };

  it('hold exactly what is counted, once each and in order, to the end of their pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...MEASURE_NAMES.filter((name) => name !== 'CALLS')),
        aFilter,
        anAsAt,
        fc.integer({ min: 7, max: 120 }),
        async (measure, where, asAt, first) => {
          const walked = await walk({ measure, where, asAt, first });
          const expected = expectedOf(measure, where, asAt)
            .map(({ on, id }) => `${on} ${id}`)
            .sort();
          expect(walked.nodes.map(({ on, subject }) => `${on} ${subject}`)).toEqual(expected);
          const { rows } = await ask(database, (context) =>
            measures(context, { by: [], where, asAt, asked: askedFor([measure]) }),
          );
          expect(walked.totalCount ?? 0).toBe(expected.length);
          if (!DENOMINATORS[measure]) expect(rows[0]?.[MEASURES[measure].figure] ?? 0).toBe(expected.length);
        },
      ),
      { numRuns: howMany(100), seed: 2 },
    );
  });

  function expectedOf(measure: Measure, where: MeasureFilter, asAt: string | null): readonly CountedThing[] {
    if (measure !== 'OPEN' && measure !== 'OVERDUE') {
      const counts = DENOMINATORS[measure] ?? [measure];
      return thingsAsAt(asAt).filter((thing) => counts.includes(thing.measure) && passes(thing, where));
    }
    let last: string | null = null;
    for (let day = toDay('2019-01-01'); day <= (asAt ?? TODAY); day = addDays(day, 1))
      if (passesDay(day, where)) last = day;
    const waiting = last === null ? [] : waitingAsAt(last, asAt);
    return waiting.filter((thing) => thing.measure === measure && passesParts(thing, where));
  }

  it('have a null for a figure that was not recorded, and still show what there is', async () => {
    await project(database, [
      coverageRecorded({ stream: 'SCHOOLS', measure: 'direct_to_stage_2', recordedFrom: '2021-04-01' }),
    ]);
    const where = { financialYears: ['2020-21'], stages: [2] };
    const walked = await walk({ measure: 'DIRECT', where, asAt: null, first: 200 });
    expect(walked.totalCount).toBeNull();
    expect(walked.nodes.length).toBe(expectedOf('DIRECT', where, null).length);
    expect(walked.nodes.length).toBeGreaterThan(0);
  });

  async function walk(question: {
    measure: Measure;
    where: MeasureFilter;
    asAt: string | null;
    first: number;
  }) {
    const nodes = [];
    let after: string | null = null;
    for (;;) {
      const page = await ask(database, async (context) => {
        const read = await counted(context, { ...question, after });
        return { ...read, totalCount: await countedTotal(read, context) };
      });
      nodes.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) return { nodes, totalCount: page.totalCount };
    }
  }
});
