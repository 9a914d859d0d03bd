import type { TestDatabase } from '../../../platform/testing/database';
import { sourcesOf } from '../coverage/known-sources';
import { counted } from '../lists/counted';
import { figures as scorecard } from '../scorecard/figures';
import {
  ask,
  callsCounted,
  clearFacts,
  complaintChanged,
  insightDatabase,
  ombudsmenDescribed,
  project,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { askedFor } from './asked-figures';
import type { Measure } from './catalogue/measure-catalogue';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import type { Dimension } from './stage-dimensions';

const PARTNER = { role: 'partner', partner: 'stockport-homes' };
const ANALYST = { role: 'analyst' };

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

const DAYS = [
  callsCounted({ day: '2021-04-30', calls: 3 }),
  callsCounted({ day: '2021-05-03', calls: 5 }),
  callsCounted({ day: '2021-08-03', calls: 1 }),
];
const EXPORT = { source: 'calls', keepers: ['calls'], from: '2021-04-01', to: '2021-08-31' };
const DESCRIBED = [
  streamDescribed({ stream: 'CORPORATE' }),
  ombudsmenDescribed(),
  complaintChanged({
    id: 'corporate-a',
    stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-06-03' })],
  }),
  sourceReached({ source: 'crm', keepers: ['corporate'], from: '2020-04-01', to: '2021-09-30' }),
  sourceReached(EXPORT),
];

interface Question {
  readonly by?: readonly Dimension[];
  readonly where?: MeasureFilter;
  readonly asAt?: string;
  readonly fill?: boolean;
  readonly asked?: readonly Measure[];
}
const read = ({ by = [], asked = ['CALLS'], ...question }: Question, caller = ANALYST) =>
  ask(database, (context) => measures(context, { ...question, by, asked: askedFor(asked) }), caller);
const calls = async (question: Question, caller = ANALYST) =>
  (await read(question, caller)).rows.map((row) => row.calls);

beforeEach(async () => {
  await clearFacts(database);
  await project(database, [...DESCRIBED, ...DAYS]);
});

describe('calls', () => {
  it.each<[MeasureFilter, number | null]>([
    [{}, 9],
    [{ financialYears: ['2021-22'] }, 9],
    [{ financialYears: ['2021-22'], quarters: ['Q1'] }, 8],
    [{ from: '2021-05-03', to: '2021-05-03' }, 5],
    [{ from: '2021-05-04', to: '2021-08-02' }, 0],
    [{ to: '2021-03-31' }, null],
    [{ from: '2021-09-01' }, null],
    [{ financialYears: ['2019-20'] }, null],
    [{ quarters: ['Q4'] }, null],
    [{ periods: ['LAST_YEAR'] }, null],
  ])('of %j are %s', async (where, expected) => {
    expect(await calls({ where })).toEqual([expected]);
  });

  it('are divided by time, each in its own row, beside what else is asked', async () => {
    expect((await read({ by: ['FINANCIAL_YEAR', 'QUARTER'] })).rows).toMatchObject([
      { financialYear: '2021-22', quarter: 'Q1', calls: 8 },
      { financialYear: '2021-22', quarter: 'Q2', calls: 1 },
    ]);
    const { rows } = await read({ by: ['MONTH'], asked: ['RECEIVED', 'CALLS', 'OPEN'] });
    expect(rows.map(({ month, received, calls: offered }) => [month, received, offered])).toEqual([
      ['2021-04-01', 0, 3],
      ['2021-05-01', 0, 5],
      ['2021-06-01', 1, 0],
      ['2021-07-01', 0, 0],
      ['2021-08-01', 0, 1],
      ['2021-09-01', 0, null],
    ]);
  });

  it('make no row where nobody asks for them', async () => {
    const { rows } = await read({ by: ['MONTH'], asked: ['RECEIVED'] });
    expect(rows).toEqual([expect.objectContaining({ month: '2021-06-01', received: 1 })]);
    expect(rows[0]).not.toHaveProperty('calls');
  });

  it('fill the months of their own exports', async () => {
    await project(database, [sourceReached({ ...EXPORT, from: '2020-01-01', to: '2021-10-05' }, 2)]);
    const { rows } = await read({ by: ['MONTH'], fill: true });
    expect(rows.length).toBe(22);
    expect(rows.map(({ calls: offered }) => offered).filter((offered) => offered !== 0)).toEqual([3, 5, 1]);
  });

  it('are as at a day those offered by then, and null of what came later', async () => {
    expect(await calls({ asAt: '2021-05-02' })).toEqual([3]);
    expect(await calls({ asAt: '2021-05-02', where: { from: '2021-05-03' } })).toEqual([null]);
    expect((await read({ by: ['MONTH'], asAt: '2021-05-02' })).rows).toMatchObject([{ calls: 3 }]);
  });

  it('are partial where their exports end within the period', async () => {
    const partial = async (question: Question) => (await read(question)).callsPartial;
    expect(await partial({ where: { financialYears: ['2021-22'] } })).toBe(true);
    expect(await partial({ where: { financialYears: ['2021-22'], quarters: ['Q1'] } })).toBe(false);
    expect(await partial({ where: { financialYears: ['2022-23'] } })).toBe(false);
    expect(await partial({ where: { financialYears: ['2021-22'] }, asked: ['RECEIVED'] })).toBe(false);
    expect(await partial({})).toBe(false);
  });

  it('count those that came before their export was heard of', async () => {
    await project(database, [callsCounted({ day: '2021-10-04', calls: 2 })]);
    expect(await calls({ where: { from: '2021-10-01', to: '2021-10-04' } })).toEqual([2]);
    expect(await calls({ where: { from: '2021-10-05' } })).toEqual([null]);
  });

  it.each<[string, Question, string]>([
    ['by a dimension', { by: ['MONTH', 'STREAM'] }, '`by` asks for calls by STREAM'],
    ['by another', { by: ['OMBUDSMAN'] }, '`by` asks for calls by OMBUDSMAN'],
    ['of a stream', { where: { streams: ['CORPORATE'] } }, '`where.streams` asks for calls by streams'],
    ['of a theme', { where: { themes: ['Delay'] } }, '`where.themes` asks'],
    ['of an age', { where: { ageBands: ['OVER_65_WORKING_DAYS'] } }, '`calls` has no age'],
    ['by age', { by: ['AGE_BAND'] }, '`calls` has no age'],
  ])('alone are refused %s', async (_, question, message) => {
    await expect(read(question)).rejects.toThrow(message);
  });

  it('are null there beside other measures, and change none of them', async () => {
    const { rows, callsPartial } = await read({
      ...{ by: ['STREAM'], where: { financialYears: ['2021-22'] } },
      asked: ['RECEIVED', 'CALLS'],
    });
    expect([rows, callsPartial]).toEqual([
      [expect.objectContaining({ stream: 'CORPORATE', received: 1, calls: null })],
      false,
    ]);
    expect(await calls({ where: { streams: ['CORPORATE'] }, asked: ['RECEIVED', 'CALLS'] })).toEqual([null]);
  });

  it('are nothing to partners, who do not see them', async () => {
    expect(await calls({}, PARTNER)).toEqual([null]);
    const { rows } = await read({ by: ['MONTH'], asked: ['RECEIVED', 'CALLS'] }, PARTNER);
    expect(rows).toEqual([]);
  });

  it('are in no list', async () => {
    await expect(ask(database, (context) => counted(context, { measure: 'CALLS' }))).rejects.toThrow(
      'there is no list of them',
    );
  });

  it('come from their own sources, which others do not name', async () => {
    const named = (madeOf?: Parameters<typeof sourcesOf>[1]) =>
      ask(database, async ({ reference }) =>
        (await sourcesOf(reference, madeOf)).map(({ source, stream }) => [source, stream]),
      );
    expect(await named()).toEqual([['crm', 'CORPORATE']]);
    expect(await named((await read({})).madeOf)).toEqual([['calls', null]]);
    expect(await named((await read({ asked: ['CALLS', 'OPEN'] })).madeOf)).toEqual([
      ['calls', null],
      ['crm', 'CORPORATE'],
    ]);
  });
});

describe('a figure of calls', () => {
  const figure = (where: MeasureFilter, asked: readonly Measure[] = ['CALLS'], caller = ANALYST) =>
    ask(
      database,
      (context) =>
        scorecard(context, {
          measures: asked,
          where,
          compareWith: ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'],
        }),
      caller,
    );

  it('is compared with other periods, and says whose records it is made of', async () => {
    const [calls] = await figure({ financialYears: ['2021-22'], quarters: ['Q2'] });
    expect(calls).toMatchObject({
      ...{ measure: 'CALLS', value: 1, numerator: null, denominator: null, partial: true },
      comparisons: [
        { with: 'PREVIOUS_PERIOD', value: 8, better: null },
        { with: 'SAME_PERIOD_LAST_YEAR', value: null, better: null },
      ],
    });
    expect(calls?.id).toMatch(/^CALLS:CALLS:/);
  });

  it('is refused of a stream, and null there beside another', async () => {
    const where: MeasureFilter = { streams: ['CORPORATE'], financialYears: ['2021-22'] };
    await expect(figure(where)).rejects.toThrow('`where.streams` asks for calls by streams');
    expect(await figure(where, ['RECEIVED', 'CALLS'])).toMatchObject([
      { value: 1, partial: true },
      { value: null, partial: false },
    ]);
    expect(await figure({ financialYears: ['2021-22'] }, ['CALLS'], PARTNER)).toMatchObject([
      { value: null },
    ]);
  });
});

describe('what telephony publishes', () => {
  it('holds in its newest version, whatever came when and however often', async () => {
    const day = '2021-05-03';
    const states = [1, 2, 3].map((version) => callsCounted({ day, calls: version * 10 }, version + 1));
    await project(database, [...states].reverse());
    expect(await calls({})).toEqual([34]);
    for (const state of [...states, ...states]) await project(database, [state]);
    expect(await calls({})).toEqual([34]);
  });

  it('is withdrawn with its day, which no older event brings back', async () => {
    for (const [place, day] of ['2021-04-30', '2021-05-03', '2021-08-03'].entries())
      await project(database, [callsCounted({ day, calls: 0 }, 2 + place)]);
    await project(database, DAYS);
    expect(await calls({})).toEqual([0]);
    expect((await read({ by: ['MONTH'] })).rows).toMatchObject([{ month: '2021-06-01', calls: 0 }]);
    await project(database, [sourceReached({ ...EXPORT, keepers: [], from: null, to: null }, 2)]);
    expect(await calls({})).toEqual([null]);
  });

  it('is the same built anew', async () => {
    const before = await read({ by: ['MONTH'] });
    await clearFacts(database);
    expect((await read({ by: ['MONTH'] })).rows).toEqual([]);
    await project(database, [...DAYS, ...DESCRIBED]);
    expect(await read({ by: ['MONTH'] })).toEqual(before);
  });
});
