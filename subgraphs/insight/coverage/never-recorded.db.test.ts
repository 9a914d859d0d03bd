import type { TestDatabase } from '../../../platform/testing/database';
import { askedFor } from '../figures/asked-figures';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import type { MeasureFilter } from '../figures/filter';
import { measures } from '../figures/measures';
import type { Dimension } from '../figures/stage-dimensions';
import { counted, countedTotal } from '../lists/counted';
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

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(() => clearFacts(database));

const read = async (
  asked: readonly Measure[],
  question: { by?: readonly Dimension[]; where?: MeasureFilter; asAt?: string },
  caller?: { role: string; partner?: string },
) => {
  const { rows } = await ask(
    database,
    (context) => measures(context, { by: [], ...question, asked: askedFor(asked) }),
    caller,
  );
  return rows;
};

const received = (stream: string, acknowledgedOn: string | null = null) =>
  complaintChanged({
    id: `${stream}-1`,
    stages: [stage({ id: `${stream}-1-1`, receivedOn: '2021-05-04', acknowledgedOn })],
  });

describe('acknowledgements', () => {
  const ACKNOWLEDGED: readonly Measure[] = [
    'ACKNOWLEDGED',
    'ACKNOWLEDGED_IN_TIME',
    'ACKNOWLEDGED_IN_TIME_RATE',
  ];

  it('are null of a stream that never recorded one, and 0 of one that did at another time', async () => {
    await project(database, [
      streamDescribed({ stream: 'ADULTS' }),
      streamDescribed({ stream: 'CHILDRENS' }),
      received('adults', '2021-05-05'),
      received('childrens'),
    ]);
    const rows = await read(ACKNOWLEDGED, {
      by: ['STREAM'],
      where: { from: '2021-05-04', to: '2021-05-04' },
    });
    const rate = { acknowledgedInTimeRate: null };
    expect(rows).toMatchObject([
      { stream: 'ADULTS', acknowledged: 0, acknowledgedInTime: 0, ...rate },
      { stream: 'CHILDRENS', acknowledged: null, acknowledgedInTime: null, ...rate },
    ]);
    // What all streams recorded together is what there is.
    expect(await read(ACKNOWLEDGED, {})).toMatchObject([{ acknowledged: 1 }]);
    expect(await read(['ACKNOWLEDGED'], { where: { streams: ['CHILDRENS'] } })).toMatchObject([
      { acknowledged: null },
    ]);
    const total = (streams: string[]) =>
      ask(database, async (context) =>
        countedTotal(await counted(context, { measure: 'ACKNOWLEDGED', where: { streams } }), context),
      );
    expect([await total(['ADULTS']), await total(['CHILDRENS'])]).toEqual([1, null]);
  });

  it('are counted from the day that the first is recorded', async () => {
    await project(database, [streamDescribed({ stream: 'CHILDRENS' }), received('childrens')]);
    expect(await read(['ACKNOWLEDGED'], {})).toMatchObject([{ acknowledged: null }]);
    await project(database, [{ ...received('childrens', '2021-05-06'), version: 2 }]);
    expect(await read(['ACKNOWLEDGED'], {})).toMatchObject([{ acknowledged: 1 }]);
  });

  it('are told by no rollup that differs from the facts', async () => {
    await project(database, [streamDescribed({ stream: 'CHILDRENS' }), received('childrens')]);
    await database.owner.query(`insert into insight.rollup_drift values ('flow_by_month', 1, now())`);
    expect(await read(['ACKNOWLEDGED'], {})).toMatchObject([{ acknowledged: 0 }]);
    await database.owner.query('delete from insight.rollup_drift');
  });
});

describe('remedies', () => {
  const REMEDIES: readonly Measure[] = [
    ...(['REMEDIES_DUE', 'REMEDIES_DONE', 'REMEDIES_DONE_IN_TIME'] as const),
    'REMEDY_COMPLIANCE_RATE',
  ];
  const partner = { role: 'partner', partner: 'stockport-homes' };
  const decided = (id: string, given: Partial<Parameters<typeof ombudsmanCaseChanged>[0]> = {}) =>
    ombudsmanCaseChanged({ id, receivedOn: '2021-04-12', decidedOn: '2021-06-01', ...given });

  it('are null where none was ever recorded, though cases were', async () => {
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      ombudsmenDescribed(),
      decided('ombudsman-a'),
    ]);
    expect(await read(REMEDIES, {})).toMatchObject([
      { remediesDue: null, remediesDone: null, remediesDoneInTime: null, remedyComplianceRate: null },
    ]);
    expect(await read(['OMBUDSMAN_DECIDED'], {})).toMatchObject([{ ombudsmanDecided: 1 }]);
  });

  it('count as due once their day has come, and in time if they were done by it', async () => {
    await project(database, [
      ...[streamDescribed({ stream: 'CORPORATE' }), ombudsmenDescribed()],
      decided('ombudsman-a', {
        remedies: [
          { dueOn: '2021-07-01', doneOn: '2021-07-01' },
          { dueOn: '2021-07-01', doneOn: '2021-07-02' },
          { dueOn: '2021-08-02', doneOn: null },
          { dueOn: null, doneOn: '2021-06-20' },
          { dueOn: '2021-11-01', doneOn: null },
        ],
      }),
    ]);
    const [row] = await read(REMEDIES, {});
    expect(row).toMatchObject({ remediesDue: 3, remediesDone: 3, remediesDoneInTime: 1 });
    expect(row?.remedyComplianceRate).toBeCloseTo(1 / 3);
    expect(await read(REMEDIES, { asAt: '2021-07-01' })).toMatchObject([
      { remediesDue: 2, remediesDone: 2, remediesDoneInTime: 1, remedyComplianceRate: 0.5 },
    ]);
    const list = await ask(database, (context) => counted(context, { measure: 'REMEDIES_DUE' }));
    expect(list.edges.map(({ node }) => [node.id, node.subject, node.on, node.ombudsmanCase?.id])).toEqual([
      ['REMEDIES_DUE:ombudsman-a/1', 'ombudsman-a', '2021-07-01', 'ombudsman-a'],
      ['REMEDIES_DUE:ombudsman-a/2', 'ombudsman-a', '2021-07-01', 'ombudsman-a'],
      ['REMEDIES_DUE:ombudsman-a/3', 'ombudsman-a', '2021-08-02', 'ombudsman-a'],
    ]);
  });

  it('of others are nothing to a partner', async () => {
    const remedies = [{ dueOn: '2021-07-01', doneOn: null }];
    await project(database, [
      ...[
        streamDescribed({ stream: 'CORPORATE' }),
        ombudsmenDescribed(),
        decided('ombudsman-a', { remedies }),
      ],
      decided('ombudsman-b', { stream: null, partner: partner.partner }),
    ]);
    expect(await read(['REMEDIES_DUE'], {}, partner)).toMatchObject([{ remediesDue: null }]);
    const own = { stream: null, partner: partner.partner, remedies };
    await project(database, [{ ...decided('ombudsman-b', own), version: 2 }]);
    expect(await read(['REMEDIES_DUE'], {}, partner)).toMatchObject([{ remediesDue: 1 }]);
    expect(await read(['REMEDIES_DUE'], {})).toMatchObject([{ remediesDue: 2 }]);
  });

  it('are 0 from the first live day on, and what is worked on here says nothing of the time before', async () => {
    await project(database, [
      ...[streamDescribed({ stream: 'CORPORATE' }), ombudsmenDescribed(), decided('ombudsman-a')],
      sourceReached({ source: 'register', keepers: ['ombudsman'], from: '2019-04-01', to: '2021-08-31' }),
      coverageRecorded({
        ...{ stream: 'CORPORATE', measure: 'escalated_to_ombudsman', recordedFrom: '2020-04-01' },
        recordedTo: '2021-03-31',
      }),
    ]);
    const [september, june] = [{ from: '2021-09-01', to: '2021-09-30' }, { to: '2021-06-30' }];
    const asked = ['REMEDIES_DUE', 'REFERRED_TO_OMBUDSMAN'] as const;
    expect(await read(asked, { where: september })).toMatchObject([
      { remediesDue: null, referredToOmbudsman: null },
    ]);
    const own = { source: 'ombudsman-casework', keepers: ['ombudsman'] };
    await project(database, [sourceReached({ ...own, from: '2021-09-01', to: null })]);
    expect(await read(asked, { where: september })).toMatchObject([
      { remediesDue: 0, referredToOmbudsman: 0 },
    ]);
    const remedies = [{ dueOn: '2021-09-20', doneOn: null }];
    await project(database, [decided('ombudsman-b', { decidedOn: '2021-09-10', remedies })]);
    expect(await read(asked, { where: september })).toMatchObject([{ remediesDue: 1 }]);
    expect(await read(asked, { where: june })).toMatchObject([{ remediesDue: null }]);
  });
});
