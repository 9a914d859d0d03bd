import fc from 'fast-check';
import type { TestDatabase } from '../../../../platform/testing/database';
import { howMany } from '../../../../platform/testing/how-many';
import { MEASURE_NAMES, type Measure } from '../../figures/catalogue/measure-catalogue';
import { periodReport } from '../../report/period-report';
import { figures } from '../../scorecard/figures';
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
  sourceReached,
  streamDescribed,
} from '../../testing/fixtures';
import { generatedCases, generatedComplaints, SERVICES } from '../../testing/generated';
import type { ReportCell, ReportContent } from '../content';
import { checkDefinitions } from '../definitions/check-definitions';
import type { ColumnPeriod, Narrowing, ReportDefinition, RowDefinition } from '../definitions/definition';
import { definitionNamed, REPORT_DEFINITIONS } from '../definitions/definitions';
import { fillReport } from './fill-report';
import { cellsOf, tableOf, tablesOf } from './testing/made-definition';

const COMPLAINTS = generatedComplaints({ count: 300, seed: 20211014 });
const CASES = generatedCases({ count: 100, seed: 20211018, complaints: COMPLAINTS });
const ROWS = [
  { label: 'Received', measure: 'received' as const, stage: 1 },
  { label: 'Escalated', measure: 'escalated' as const, stage: 2 },
  { label: 'To the Ombudsman', measure: 'referredToOmbudsman' as const, stage: null },
];
const STAGES = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));
const described = (stream: string, samePeriodOfYearsBefore: boolean) =>
  streamDescribed({
    ...{ stream, stages: STAGES },
    report: { id: stream.toLowerCase(), title: stream, samePeriodOfYearsBefore, rows: ROWS },
  });

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
    described('CORPORATE', true),
    described('SCHOOLS', false),
    coverageRecorded({ stream: 'CORPORATE', measure: 'escalated_to_stage_2', recordedFrom: '2021-04-01' }),
    sourceReached({ source: 'crm', keepers: ['corporate'], from: '2019-04-01', to: '2021-10-10' }),
    sourceReached({ source: 'list', keepers: ['schools'], from: '2019-04-01', to: '2021-08-31' }),
    sourceReached({ source: 'register', keepers: ['ombudsman'], from: '2019-04-01', to: '2021-09-30' }),
  ]);
});
afterAll(() => database.stop());

type Asked = Omit<Parameters<typeof fillReport>[1], 'financialYear'> & { readonly financialYear?: string };
const filled = (asked: Asked, caller?: Parameters<typeof ask>[2]): Promise<ReportContent> =>
  ask(database, (context) => fillReport(context, { financialYear: '2021-22', ...asked }), caller);

/** Each cell that asks something, as it is told by itself. */
const toldAlone = (cells: readonly ReportCell[]): Promise<readonly object[]> =>
  ask(database, async (context) => {
    const told: object[] = [];
    for (const { id, question } of cells) {
      if (question === null) continue;
      const { measure, measureVersion: _, asAt, ...where } = question;
      const asked = { measures: [measureNamed(measure)], where: where as never, asAt };
      const [figure] = await figures(context, asked);
      told.push({
        ...{ id, value: figure?.value, numerator: figure?.numerator, denominator: figure?.denominator },
      });
    }
    return told;
  });

/** A column of several quarters says nothing before its last one is reached, though there are figures of the others. */
const isReached = ({ state }: ReportCell): boolean => state !== 'NOT_YET';

const measureNamed = (name: string): Measure => MEASURE_NAMES.find((measure) => measure === name)!;

const figuresIn = (cells: readonly ReportCell[]) =>
  cells
    .filter(({ question }) => question !== null)
    .map(({ id, value, numerator, denominator }) => ({ id, value, numerator, denominator }));

describe('a filled report', () => {
  it.each(
    REPORT_DEFINITIONS.flatMap((definition) =>
      definition.upTo.map((upTo) => [definition.key, upTo] as const),
    ),
  )('%s up to %s tells in each cell what its question is answered by itself', async (key, upTo) => {
    const content = await filled({ definition: definitionNamed(key)!, upTo });
    const cells = cellsOf(content).filter(isReached);
    expect(figuresIn(cells)).toEqual(await toldAlone(cells));
    expect(figuresIn(cells).length).toBeGreaterThan(10);
    const ids = cellsOf(content).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
  const aNarrowing: fc.Arbitrary<Narrowing> = fc.record(
    {
      ...{
        streams: some('CORPORATE', 'SCHOOLS'),
        stages: some(1, 2, 3),
        themes: some('Delay', 'Not recorded'),
      },
      ...{ channels: some('Email'), outcomes: some('UPHELD', 'NOT_UPHELD'), routes: some('DIRECT') },
    },
    { requiredKeys: [] },
  );
  const aRow: fc.Arbitrary<RowDefinition> = fc
    .record({
      measure: fc.constantFrom(...MEASURE_NAMES.filter((measure) => measure !== 'CALLS')),
      where: aNarrowing,
      each: fc.constantFrom(null, null, 'services' as const, 'directorates' as const),
    })
    .map(({ each, ...given }) =>
      each === null ? { ...given, key: 'row', label: 'Row' } : { ...given, each, most: 'so-far' },
    );
  const PERIODS: readonly ColumnPeriod[] = ['YEARS_BEFORE', 'QUARTERS', 'SAME_PERIOD_OF_YEARS_BEFORE'];
  const aDefinition: fc.Arbitrary<ReportDefinition> = fc
    .tuple(aRow, fc.subarray([...PERIODS]))
    .map(([row, periods]) =>
      tableOf(
        [row],
        [...periods, 'SO_FAR' as const].map((period) => ({ kind: 'FIGURE', period })),
      ),
    );

  it('tells the same of any definition that has no fault', async () => {
    await fc.assert(
      fc.asyncProperty(aDefinition, fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4'), async (definition, upTo) => {
        fc.pre(isFaultless(definition));
        const cells = cellsOf(await filled({ definition, upTo })).filter(isReached);
        expect(figuresIn(cells)).toEqual(await toldAlone(cells));
      }),
      { numRuns: howMany(40), seed: 14 },
    );
  });

  it('has the tables of the period report, told as it tells them', async () => {
    for (const upTo of ['Q1', 'Q2'] as const) {
      const content = await filled({ definition: definitionNamed('mid-year-progress')!, upTo });
      const appendix = content.sections.find(({ key }) => key === 'appendix')?.tables ?? [];
      const report = await ask(database, (context) =>
        periodReport(context, { financialYear: '2021-22', upTo }),
      );
      expect(
        appendix.map(({ key, title, columns, rows }) => ({
          ...{ key, title, columns: columns.map(({ label }) => label) },
          rows: rows.map(({ label, cells }) => ({ label, values: cells.map(({ value }) => value) })),
        })),
      ).toEqual(report.tables.map(({ id: _, ...table }) => table));
      expect(appendix.map(({ key }) => key)).toEqual(['corporate', 'schools', 'ombudsman-upheld']);
    }
  });

  it('names its period, its day, and whose records end before it', async () => {
    const definition = tableOf([{ key: 'received', label: 'Received', measure: 'RECEIVED' }]);
    const content = await filled({ definition, upTo: 'Q2' });
    expect(content).toMatchObject({
      ...{ title: 'Made up: April to September 2021 (Q1 to Q2 2021-22)', definition: 'made-up' },
      ...{ definitionVersion: 1, financialYear: '2021-22', upTo: 'Q2', from: '2021-04-01', to: '2021-09-30' },
      ...{ asAt: '2021-10-10', partial: ['SCHOOLS'] },
    });
    expect(tablesOf(content)[0]?.notes).toEqual([
      'Schools: records end on 31 August 2021. Figures of a period that goes on count up to then.',
    ]);
  });

  it.each([
    ['a year that is none', { financialYear: '2021' }, 'no financial year'],
    ['a year with none before it', { financialYear: '1900-01' }, 'too early'],
    ['a quarter of which such a report does not speak', { upTo: 'Q1' as const }, 'speaks of a year up to Q4'],
  ])('is refused for %s', async (_, wrong, words) => {
    const asked = { definition: definitionNamed('annual-adults')!, upTo: 'Q4' as const, ...wrong };
    await expect(filled(asked)).rejects.toThrow(words);
  });

  it('tells those who see no facts nothing', async () => {
    const definition = tableOf([{ key: 'received', label: 'Received', measure: 'RECEIVED' }]);
    const [cell] = cellsOf(await filled({ definition, upTo: 'Q1' }, { role: 'auditor' }));
    expect(cell?.value ?? 0).toBe(0);
  });
});

function isFaultless(definition: ReportDefinition): boolean {
  try {
    return checkDefinitions([definition]).length > 0;
  } catch {
    return false;
  }
}
