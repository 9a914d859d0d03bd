import path from 'node:path';
import { Client } from 'pg';
import { fixedClock } from '../../platform/config/clock';
import { opensByRole } from '../../platform/identity/roles';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import type { TestDatabase } from '../../platform/testing/database';
import { caseIdFor } from './cases/keys';
import { subgraph } from './subgraph';
import { complaintTold, follow, keep, kept, ombudsmanDatabase } from './testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

const LGSCO = caseIdFor({ body: 'LGSCO', referenceKey: '19000991' });
const HOUSING = caseIdFor({ body: 'HOUSING', referenceKey: '201900268' });
const STREAMS = ['corporate', 'adults', 'childrens', 'schools'];

let database: TestDatabase;
let running: RunningSubgraph;
let role = 'analyst';
beforeAll(async () => {
  database = await ombudsmanDatabase();
  await follow(
    database,
    ...STREAMS.map((stream) => complaintTold(`${stream}-a`, { [`${stream} 100`]: '2021-01-04' })),
  );
  await keep(
    database,
    kept({
      ...{ reference: '19 000 991', referenceKey: '19000991', ourReference: 'Corporate 100' },
      ...{ replyDueOn: '2021-06-01', replySentOn: '2021-06-02', decidedOn: '2021-08-02' },
      ...{ decision: 'Upheld: already remedied', upheld: true, lgscoDecision: 'UPHELD' },
      remedies: [{ text: 'Training', dueOn: '2021-09-01', doneOn: '2021-08-30' }],
    }),
    kept({
      ...{ body: 'HOUSING', reference: '201900268', referenceKey: '201900268', receivedOn: '2021-05-04' },
      ...{ ourReference: 'SH89491', stream: null, partner: 'stockport-homes', decidedOn: '2021-09-10' },
      decision: 'Repairs: service failure',
      findings: [{ issue: 'Repairs', finding: 'service failure', category: 'SERVICE_FAILURE' }],
    }),
    ...STREAMS.map((stream, place) =>
      kept({
        ...{ referenceKey: `3${place}`, ourReference: `${stream} 100`, stream: stream.toUpperCase() },
        receivedOn: '2020-01-01',
      }),
    ),
  );
  running = await runSubgraph({
    subgraph,
    dataSource: database.of('ombudsman'),
    verifier: {
      verify: async () => ({
        ...{
          subject: 'test',
          role,
          scopes: opensByRole(role),
          streams: [],
          services: [],
          partner: 'stockport-homes',
        },
      }),
    },
    clock: fixedClock('2021-10-15'),
    logger: createLogger({ level: 'silent' }),
    auditSigner: testAuditSigner,
    schemaDirectory: path.join(__dirname, '../../schema'),
  });
});
afterAll(async () => {
  await running.stop();
  await database.stop();
});
beforeEach(() => {
  role = 'analyst';
});

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await running.execute({
    ...{ query, variables, operationName: null, identityToken: 'vouched for', requestId: 'test' },
    signal: new AbortController().signal,
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

const WHOLE = `id body reference ourReference stream partner receivedOn replyDueOn replySentOn repliedInTime decidedOn
  decision upheld lgscoDecision findings { issue finding category } remedies { text dueOn doneOn }
  complaint { __typename id }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  __typename ... on Complaint { id ombudsmanCases { reference } } } }`;

describe('an ombudsman’s case', () => {
  it('is given as the register has it, with the complaint that it is about', async () => {
    expect(await ask(`{ ombudsmanCase(id: "${LGSCO}") { ${WHOLE} } }`)).toEqual({
      ombudsmanCase: {
        ...{ id: LGSCO, body: 'LGSCO', reference: '19 000 991', ourReference: 'Corporate 100' },
        ...{ stream: 'CORPORATE', partner: null, receivedOn: '2021-05-03', replyDueOn: '2021-06-01' },
        ...{ replySentOn: '2021-06-02', repliedInTime: false, decidedOn: '2021-08-02' },
        ...{ decision: 'Upheld: already remedied', upheld: true, lgscoDecision: 'UPHELD', findings: [] },
        remedies: [{ text: 'Training', dueOn: '2021-09-01', doneOn: '2021-08-30' }],
        complaint: { __typename: 'CorporateComplaint', id: 'corporate-a' },
      },
    });
    expect(await ask(`{ ombudsmanCase(id: "${HOUSING}") { ${WHOLE} } }`)).toMatchObject({
      ombudsmanCase: {
        ...{ body: 'HOUSING', stream: null, partner: 'stockport-homes', repliedInTime: null, upheld: null },
        findings: [{ issue: 'Repairs', finding: 'service failure', category: 'SERVICE_FAILURE' }],
        complaint: null,
      },
    });
  });

  it('is null where there is none, or the caller may not see it', async () => {
    const both = `{ a: ombudsmanCase(id: "${LGSCO}") { id } b: ombudsmanCase(id: "${HOUSING}") { id } }`;
    expect(await ask('{ ombudsmanCase(id: "ombudsman-unknown") { id } }')).toEqual({ ombudsmanCase: null });
    role = 'partner';
    expect(await ask(both)).toEqual({ a: null, b: { id: HOUSING } });
    role = 'auditor';
    expect(await ask(both)).toEqual({ a: null, b: null });
  });

  it('is found from elsewhere by its id', async () => {
    const of = [LGSCO, 'ombudsman-unknown'].map((id) => ({ __typename: 'OmbudsmanCase', id }));
    const { _entities } = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OmbudsmanCase { reference } } }`,
      { of },
    );
    expect(_entities).toEqual([{ reference: '19 000 991' }, null]);
  });
});

describe('the cases of a complaint', () => {
  const of = [...STREAMS, 'unknown'].map((stream) => ({
    __typename: stream === 'unknown' ? 'CorporateComplaint' : typeOf(stream),
    id: stream === 'unknown' ? 'corporate-unknown' : `${stream}-a`,
  }));

  it('are there on every stream’s type, by the day received, and empty where there are none', async () => {
    const { _entities } = await ask(ENTITIES, { of });
    const cases = _entities.map((entity: { ombudsmanCases: { reference: string }[] }) =>
      entity.ombudsmanCases.map(({ reference }) => reference),
    );
    expect(cases).toEqual([['30', '19 000 991'], ['31'], ['32'], ['33'], []]);
    expect(_entities.map(({ __typename }: { __typename: string }) => __typename)).toEqual(
      of.map(({ __typename }) => __typename),
    );
  });

  it('are read by one statement for all complaints, and one for each of their parts', async () => {
    const spy = jest.spyOn(Client.prototype, 'query');
    await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Complaint {
        ombudsmanCases { reference remedies { text } findings { finding } complaint { id } } } } }`,
      { of },
    );
    const statements = spy.mock.calls.filter(([sql]) => /from ombudsman\./.test(JSON.stringify(sql)));
    spy.mockRestore();
    expect(statements).toHaveLength(3);
  });

  it('are not shown to those who may not see them', async () => {
    role = 'partner';
    const { _entities } = await ask(ENTITIES, { of });
    expect(_entities[0].ombudsmanCases).toEqual([]);
  });
});

function typeOf(stream: string): string {
  return `${stream.charAt(0).toUpperCase()}${stream.slice(1)}Complaint`;
}
