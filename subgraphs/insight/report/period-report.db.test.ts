import type { TestDatabase } from '../../../platform/testing/database';
import {
  ask,
  complaintChanged,
  coverageRecorded,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmenDescribed,
  project,
  sourceReached,
  stage,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import { periodReport } from './period-report';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    streamDescribed({
      stream: 'SCHOOLS',
      stages: [{ number: 1, onlyByEscalation: false }],
      report: {
        id: 'schools',
        title: 'Schools',
        samePeriodOfYearsBefore: false,
        rows: [{ label: 'Received', measure: 'received', stage: null }],
      },
    }),
    streamDescribed({
      stream: 'CORPORATE',
      report: {
        id: 'corporate',
        title: 'Corporate',
        samePeriodOfYearsBefore: true,
        rows: [
          { label: 'Stage 1 received', measure: 'received', stage: 1 },
          { label: 'Escalated stage 1 to stage 2', measure: 'escalated', stage: 2 },
          { label: 'Escalated to the Ombudsman', measure: 'referredToOmbudsman', stage: null },
        ],
      },
    }),
    coverageRecorded({ stream: 'CORPORATE', measure: 'escalated_to_stage_2', recordedFrom: '2021-04-01' }),
    ...[
      '2019-04-01',
      '2019-07-01',
      '2020-03-31',
      '2020-05-01',
      '2021-04-01',
      '2021-06-30',
      '2021-07-01',
      '2021-10-01',
    ].map((receivedOn, place) =>
      complaintChanged({
        id: `corporate-${place}`,
        stages: [stage({ id: `corporate-stage-${place}`, receivedOn })],
      }),
    ),
    complaintChanged({
      id: 'corporate-up',
      stages: [stage({ id: 'corporate-stage-up', number: 2, route: 'ESCALATED', receivedOn: '2021-08-01' })],
    }),
    complaintChanged({
      id: 'schools-a',
      stages: [stage({ id: 'schools-stage-a', receivedOn: '2021-05-01' })],
    }),
  ]);
});
afterAll(() => database.stop());

const report = (financialYear: string, upTo: 'Q1' | 'Q2' | 'Q3' | 'Q4') =>
  ask(database, (context) => periodReport(context, { financialYear, upTo }));
const columns = async (upTo: 'Q1' | 'Q2' | 'Q3' | 'Q4') =>
  (await report('2021-22', upTo)).tables.map((table) => table.columns);

describe('the period report', () => {
  it('has the figures of each column, null where they were not recorded', async () => {
    expect(await report('2021-22', 'Q2')).toEqual({
      title: 'Complaints: 2021-22 up to Q2',
      ...{ asAt: TODAY, partial: [] },
      tables: [
        {
          ...{ id: '2021-22-Q2-corporate', key: 'corporate', title: 'Corporate' },
          columns: [
            '2019-20',
            '2020-21',
            '2021-22 Q1',
            '2021-22 Q2',
            '2021-22 Q1-Q2',
            '2019-20 Q1-Q2',
            '2020-21 Q1-Q2',
          ],
          rows: [
            { label: 'Stage 1 received', values: [3, 1, 2, 1, 3, 2, 1] },
            { label: 'Escalated stage 1 to stage 2', values: [null, null, 0, 1, 1, null, null] },
            { label: 'Escalated to the Ombudsman', values: [null, null, null, null, null, null, null] },
          ],
        },
        {
          ...{ id: '2021-22-Q2-schools', key: 'schools', title: 'Schools' },
          columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
          rows: [{ label: 'Received', values: [0, 0, 1, 0, 1] }],
        },
      ],
    });
  });

  it('leaves out the period so far in Q1, and the same period of the years before in Q4', async () => {
    expect(await columns('Q1')).toEqual([
      ['2019-20', '2020-21', '2021-22 Q1', '2019-20 Q1', '2020-21 Q1'],
      ['2019-20', '2020-21', '2021-22 Q1'],
    ]);
    expect(await columns('Q4')).toEqual([
      ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q3', '2021-22 Q4', '2021-22 Q1-Q4'],
      ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q3', '2021-22 Q4', '2021-22 Q1-Q4'],
    ]);
  });

  it.each([
    [
      '2021',
      '`financialYear` holds "2021", which is no financial year: write it like 2021-22, two years that follow each other.',
    ],
    ['2021-23', '`financialYear` holds "2021-23"'],
    ['', '`financialYear` holds ""'],
    ['1901-02', '`financialYear` is too early'],
  ])('refuses the financial year %j', async (financialYear, words) => {
    expect(await report(financialYear, 'Q2').catch((error: unknown) => error)).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringContaining(words),
    });
  });

  it('says nothing to those who may see nothing', async () => {
    const seen = await ask(
      database,
      (context) => periodReport(context, { financialYear: '2021-22', upTo: 'Q2' }),
      { role: 'auditor' },
    );
    expect(seen.tables[0]?.rows[0]?.values).toEqual(Array(7).fill(null));
  });

  describe('of records that end within it', () => {
    beforeAll(() =>
      project(database, [
        sourceReached({ source: 'crm', keepers: ['corporate'], from: '2019-04-01', to: '2021-10-01' }),
        sourceReached({ source: 'list', keepers: ['schools'], from: '2021-04-01', to: '2021-05-31' }),
      ]),
    );

    it('says up to which day a column counts, and leaves out what lies outside', async () => {
      const { tables, partial } = await report('2021-22', 'Q2');
      expect(partial).toEqual(['SCHOOLS']);
      expect(tables.map((table) => table.columns.slice(2, 5))).toEqual([
        ['2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
        ['2021-22 Q1 to 2021-05-31', '2021-22 Q2', '2021-22 Q1-Q2 to 2021-05-31'],
      ]);
      expect(tables[1]?.rows[0]?.values).toEqual([null, null, 1, null, 1]);
    });

    it('is of no year after them', async () => {
      const { tables, partial } = await report('2026-27', 'Q3');
      expect(partial).toEqual([]);
      for (const { columns, rows } of tables) {
        expect(columns.join()).not.toContain(' to ');
        for (const { values } of rows) expect(values).toEqual(Array(columns.length).fill(null));
      }
    });
  });

  describe('of a partner', () => {
    it('is the table of their own cases, and of no stream', async () => {
      await project(database, [
        ombudsmenDescribed(),
        ombudsmanCaseChanged({
          ...{ id: 'housing-1', body: 'HOUSING', receivedOn: '2021-05-01' },
          ...{ stream: null, partner: 'stockport-homes' },
        }),
      ]);
      const partner = { role: 'partner', partner: 'stockport-homes' };
      const seen = await ask(
        database,
        (context) => periodReport(context, { financialYear: '2021-22', upTo: 'Q1' }),
        partner,
      );
      expect(seen.tables).toEqual([
        {
          ...{ id: '2021-22-Q1-partner-ombudsman', key: 'partner-ombudsman' },
          title: 'Your own cases with the ombudsmen',
          columns: ['2019-20', '2020-21', '2021-22 Q1'],
          rows: [{ label: "Ombudsmen's enquiries", values: [0, 0, 1] }],
        },
      ]);
    });
  });
});
