import { groupBy } from '../../../platform/tables/group-by';
import type { TestDatabase } from '../../../platform/testing/database';
import { askedFor } from '../figures/asked-figures';
import { MEASURE_NAMES, MEASURES } from '../figures/catalogue/measure-catalogue';
import type { MeasureFilter } from '../figures/filter';
import { measures } from '../figures/measures';
import { keyOfRow } from '../figures/question';
import type { Dimension } from '../figures/stage-dimensions';
import { periodReport } from '../report/period-report';
import { figures } from '../scorecard/figures';
import {
  ask,
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  streamDescribed,
} from '../testing/fixtures';
import { generatedComplaints, SERVICES } from '../testing/generated';
import { partsOf } from './families';
import { Solver } from './testing/solver';

const BELOW = 5;
const ANALYST = { role: 'analyst' };
const PROTECTED = { ...ANALYST, smallNumbersBelow: BELOW };
/** The clock of the tests stands in October. */
const LAST_QUARTER_END = '2021-09-30';
const OVER = ['2018-19', '2019-20', '2020-21'];

const REPORT = {
  ...{ id: 'corporate', title: 'Corporate', samePeriodOfYearsBefore: true },
  rows: [
    { label: 'Stage 1 received', measure: 'received' as const, stage: 1 },
    { label: 'Stage 3 received', measure: 'received' as const, stage: 3 },
  ],
};

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    streamDescribed({ stream: 'CORPORATE', report: REPORT }),
    streamDescribed({ stream: 'SCHOOLS' }),
    ...SERVICES.map((service) => serviceNamed(service)),
    ...generatedComplaints({ count: 260, seed: 7 }).map((complaint) => complaintChanged(complaint)),
  ]);
});
afterAll(() => database.stop());

interface Question {
  readonly by: readonly Dimension[];
  readonly where: MeasureFilter;
}

const ALL = askedFor(MEASURE_NAMES.filter((measure) => partsOf(measure) !== null));
const told = ({ by, where }: Question) =>
  ask(database, (context) => measures(context, { by, where, asked: ALL }), PROTECTED);
const exact = ({ by, where }: Question) =>
  ask(database, (context) => measures(context, { by, where, asked: ALL, asAt: LAST_QUARTER_END }), ANALYST);

/** Every way to divide that is answered, and every part of a filter with it, each alone and with a stream. */
function questions(): Question[] {
  const coarse: (readonly Dimension[])[] = [[], ['STREAM'], ['FINANCIAL_YEAR', 'STAGE']];
  const streams: MeasureFilter[] = [{}, { streams: ['SCHOOLS'], stages: [2] }];
  const quarters: Question[] = coarse.flatMap((by) => [
    { by: [...by, 'QUARTER'], where: {} },
    { by: [...by, 'QUARTER'], where: { financialYears: ['2020-21'] } },
    { by, where: { quarters: ['Q1', 'Q3'] } },
    { by, where: { from: '2020-07-01', to: '2020-12-31' } },
  ]);
  const attributes: Question[] = coarse.flatMap((by) =>
    [
      ...(['SERVICE', 'DIRECTORATE', 'THEME', 'CHANNEL'] as const).map((dimension) => ({
        by: [...by, dimension],
        where: {},
      })),
      { by, where: { services: ['Highways'] } },
      { by, where: { directorates: ['Not recorded'] } },
      { by, where: { themes: ['Delay', 'Not recorded'] } },
      { by, where: { channels: ['Email'] } },
    ].flatMap(({ by: divided, where }) => [
      { by: divided, where: { ...where, financialYears: OVER } },
      { by: divided, where: { ...where, financialYears: ['2020-21'] } },
    ]),
  );
  return [...quarters, ...attributes].flatMap(({ by, where }) =>
    streams.map((stream) => ({ by, where: { ...where, ...stream } })),
  );
}

const FINEST: readonly Dimension[] = [
  'STREAM',
  'STAGE',
  'FINANCIAL_YEAR',
  'QUARTER',
  'DIRECTORATE',
  'SERVICE',
  'THEME',
  'CHANNEL',
];
const COUNTS = ALL.measures.map((measure) => MEASURES[measure]).filter(({ kind }) => kind === 'count');

describe('figures where small numbers are protected', () => {
  it('are those that everybody else is told, or are not told, and are never small', async () => {
    const shown: number[] = [];
    for (const question of questions()) {
      const rowKey = keyOfRow(question.by);
      const whole = new Map((await exact(question)).rows.map((row) => [rowKey(row), row]));
      const { rows, asAt } = await told(question);
      expect(asAt).toBe(LAST_QUARTER_END);
      expect(rows.map(rowKey)).toEqual([...whole.keys()]);
      for (const row of rows) {
        const { suppressed = [], ...values } = row;
        const hidden = suppressed.map((measure) => [MEASURES[measure].figure, null]);
        expect(values).toEqual({ ...whole.get(rowKey(row)), ...Object.fromEntries(hidden) });
        shown.push(...COUNTS.flatMap(({ figure }) => row[figure] ?? []));
      }
    }
    expect(shown.length).toBeGreaterThan(500);
    expect(shown.filter((count) => count > 0 && count < BELOW)).toEqual([]);
  });

  it('have the rows that everybody else has, where one figure alone is asked for', async () => {
    const asked = askedFor(['ACKNOWLEDGED_IN_TIME']);
    for (const by of [
      ['FINANCIAL_YEAR', 'QUARTER'],
      ['STREAM', 'STAGE'],
    ] as const) {
      const rowsOf = async (caller: typeof PROTECTED | typeof ANALYST, asAt: string | null) =>
        (await ask(database, (context) => measures(context, { by, asked, asAt }), caller)).rows.map(
          keyOfRow(by),
        );
      expect(await rowsOf(PROTECTED, null)).toEqual(await rowsOf(ANALYST, LAST_QUARTER_END));
    }
  });

  it('give no small number of stages received away, whatever is added and taken away', async () => {
    const atoms = (await exact({ by: FINEST, where: {} })).rows.filter(({ received }) => (received ?? 0) > 0);
    const placeOf = new Map(atoms.map((atom, place) => [keyOfRow(FINEST)(atom), place]));
    const solver = new Solver(atoms.length);
    const hidden: ReadonlySet<number>[] = [];
    for (const question of questions()) {
      const cells = groupBy((await exact({ ...question, by: FINEST })).rows, keyOfRow(question.by));
      for (const row of (await told(question)).rows) {
        const cell = (cells.get(keyOfRow(question.by)(row)) ?? []).map(keyOfRow(FINEST));
        const equation = new Set(cell.flatMap((key) => placeOf.get(key) ?? []));
        if (row.received === null) hidden.push(equation);
        else solver.learn(equation);
      }
    }
    const sizeOf = (cell: ReadonlySet<number>) =>
      [...cell].reduce((sum, place) => sum + (atoms[place]?.received ?? 0), 0);
    const small = hidden.filter((cell) => sizeOf(cell) > 0 && sizeOf(cell) < BELOW);
    expect(small.length).toBeGreaterThan(50);
    expect(small.filter((cell) => solver.follows(cell))).toEqual([]);
  });

  it('say what the rule is beside figures of a scorecard, and what is hidden', async () => {
    const asked = {
      measures: ['RECEIVED', 'OPEN'] as const,
      where: { quarters: ['Q2' as const], financialYears: ['2021-22'] },
    };
    const [received, open] = await ask(
      database,
      (context) => figures(context, { ...asked, measures: [...asked.measures] }),
      PROTECTED,
    );
    const [whole] = await ask(
      database,
      (context) => figures(context, { ...asked, measures: [...asked.measures] }),
      ANALYST,
    );
    expect(received).toMatchObject({ suppressed: false, value: whole?.value, asAt: LAST_QUARTER_END });
    expect(open).toMatchObject({ suppressed: true, value: null });
  });

  it('compare whole quarters with whole quarters, and what went on with nothing', async () => {
    const [received, wentOn] = await ask(
      database,
      (context) =>
        figures(context, {
          measures: ['RECEIVED', 'WENT_ON'],
          where: { financialYears: ['2020-21'] },
          compareWith: ['SAME_PERIOD_LAST_YEAR'],
        }),
      PROTECTED,
    );
    expect(received?.comparisons).toMatchObject([
      { suppressed: false, from: '2019-04-01', to: '2020-03-31' },
    ]);
    expect(wentOn?.comparisons).toMatchObject([{ suppressed: true, value: null }]);
  });

  it('stand in the report, or are marked as not told', async () => {
    const report = (caller: typeof PROTECTED | typeof ANALYST) =>
      ask(database, (context) => periodReport(context, { financialYear: '2020-21', upTo: 'Q4' }), caller);
    const [whole, toldOf] = [await report(ANALYST), await report(PROTECTED)].map(
      ({ tables }) => tables[0]?.rows ?? [],
    );
    expect(toldOf?.map(({ suppressed }) => new Set(suppressed))).toEqual([new Set(), new Set([true])]);
    expect(toldOf).toEqual(
      whole?.map((row, place) => {
        const suppressed = toldOf?.[place]?.suppressed ?? [];
        return {
          ...row,
          ...(toldOf?.[place]?.suppressed && { suppressed }),
          values: row.values.map((value, column) => (suppressed[column] ? null : value)),
        };
      }),
    );
  });

  it.each([
    ['a month', { by: ['MONTH'], where: {} }, 'MONTH'],
    [
      'two things at once',
      { by: ['SERVICE', 'THEME'], where: { financialYears: OVER } },
      'service and theme',
    ],
    [
      'a quarter and a service',
      { by: ['SERVICE'], where: { financialYears: OVER, quarters: ['Q1'] } },
      'over by 2021-09-30',
    ],
    ['findings', { by: [], where: { outcomes: ['UPHELD'] } }, 'OUTCOME'],
    ['days', { by: [], where: { from: '2021-07-02', to: '2021-09-30' } }, 'quarters and financial years'],
    ['a year that goes on', { by: ['THEME'], where: { financialYears: ['2021-22'] } }, 'over by 2021-09-30'],
    ['all years, of which one goes on', { by: ['THEME'], where: {} }, 'name them'],
  ] satisfies [string, Question, string][])('are refused of %s', async (_, question, words) => {
    await expect(told(question)).rejects.toThrow(words);
  });

  it('are refused as at a day of one\u2019s own', async () => {
    const asked = ask(database, (context) => measures(context, { by: [], asAt: '2021-08-01' }), PROTECTED);
    await expect(asked).rejects.toThrow('`asAt` is 2021-09-30 where small numbers are protected');
  });
});
