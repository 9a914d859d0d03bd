import fc from 'fast-check';
import type { Quarter } from '../../../domain/calendar/financial-year';
import type { TestDatabase } from '../../../platform/testing/database';
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
} from '../testing/fixtures';
import { generatedCases, generatedComplaints, SERVICES } from '../testing/generated';
import {
  type CountedThing,
  casesCounted,
  everythingCounted,
  passes,
  valueOfDimension,
} from '../testing/recount';
import type { MeasureFilter } from './filter';
import { MEASURES, type Measure } from './measure-catalogue';
import { measures } from './measures';
import type { Dimension } from './stage-dimensions';

const COMPLAINTS = generatedComplaints({ count: 250, seed: 20211015 });
const CASES = generatedCases({ count: 120, seed: 20211016, complaints: COMPLAINTS });
const THINGS = [...everythingCounted(COMPLAINTS), ...casesCounted(CASES, COMPLAINTS)];
const STAGES = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));
const LISTED: readonly Measure[] = [
  'RECEIVED',
  'ESCALATED',
  'DIRECT',
  'ANSWERED',
  'ANSWERED_IN_TIME',
  'CLOSED',
  'REFERRED_TO_OMBUDSMAN',
  'UPHELD_BY_OMBUDSMAN',
];

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

const maybe = <Value>(values: readonly Value[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 });
const aFilter: fc.Arbitrary<MeasureFilter> = fc
  .record({
    streams: maybe(['CORPORATE', 'SCHOOLS']),
    stages: maybe([1, 2, 3, 4]),
    financialYears: maybe(['2018-19', '2019-20', '2020-21', '2021-22']),
    quarters: maybe<Quarter>(['Q1', 'Q2', 'Q3', 'Q4']),
    period: fc.option(
      fc.constantFrom(
        ['2019-06-15', '2020-12-31'],
        ['2020-02-29', '2020-03-01'],
        ['2019-03-31', null],
        [null, '2021-04-01'],
      ),
      { nil: [null, null], freq: 1 },
    ),
    services: maybe(['Highways', 'highway services', 'LIBRARIES', 'Not recorded']),
    directorates: maybe(['Place', 'Corporate', 'Not recorded']),
    themes: maybe(['Delay', 'Not recorded']),
    channels: maybe(['Email', 'Phone']),
    outcomes: maybe(['UPHELD', 'NOT_UPHELD']),
  })
  .map(({ period: [from, to], ...lists }) => ({
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    from: from ?? null,
    to: to ?? null,
  }));
const someDimensions = fc.shuffledSubarray(
  [
    'STREAM',
    'STAGE',
    'FINANCIAL_YEAR',
    'QUARTER',
    'MONTH',
    'DIRECTORATE',
    'SERVICE',
    'THEME',
    'CHANNEL',
    'OUTCOME',
  ] as Dimension[],
  { maxLength: 4 },
);

describe('figures beside a recount', () => {
  const COLUMNS: Record<Dimension, string> = {
    STREAM: 'stream',
    STAGE: 'stage',
    FINANCIAL_YEAR: 'financialYear',
    QUARTER: 'quarter',
    MONTH: 'month',
    DIRECTORATE: 'directorate',
    SERVICE: 'service',
    THEME: 'theme',
    CHANNEL: 'channel',
    OUTCOME: 'outcome',
  };
  const figures = (row: Record<string, unknown>) => LISTED.map((measure) => row[MEASURES[measure].figure]);

  function recount(by: readonly Dimension[], things: readonly CountedThing[]): Map<string, number[]> {
    const rows = new Map<string, number[]>(by.length === 0 ? [['[]', LISTED.map(() => 0)]] : []);
    for (const thing of things) {
      const key = JSON.stringify(by.map((dimension) => valueOfDimension(thing, dimension)));
      const row = rows.get(key) ?? LISTED.map(() => 0);
      row[LISTED.indexOf(thing.measure)]! += 1;
      rows.set(key, row);
    }
    return rows;
  }

  it('are the same for any dimensions and any filter', async () => {
    await fc.assert(
      fc.asyncProperty(someDimensions, aFilter, async (by, where) => {
        const { rows } = await ask(database, (context) => measures(context, { by, where }));
        const expected = recount(
          by,
          THINGS.filter((thing) => passes(thing, where)),
        );
        const keys = rows.map((row) =>
          JSON.stringify(by.map((dimension) => row[COLUMNS[dimension] as keyof typeof row])),
        );
        expect(new Set(keys).size).toBe(rows.length);
        expect(Object.fromEntries(rows.map((row, place) => [keys[place], figures(row)]))).toEqual(
          Object.fromEntries(expected),
        );
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});

describe('lists beside figures', () => {
  it('hold exactly what is counted, once each and in order, to the end of their pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...LISTED),
        aFilter,
        fc.integer({ min: 7, max: 120 }),
        async (measure, where, first) => {
          const walked = await walk({ measure, where, first });
          const expected = THINGS.filter((thing) => thing.measure === measure && passes(thing, where))
            .map(({ on, id }) => `${on} ${id}`)
            .sort();
          expect(walked.nodes.map(({ on, subject }) => `${on} ${subject}`)).toEqual(expected);
          const figure = await ask(
            database,
            async (context) =>
              (await measures(context, { by: [], where })).rows[0]?.[MEASURES[measure].figure],
          );
          expect(walked.totalCount).toBe(expected.length);
          expect(figure).toBe(expected.length);
        },
      ),
      { numRuns: 100, seed: 2 },
    );
  });

  it('have a null for a figure that was not recorded, and still show what there is', async () => {
    await project(database, [
      coverageRecorded({ stream: 'SCHOOLS', measure: 'direct_to_stage_2', recordedFrom: '2021-04-01' }),
    ]);
    const where = { financialYears: ['2020-21'], stages: [2] };
    const walked = await walk({ measure: 'DIRECT', where, first: 200 });
    expect(walked.totalCount).toBeNull();
    expect(walked.nodes.length).toBe(
      THINGS.filter((thing) => thing.measure === 'DIRECT' && passes(thing, where)).length,
    );
    expect(walked.nodes.length).toBeGreaterThan(0);
  });

  async function walk({ measure, where, first }: { measure: Measure; where: MeasureFilter; first: number }) {
    const nodes = [];
    let after: string | null = null;
    for (;;) {
      const page = await ask(database, async (context) => {
        const read = await counted(context, { measure, where, first, after });
        return { ...read, totalCount: await countedTotal(read, context) };
      });
      nodes.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) return { nodes, totalCount: page.totalCount };
    }
  }
});
