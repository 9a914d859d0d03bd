import path from 'node:path';
import { fixedClock } from '../../platform/config/clock';
import { opensByRole } from '../../platform/identity/roles';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import type { TestDatabase } from '../../platform/testing/database';
import { measureDefinitions } from './figures/catalogue/measure-definitions';
import { subgraph } from './subgraph';
import {
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
  TODAY,
} from './testing/fixtures';

let database: TestDatabase;
let running: RunningSubgraph;

beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    streamDescribed({ stream: 'CORPORATE' }),
    serviceNamed({ id: 'parking', name: 'Parking' }),
    sourceReached({
      ...{ source: 'crm', keepers: ['corporate'], from: '2019-04-01', to: '2021-05-31' },
      loadedAt: '2021-06-01T08:30:00.000Z',
    }),
    complaintChanged({
      id: 'corporate-a',
      closedOn: '2021-05-10',
      stages: [
        stage({
          id: 'corporate-stage-a',
          reference: '100',
          receivedOn: '2021-05-03',
          answeredOn: '2021-05-10',
          outcome: 'UPHELD',
          serviceId: 'parking',
        }),
      ],
    }),
    complaintChanged({
      id: 'schools-b',
      stages: [stage({ id: 'schools-stage-b', receivedOn: '2021-05-04' })],
    }),
  ]);
  const dataSource = database.of('insight');
  const nobody = { streams: [], services: [], partner: null };
  const identity = { ...nobody, subject: 'ana', role: 'analyst', scopes: opensByRole('analyst') };
  running = await runSubgraph({
    subgraph,
    dataSource,
    verifier: { verify: async () => identity },
    clock: fixedClock(TODAY),
    logger: createLogger({ level: 'silent' }),
    auditSigner: testAuditSigner,
    schemaDirectory: path.join(__dirname, '../../schema'),
  });
});
afterAll(async () => {
  await running.stop();
  await database.stop();
});

const ask = (query: string, variables = {}) =>
  running.execute({
    query,
    variables,
    operationName: null,
    identityToken: 'vouched for',
    requestId: 'test',
    signal: new AbortController().signal,
  });

describe('the graph of insight', () => {
  it('answers every question in one operation', async () => {
    const answer = await ask(`{
      measures(by: [STREAM, OUTCOME], where: { streams: [CORPORATE], financialYears: ["2021-22"], quarters: [Q1] }) {
        asAt partial sources { source stream from to loadedAt } rows { stream outcome stage received answeredInTime closed referredToOmbudsman }
      }
      counted(measure: RECEIVED, where: { services: ["parking"] }, first: 1) {
        asAt partial sources { stream } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id subject reference stage on complaint { __typename id } } }
      }
      complaints(where: { status: OPEN, overdue: false }) { asAt sources { to } totalCount edges { node { __typename id } } }
      figures(measures: [RECEIVED, IN_TIME_RATE], where: { financialYears: ["2021-22"] }, compareWith: [PREVIOUS_PERIOD]) {
        id measure value numerator denominator asAt partial sources { source }
        definition { title polarity unit } comparisons { with from to value better }
      }
      measureDefinitions { measure title counts numerator denominator datedBy source polarity unit version since }
      complaint(reference: " 100 ") { __typename id }
      none: complaint(id: "corporate-unknown") { id }
      periodReport(financialYear: "2021-22", upTo: Q1) { title asAt partial sources { source } tables { id key title columns rows { label values } } }
    }`);
    expect(answer.errors).toBeUndefined();
    const cursor = expect.any(String);
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      measures: {
        asAt: '2021-05-31',
        partial: ['CORPORATE'],
        sources: [
          {
            ...{ source: 'crm', stream: 'CORPORATE', from: '2019-04-01', to: '2021-05-31' },
            loadedAt: '2021-06-01T08:30:00.000Z',
          },
        ],
        rows: [
          {
            stream: 'CORPORATE',
            outcome: 'UPHELD',
            stage: null,
            received: 1,
            answeredInTime: 0,
            closed: 1,
            referredToOmbudsman: null,
          },
        ],
      },
      counted: {
        ...{ asAt: '2021-05-31', partial: [], sources: [{ stream: 'CORPORATE' }] },
        totalCount: 1,
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: cursor, endCursor: cursor },
        edges: [
          {
            cursor,
            node: {
              id: 'RECEIVED:corporate-stage-a',
              subject: 'corporate-stage-a',
              reference: '100',
              stage: 1,
              on: '2021-05-03',
              complaint: { __typename: 'CorporateComplaint', id: 'corporate-a' },
            },
          },
        ],
      },
      complaints: {
        ...{ asAt: '2021-05-31', sources: [{ to: '2021-05-31' }] },
        totalCount: 1,
        edges: [{ node: { __typename: 'SchoolsComplaint', id: 'schools-b' } }],
      },
      figures: [
        {
          ...{ measure: 'RECEIVED', value: 2, numerator: null, denominator: null, asAt: '2021-05-31' },
          ...{ id: expect.any(String), partial: true, sources: [{ source: 'crm' }] },
          definition: { title: 'Received', polarity: 'NEITHER', unit: 'COUNT' },
          comparisons: [
            { with: 'PREVIOUS_PERIOD', from: '2020-04-01', to: '2020-05-31', value: 0, better: null },
          ],
        },
        {
          ...{ measure: 'IN_TIME_RATE', value: 0, numerator: 0, denominator: 1, asAt: '2021-05-31' },
          ...{ id: expect.any(String), partial: true, sources: [{ source: 'crm' }] },
          definition: { title: 'Share answered in time', polarity: 'HIGHER_IS_BETTER', unit: 'RATE' },
          comparisons: [
            { with: 'PREVIOUS_PERIOD', from: '2020-04-01', to: '2020-05-31', value: null, better: null },
          ],
        },
      ],
      measureDefinitions: measureDefinitions().map(({ measure, ...words }) =>
        expect.objectContaining({ measure, title: words.title, version: 1, since: '2021-04-01' }),
      ),
      complaint: { __typename: 'CorporateComplaint', id: 'corporate-a' },
      none: null,
      periodReport: {
        title: 'Complaints: 2021-22 up to Q1',
        ...{ asAt: '2021-05-31', partial: ['CORPORATE'], sources: [{ source: 'crm' }] },
        tables: [
          {
            ...{ id: '2021-22-Q1-corporate', key: 'corporate', title: 'corporate' },
            columns: ['2019-20', '2020-21', '2021-22 Q1 to 2021-05-31'],
            rows: [],
          },
        ],
      },
    });
  });

  it('reads names and coverage once an operation, and counts a list only where its total is asked for', async () => {
    const count = async (query: string) => {
      const runner = database.of('insight').createQueryRunner();
      const spy = jest.spyOn(Object.getPrototypeOf(await runner.connect()), 'query');
      await runner.release();
      await ask(query);
      const statements = spy.mock.calls.map(([sql]) => JSON.stringify(sql));
      spy.mockRestore();
      return statements.filter((sql) => /from insight\./.test(sql)).length;
    };
    expect(await count('{ counted(measure: CLOSED) { edges { node { id } } } }')).toBe(2);
    expect(await count('{ counted(measure: CLOSED) { totalCount edges { node { id } } } }')).toBe(3);
    expect(await count('{ a: measures(by: []) { asAt } b: measures(by: [SERVICE]) { asAt } }')).toBe(3);
  });

  it('says what cannot be answered, beside what can', async () => {
    const answer = await ask(
      `query ($measure: Measure!) {
      measures(by: [STAGE, STAGE]) { asAt }
      counted(measure: $measure, first: 0) { totalCount }
      complaint { id }
      other: measures(by: []) { rows { received } }
    }`,
      { measure: 'ANSWERED' },
    );
    expect(answer.data).toMatchObject({
      measures: null,
      counted: null,
      complaint: null,
      other: { rows: [{ received: 2 }] },
    });
    expect(
      answer.errors?.map(({ message, path: at, extensions }) => [at?.[0], extensions?.code, message]),
    ).toEqual(
      expect.arrayContaining([
        ['measures', 'BAD_USER_INPUT', '`by` names STAGE twice: name each dimension once.'],
        ['counted', 'BAD_USER_INPUT', '`first` is 0: ask for 1 to 200 at a time.'],
        [
          'complaint',
          'BAD_USER_INPUT',
          '`id` and `reference` are both missing: give exactly one of the two.',
        ],
      ]),
    );
  });
});
