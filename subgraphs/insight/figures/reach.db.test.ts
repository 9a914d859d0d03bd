import type { TestDatabase } from '../../../platform/testing/database';
import {
  ask,
  clearFacts,
  complaintChanged,
  coverageRecorded,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmenDescribed,
  project,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { askedFor } from './asked-figures';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import type { Dimension } from './stage-dimensions';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await clearFacts(database);
  await project(database, [
    streamDescribed({ stream: 'CORPORATE' }),
    streamDescribed({ stream: 'SCHOOLS' }),
    ombudsmenDescribed(),
    received('corporate-a', '2021-05-03'),
    received('schools-a', '2021-08-03'),
    ombudsmanCaseChanged({ id: 'lgsco-1', receivedOn: '2021-06-01' }),
  ]);
});

const received = (id: string, receivedOn: string) =>
  complaintChanged({ id, stages: [stage({ id: id.replace('-', '-stage-'), receivedOn })] });

const reached = (source: string, keepers: readonly string[], from: string, to: string) =>
  sourceReached({ source, keepers: [...keepers], from, to });

/** The three systems, each with its own end. */
const loaded = () =>
  project(database, [
    reached('crm', ['corporate'], '2020-04-01', '2021-09-30'),
    reached('spreadsheet', ['schools'], '2021-04-01', '2021-08-20'),
    reached('register', ['ombudsman'], '2020-04-01', '2021-06-30'),
  ]);

const figures = (by: readonly Dimension[], where: MeasureFilter = {}, caller?: Parameters<typeof ask>[2]) =>
  ask(database, (context) => measures(context, { by, where }), caller);

const year = (financialYear: string): MeasureFilter => ({ financialYears: [financialYear] });

describe('a period outside of what the records speak of', () => {
  it.each(['2019-20', '2022-23', '2030-31'])('is null in every figure: %s', async (financialYear) => {
    await loaded();
    const { rows, partial } = await figures([], year(financialYear));
    expect(rows).toMatchObject([
      { received: null, answered: null, closed: null, referredToOmbudsman: null, upheldByOmbudsman: null },
    ]);
    expect(partial).toEqual([]);
  });

  it('is told for each stream by its own records', async () => {
    await loaded();
    const { rows } = await figures([], { ...year('2020-21'), streams: ['CORPORATE'] });
    expect(rows).toMatchObject([{ received: 0, referredToOmbudsman: 0 }]);
    const schools = await figures([], { ...year('2020-21'), streams: ['SCHOOLS'] });
    expect(schools.rows).toMatchObject([{ received: null, referredToOmbudsman: 0 }]);
  });

  it('is null again once what was loaded is undone', async () => {
    await clearFacts(database);
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      reached('crm', ['corporate'], '2020-04-01', '2021-09-30'),
    ]);
    const receivedNow = async () => (await figures([], year('2021-22'))).rows[0]?.received;
    expect(await receivedNow()).toBe(0);
    await project(database, [sourceReached({ source: 'crm', keepers: [], from: null, to: null }, 2)]);
    expect(await receivedNow()).toBeNull();
  });

  it('is not known of what was loaded before sources said so: that has no end', async () => {
    const { rows, partial } = await figures([], year('2030-31'));
    expect([rows, partial]).toMatchObject([[{ received: 0, referredToOmbudsman: 0 }], []]);
  });
});

describe('a period that goes on past the newest day', () => {
  it('counts what there is, and says of whom that is not all', async () => {
    await loaded();
    const { rows, partial } = await figures(['STREAM'], { ...year('2021-22'), quarters: ['Q1', 'Q2'] });
    expect(rows.map((row) => [row.stream, row.received])).toEqual([
      ['CORPORATE', 1],
      ['SCHOOLS', 1],
    ]);
    expect(partial).toEqual(['SCHOOLS']);
    expect((await figures([], year('2021-22'))).partial).toEqual(['CORPORATE', 'SCHOOLS']);
    expect((await figures([], { ...year('2021-22'), streams: ['SCHOOLS'] })).partial).toEqual(['SCHOOLS']);
  });

  it('is none without a period, nor one that ends before', async () => {
    await loaded();
    expect((await figures([])).partial).toEqual([]);
    expect((await figures([], { from: '2021-05-01', to: '2021-08-20' })).partial).toEqual([]);
    expect((await figures([], { from: '2021-05-01', to: '2021-08-21' })).partial).toEqual(['SCHOOLS']);
  });
});

describe('a stream that is worked on here', () => {
  const OCTOBER = { from: '2021-10-01', to: '2021-10-15' };
  const liveFrom = (since: string) =>
    project(database, [
      sourceReached({ source: 'corporate-casework', keepers: ['corporate'], from: since, to: null }),
    ]);
  const corporate = async (where: MeasureFilter, by: readonly Dimension[] = []) => {
    const { rows, ...told } = await figures(by, { ...where, streams: ['CORPORATE'] });
    return { ...told, row: rows[0] };
  };

  it('is recorded every day from its first live day on, up to today, without an import', async () => {
    await loaded();
    expect((await corporate(OCTOBER)).row).toMatchObject({ received: null, answered: null });
    await liveFrom('2021-10-08');
    const { row, partial, asAt } = await corporate(OCTOBER);
    expect(row).toMatchObject({ received: 0, answered: 0, closed: 0 });
    expect([partial, asAt]).toEqual([['CORPORATE'], '2021-10-15']);
    const since = await corporate({ from: '2021-10-08', to: '2021-10-15' });
    expect([since.row?.received, since.partial]).toEqual([0, []]);
  });

  it('stays not recorded between the last extract and that day', async () => {
    await loaded();
    await liveFrom('2021-10-08');
    const between = await corporate({ from: '2021-10-01', to: '2021-10-07' });
    expect([between.row?.received, between.partial]).toEqual([null, []]);
    expect((await corporate({ from: '2021-09-30', to: '2021-10-01' })).partial).toEqual(['CORPORATE']);
  });

  it('counts what came in before that day and was typed in late, and shows no day before it as recorded', async () => {
    await loaded();
    await liveFrom('2021-10-08');
    await project(database, [received('corporate-late', '2021-10-05')]);
    const before = await corporate({ from: '2021-10-05', to: '2021-10-05' });
    expect([before.row?.received, before.partial]).toEqual([null, []]);
    const around = await corporate(OCTOBER);
    expect([around.row?.received, around.partial]).toEqual([1, ['CORPORATE']]);
    expect((await corporate({ from: '2021-10-08', to: '2021-10-15' })).row?.received).toBe(0);
  });

  it('is recorded in measures that the system before it did not record, from that day on alone', async () => {
    await project(database, [
      coverageRecorded({
        ...{ stream: 'CORPORATE', measure: 'direct_to_stage_1' },
        ...{ recordedFrom: '2020-04-01', recordedTo: '2021-03-31' },
      }),
      reached('crm', ['corporate'], '2020-04-01', '2021-10-07'),
    ]);
    await liveFrom('2021-10-08');
    const stages = [1];
    const direct = async (from: string, to: string) => (await corporate({ from, to, stages })).row?.direct;
    expect(await direct('2021-03-01', '2021-03-31')).toBe(0);
    expect(await direct('2021-10-01', '2021-10-07')).toBeNull();
    expect(await direct('2021-10-01', '2021-10-15')).toBeNull();
    expect(await direct('2021-10-08', '2021-10-15')).toBe(0);
  });

  it('has acknowledgements from that day on, and none of before come to be by the first', async () => {
    await loaded();
    await liveFrom('2021-10-08');
    const acknowledged = async (from: string, to: string) => {
      const question = { by: [], where: { streams: ['CORPORATE'], from, to } };
      const { rows } = await ask(database, (context) =>
        measures(context, { ...question, asked: askedFor(['ACKNOWLEDGED']) }),
      );
      return rows[0]?.acknowledged;
    };
    expect(await acknowledged('2021-05-01', '2021-05-31')).toBeNull();
    expect(await acknowledged('2021-10-08', '2021-10-15')).toBe(0);
    await project(database, [
      complaintChanged({
        id: 'corporate-live',
        stages: [
          stage({ id: 'corporate-stage-live', receivedOn: '2021-10-08', acknowledgedOn: '2021-10-11' }),
        ],
      }),
    ]);
    expect(await acknowledged('2021-05-01', '2021-05-31')).toBeNull();
    expect(await acknowledged('2021-10-08', '2021-10-15')).toBe(1);
  });

  it('is told among the sources, and takes nobody else’s word for it', async () => {
    await loaded();
    await liveFrom('2021-10-08');
    const { sources } = await ask(database, ({ reference }) => reference());
    expect(sources.filter(({ to }) => to === '2021-10-15').map(({ source }) => source)).toEqual([
      'corporate-casework',
    ]);
  });
});

describe('a partner', () => {
  const partner = { role: 'partner', partner: 'stockport-homes' };
  const NOTHING = { received: null, answered: null, closed: null, upheldByOmbudsman: null };

  it('reads figures of their own records alone, and no 0 of the council’s', async () => {
    await loaded();
    const { rows } = await figures([], year('2021-22'), partner);
    expect(rows).toMatchObject([{ ...NOTHING, referredToOmbudsman: null }]);
    const own = { body: 'HOUSING', stream: null, partner: 'stockport-homes' } as const;
    await project(database, [ombudsmanCaseChanged({ id: 'housing-1', receivedOn: '2021-05-01', ...own })]);
    const seen = await figures([], year('2021-22'), partner);
    expect(seen.rows).toMatchObject([{ ...NOTHING, referredToOmbudsman: 1 }]);
    expect(seen.partial).toEqual([]);
  });
});
