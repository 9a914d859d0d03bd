import fc from 'fast-check';
import type { TestDatabase } from '../../../platform/testing/database';
import {
  ask,
  clearFacts,
  complaintChanged,
  insightDatabase,
  ombudsmenDescribed,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { generatedComplaints, SERVICES } from '../testing/generated';
import type { MeasureFilter } from './filter';
import { type MeasureRow, measures } from './measures';
import type { Dimension } from './stage-dimensions';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(() => clearFacts(database));

const rows = (by: readonly Dimension[], where: MeasureFilter = {}, fill = true) =>
  ask(database, async (context) => (await measures(context, { by, where, fill })).rows);
const STAGES = [1, 2, 3].map((number) => ({ number, onlyByEscalation: false }));
const received = (id: string, receivedOn: string, given = {}) =>
  complaintChanged({ id, stages: [stage({ id: id.replace('-', '-stage-'), receivedOn, ...given })] });

describe('an answer with its gaps filled', () => {
  beforeEach(() =>
    project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      streamDescribed({ stream: 'SCHOOLS', stages: STAGES }),
      received('corporate-a', '2021-04-06', { theme: 'Delay' }),
      received('corporate-b', '2021-07-06', { theme: 'Noise' }),
      received('schools-a', '2021-06-06', { theme: 'Delay' }),
    ]),
  );

  it('has a row for every month between, and 0 where nothing happened', async () => {
    const shown = await rows(['MONTH'], { from: '2021-03-15', to: '2021-08-02' });
    expect(shown.map(({ month, received: count }) => [month, count])).toEqual([
      ['2021-03-01', 0],
      ['2021-04-01', 1],
      ['2021-05-01', 0],
      ['2021-06-01', 1],
      ['2021-07-01', 1],
      ['2021-08-01', 0],
    ]);
  });

  it('has every stage of every stream and no others, and names that have something', async () => {
    const shown = await rows(['STREAM', 'STAGE', 'THEME'], { themes: ['Delay'] });
    expect(shown.map((row) => [row.stream, row.stage, row.theme, row.received])).toEqual([
      ['CORPORATE', 1, 'Delay', 1],
      ['CORPORATE', 2, 'Delay', 0],
      ['SCHOOLS', 1, 'Delay', 1],
      ['SCHOOLS', 2, 'Delay', 0],
      ['SCHOOLS', 3, 'Delay', 0],
    ]);
  });

  it('has the quarters of each year asked for, null where no records reach', async () => {
    await project(database, [
      sourceReached({
        ...{ source: 'crm', keepers: ['corporate', 'schools'], from: '2021-04-01', to: '2021-08-31' },
      }),
    ]);
    const shown = await rows(['FINANCIAL_YEAR', 'QUARTER'], { financialYears: ['2021-22'] });
    expect(shown.map((row) => [row.quarter, row.received])).toEqual([
      ['Q1', 2],
      ['Q2', 1],
      ['Q3', null],
      ['Q4', null],
    ]);
    expect((await rows(['MONTH'])).map(({ month }) => month)).toEqual(
      ['04', '05', '06', '07', '08'].map((month) => `2021-${month}-01`),
    );
  });

  it('is one row without a dimension, and none of nothing', async () => {
    expect(await rows([])).toMatchObject([{ received: 3 }]);
    await clearFacts(database);
    expect(await rows(['MONTH', 'STREAM', 'THEME'])).toEqual([]);
  });

  it('is refused where it would be too long', async () => {
    const where = { from: '1900-01-01', to: '2099-12-31' };
    await expect(rows(['MONTH', 'STREAM', 'STAGE', 'OUTCOME'], where)).rejects.toThrow(
      '`fill` gives more than 10,000 rows',
    );
  });
});

const DIMENSIONS: readonly Dimension[] = [
  ...(['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER', 'MONTH'] as const),
  ...(['DIRECTORATE', 'SERVICE', 'THEME', 'CHANNEL', 'OUTCOME'] as const),
];
const isNothing = ({ received: r, answered, closed, referredToOmbudsman, upheldByOmbudsman }: MeasureRow) =>
  [r, answered, closed, referredToOmbudsman, upheldByOmbudsman].every((figure) => !figure);

describe('beside the same answer as it is', () => {
  it('has the same rows in the same order, and others of nothing between them', async () => {
    await project(database, [
      ...['CORPORATE', 'SCHOOLS'].map((stream) =>
        streamDescribed({ stream, stages: [...STAGES, { number: 4, onlyByEscalation: false }] }),
      ),
      ombudsmenDescribed(),
      ...SERVICES.map((service) => serviceNamed(service)),
      ...generatedComplaints({ count: 150, seed: 5 }).map((given) => complaintChanged(given)),
    ]);
    const someDimensions = fc.shuffledSubarray([...DIMENSIONS], { minLength: 1, maxLength: 3 });
    const where = fc.constantFrom<MeasureFilter>(
      {},
      { financialYears: ['2019-20', '2020-21'] },
      { from: '2019-06-15', quarters: ['Q1', 'Q3'] },
      { streams: ['SCHOOLS'], themes: ['Delay', 'Not recorded'] },
    );
    await fc.assert(
      fc.asyncProperty(someDimensions, where, async (by, narrowed) => {
        const [plain, filled] = [await rows(by, narrowed, false), await rows(by, narrowed)];
        expect(filled.filter((row) => !isNothing(row))).toEqual(plain.filter((row) => !isNothing(row)));
        expect(new Set(filled.map((row) => JSON.stringify(row))).size).toBe(filled.length);
        for (const row of plain) expect(filled).toContainEqual(row);
      }),
      { numRuns: 25, seed: 11 },
    );
  });
});
