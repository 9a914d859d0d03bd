import type { TestDatabase } from '../../../platform/testing/database';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import type { MeasureFilter } from '../figures/filter';
import { measures } from '../figures/measures';
import type { Dimension } from '../figures/stage-dimensions';
import { counted, countedTotal } from '../lists/counted';
import { periodReport } from '../report/period-report';
import {
  ask,
  clearFacts,
  complaintChanged,
  coverageRecorded,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmanCaseTakenBack,
  ombudsmenDescribed,
  project,
  serviceNamed,
  stage,
  streamDescribed,
} from '../testing/fixtures';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(() => clearFacts(database));

const PARTNER = { role: 'partner', partner: 'stockport-homes' };
const STREAMS = [streamDescribed({ stream: 'CORPORATE' }), streamDescribed({ stream: 'SCHOOLS' })];

/** Three cases of corporate (one upheld by the LGSCO), and one of Stockport Homes that is none of the council's. */
const CASES = [
  ombudsmanCaseChanged({ id: 'ombudsman-a', reference: '19 000 001', receivedOn: '2020-05-01' }),
  ombudsmanCaseChanged({
    id: 'ombudsman-b',
    receivedOn: '2021-04-30',
    decidedOn: '2021-07-08',
    upheld: true,
  }),
  ombudsmanCaseChanged({
    id: 'ombudsman-c',
    receivedOn: '2021-05-02',
    decidedOn: '2021-06-08',
    upheld: false,
  }),
  ombudsmanCaseChanged({
    ...{ id: 'ombudsman-d', body: 'HOUSING', stream: null, partner: 'stockport-homes' },
    ...{ receivedOn: '2021-05-03', decidedOn: '2021-08-01', upheld: true },
  }),
];

const figures = async (by: readonly Dimension[], where: MeasureFilter = {}, caller = { role: 'analyst' }) => {
  const { rows } = await ask(database, (context) => measures(context, { by, where }), caller);
  return rows.map((row) => ({
    ...Object.fromEntries(
      by.map((dimension) => [dimension.toLowerCase(), row[dimension.toLowerCase() as keyof typeof row]]),
    ),
    referred: row.referredToOmbudsman,
    upheld: row.upheldByOmbudsman,
  }));
};

const list = (measure: Measure, where: MeasureFilter = {}, caller = { role: 'analyst' }) =>
  ask(
    database,
    async (context) => {
      const page = await counted(context, { measure, where });
      return {
        totalCount: await countedTotal(page, context),
        nodes: page.edges.map(({ node }) => node),
      };
    },
    caller,
  );

describe('the figures of the ombudsmen', () => {
  it('are null until their part has described itself, while the list shows what there is', async () => {
    await project(database, [...STREAMS, ...CASES]);
    expect(await figures([])).toEqual([{ referred: null, upheld: null }]);
    expect(await list('REFERRED_TO_OMBUDSMAN')).toMatchObject({ totalCount: null, nodes: { length: 4 } });
    await project(database, [ombudsmenDescribed()]);
    expect(await figures([])).toEqual([{ referred: 4, upheld: 1 }]);
  });

  it('count enquiries of both bodies by the day received, and what the LGSCO upheld by the day decided', async () => {
    await project(database, [...STREAMS, ombudsmenDescribed(), ...CASES]);
    expect(await figures(['STREAM', 'QUARTER'], { financialYears: ['2021-22'] })).toEqual([
      { stream: 'CORPORATE', quarter: 'Q1', referred: 2, upheld: 0 },
      { stream: 'CORPORATE', quarter: 'Q2', referred: 0, upheld: 1 },
      { stream: null, quarter: 'Q1', referred: 1, upheld: 0 },
    ]);
    expect(await figures([], { streams: ['CORPORATE'] })).toEqual([{ referred: 3, upheld: 1 }]);
    expect(await figures([], { streams: ['SCHOOLS'] })).toEqual([{ referred: 0, upheld: 0 }]);
  });

  it('have no row for what was only decided, or decided otherwise', async () => {
    await project(database, [...STREAMS, ombudsmenDescribed(), ...CASES]);
    expect(await figures(['MONTH'], { from: '2021-06-01', to: '2021-12-31' })).toEqual([
      { month: '2021-07-01', referred: 0, upheld: 1 },
    ]);
  });

  it('belong to no stage: they have a row of their own, and a filter of stages leaves them out', async () => {
    await project(database, [
      ...[...STREAMS, ombudsmenDescribed(), ...CASES],
      complaintChanged({
        id: 'corporate-a',
        stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-05-03' })],
      }),
    ]);
    expect(await figures(['STAGE'])).toEqual([
      { stage: 1, referred: 0, upheld: 0 },
      { stage: null, referred: 4, upheld: 1 },
    ]);
    expect(await figures([], { stages: [1, 2] })).toEqual([{ referred: 0, upheld: 0 }]);
  });

  it('are null where the team did not record them, and never for a case of no stream', async () => {
    const line = { stream: 'CORPORATE', measure: 'escalated_to_ombudsman' };
    const years = { recordedFrom: '2019-04-01', recordedTo: '2021-03-31', granularity: 'year' as const };
    await project(database, [
      ...[...STREAMS, ombudsmenDescribed(), ...CASES],
      coverageRecorded({ ...line, ...years }),
      coverageRecorded({ ...line, recordedFrom: '2021-04-01' }),
    ]);
    expect(await figures([], { financialYears: ['2020-21'] })).toEqual([{ referred: 1, upheld: 0 }]);
    expect(await figures(['STREAM'], { financialYears: ['2020-21'], quarters: ['Q1'] })).toEqual([
      { stream: 'CORPORATE', referred: null, upheld: 0 },
    ]);
    expect(await figures(['STREAM'], { from: '2019-01-01' })).toEqual([
      { stream: 'CORPORATE', referred: null, upheld: 1 },
      { stream: null, referred: 1, upheld: 0 },
    ]);
  });

  it('drop a removed case, whatever is published of it late, until it is kept again', async () => {
    await project(database, [...STREAMS, ombudsmenDescribed(), ...CASES]);
    const before = [await figures([]), await list('UPHELD_BY_OMBUDSMAN')];
    await project(database, [ombudsmanCaseTakenBack('ombudsman-b', 2)]);
    expect(await figures([])).toEqual([{ referred: 3, upheld: 0 }]);
    expect(await list('UPHELD_BY_OMBUDSMAN')).toMatchObject({ totalCount: 0, nodes: [] });
    await project(database, CASES);
    expect(await figures([])).toEqual([{ referred: 3, upheld: 0 }]);
    const upheld = { decidedOn: '2021-07-08', upheld: true };
    await project(database, [
      ombudsmanCaseChanged({ id: 'ombudsman-b', receivedOn: '2021-04-30', ...upheld }, 3),
      ombudsmanCaseTakenBack('ombudsman-b', 2),
    ]);
    expect([await figures([]), await list('UPHELD_BY_OMBUDSMAN')]).toEqual(before);
  });

  it('never count a case that was removed before it was published', async () => {
    await project(database, [...STREAMS, ombudsmenDescribed(), ombudsmanCaseTakenBack('ombudsman-b', 2)]);
    await project(database, CASES);
    expect(await figures([])).toEqual([{ referred: 3, upheld: 0 }]);
  });

  it('are divided by what their complaint’s latest stage says, once that complaint is known', async () => {
    await project(database, [
      ...[...STREAMS, ombudsmenDescribed()],
      serviceNamed({ id: 'parking', name: 'Parking' }),
      ombudsmanCaseChanged({
        id: 'ombudsman-a',
        receivedOn: '2021-05-01',
        complaintId: 'corporate-a',
      }),
    ]);
    const by: Dimension[] = ['SERVICE', 'DIRECTORATE', 'THEME', 'CHANNEL', 'OUTCOME'];
    const unknown = 'Not recorded';
    expect(await figures(by)).toEqual([
      {
        service: unknown,
        directorate: unknown,
        theme: unknown,
        channel: unknown,
        outcome: null,
        referred: 1,
        upheld: 0,
      },
    ]);
    const about = { serviceId: 'parking', theme: 'Delay', channel: 'Email', outcome: 'UPHELD' as const };
    await project(database, [
      complaintChanged({
        id: 'corporate-a',
        stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-01-03', ...about })],
      }),
    ]);
    expect(await figures(by, { from: '2021-04-01', services: ['parking'] })).toEqual([
      {
        ...{ service: 'Parking', directorate: 'Services to Place', theme: 'Delay', channel: 'Email' },
        ...{ outcome: null, referred: 1, upheld: 0 },
      },
    ]);
  });

  it('are listed with their case, and with their complaint where it is known', async () => {
    await project(database, [
      ...[...STREAMS, ombudsmenDescribed(), ...CASES],
      ombudsmanCaseChanged({ id: 'ombudsman-a', receivedOn: '2020-05-01', complaintId: 'corporate-a' }, 2),
    ]);
    expect(await list('REFERRED_TO_OMBUDSMAN', { financialYears: ['2020-21'] })).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ id: 'REFERRED_TO_OMBUDSMAN:ombudsman-a', subject: 'ombudsman-a' },
          ...{ reference: 'ombudsman-a', stage: null, on: '2020-05-01' },
          complaint: { __typename: 'CorporateComplaint', id: 'corporate-a' },
          ombudsmanCase: { id: 'ombudsman-a' },
        },
      ],
    });
    expect(await list('UPHELD_BY_OMBUDSMAN')).toMatchObject({
      totalCount: 1,
      nodes: [
        { subject: 'ombudsman-b', on: '2021-07-08', complaint: null, ombudsmanCase: { id: 'ombudsman-b' } },
      ],
    });
  });

  it('are a partner’s own for a partner, and nobody’s for an auditor', async () => {
    await project(database, [...STREAMS, ombudsmenDescribed(), ...CASES]);
    expect(await figures(['STREAM'], {}, PARTNER)).toEqual([{ stream: null, referred: 1, upheld: null }]);
    expect(await list('REFERRED_TO_OMBUDSMAN', {}, PARTNER)).toMatchObject({
      totalCount: 1,
      nodes: [{ subject: 'ombudsman-d' }],
    });
    expect(await figures([], {}, { role: 'auditor' })).toEqual([{ referred: null, upheld: null }]);
  });

  it('follow the newest state of a case, whatever comes after it', async () => {
    const published = { id: 'ombudsman-a', receivedOn: '2021-05-01' };
    await project(database, [
      ...[...STREAMS, ombudsmenDescribed()],
      ombudsmanCaseChanged({ ...published, decidedOn: '2021-06-01', upheld: true }, 3),
      ombudsmanCaseChanged({ ...published, receivedOn: '2020-05-01' }, 2),
    ]);
    await project(database, [ombudsmanCaseChanged(published, 1)]);
    expect(await figures(['FINANCIAL_YEAR'])).toMatchObject([{ referred: 1, upheld: 1 }]);
  });
});

describe('the table of what was upheld', () => {
  it('comes after the streams’ and counts the cases of all streams, described or not', async () => {
    await project(database, [
      ...[...STREAMS, ombudsmenDescribed(), ...CASES],
      ombudsmanCaseChanged({
        ...{ id: 'ombudsman-e', stream: 'ADULTS', receivedOn: '2019-04-01' },
        ...{ decidedOn: '2020-03-31', upheld: true },
      }),
    ]);
    const { tables } = await ask(database, (context) =>
      periodReport(context, { financialYear: '2021-22', upTo: 'Q2' }),
    );
    expect(tables.map(({ key }) => key)).toEqual(['corporate', 'schools', 'ombudsman-upheld']);
    expect(tables.at(-1)).toEqual({
      ...{ id: '2021-22-Q2-ombudsman-upheld', key: 'ombudsman-upheld', title: 'Ombudsmen' },
      columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
      rows: [{ label: 'Upheld by the LGSCO', values: [1, 0, 0, 1, 1] }],
    });
  });
});
