import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { recordHistory } from '../records/record-history';
import { historicStage } from '../records/testing';
import { complaintIdFor, historicStageId } from '../stages/ids';

const ANALYST: Identity = {
  ...{ subject: 'ana', role: 'analyst', scopes: ['figures', 'facts'] },
  ...{ streams: [], services: [], partner: null },
};
const ID = complaintIdFor(historicStageId({ stream: 'childrens', source: 'childrens-cms', key: '100' }));

describe('the deadlines of a complaint', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = createIdentitySigner({ privateKey });
  let database: TestDatabase;
  let part: RunningSubgraph;

  beforeAll(async () => {
    database = await testDatabase([childrens]);
    await recordHistory(
      { dataSource: database.of('childrens'), stream: childrens.stream, authority: 'stockport' },
      [
        historicStage({
          ...{ source: 'childrens-cms', reference: '100', key: '100', receivedOn: '2026-01-05' },
          ...{ answeredOn: '2026-01-20', ended: true },
        }),
        historicStage({
          ...{ source: 'childrens-cms', reference: '200', key: '200', number: 2, parentKey: '100' },
          ...{ receivedOn: '2026-02-02', agreedDueOn: '2026-04-30', answeredOn: '2026-03-17', ended: true },
        }),
        historicStage({
          ...{ source: 'childrens-cms', reference: '300', key: '300', number: 3, parentKey: '200' },
          ...{ receivedOn: '2026-03-23', own: { panelHeldOn: '2026-05-06' } },
        }),
      ],
    );
    part = await runSubgraph({
      ...{ subgraph: childrens, dataSource: database.of('childrens') },
      ...{ verifier: createIdentityVerifier({ publicKey }), clock: fixedClock('2026-06-01') },
      ...{ logger: createLogger({ level: 'silent' }), auditSigner: testAuditSigner },
      schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
    });
  });
  afterAll(async () => {
    await part?.stop();
    await database?.stop();
  });

  const ask = async (fields: string, identity: Identity | null = ANALYST) => {
    const query = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on ChildrensComplaint { ${fields} } } }`;
    const asked = {
      query,
      variables: { ids: [{ __typename: 'ChildrensComplaint', id: ID }] },
      operationName: null,
    };
    return part.execute({
      ...asked,
      identityToken: identity && (await signer.sign(identity, { part: 'childrens', ...asked })),
      requestId: 'request-1',
      signal: new AbortController().signal,
    });
  };

  it('are not told to nobody', async () => {
    expect(await ask('deadlines { name }', null)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('are those of the rule for imported stages, with a panel’s, and what is not recorded is not judged', async () => {
    const answer = await ask(
      'deadlines { stage name dueOn metOn isInTime isEstimated source { law paragraph } }',
    );
    const law = { law: 'SI 2006/1738' };
    expect(answer).toMatchObject({
      data: {
        _entities: [
          {
            deadlines: [
              { stage: 1, name: 'ACKNOWLEDGE', dueOn: '2026-01-07', metOn: null, isInTime: null },
              { stage: 1, name: 'ANSWER', dueOn: '2026-01-19', metOn: '2026-01-20', isInTime: false },
              { stage: 2, name: 'ANSWER', dueOn: '2026-04-30', metOn: '2026-03-17', isInTime: true },
              { stage: 3, name: 'ANSWER', dueOn: '2026-06-05', isInTime: null, isEstimated: false },
              { stage: 3, name: 'PANEL_MEETING', dueOn: '2026-05-07', isInTime: true, source: law },
              { stage: 3, name: 'PANEL_REPORT', dueOn: '2026-05-13', isInTime: null, source: law },
            ],
          },
        ],
      },
    });
  });

  it('say step by step how each comes about', async () => {
    const answer = await ask(
      'deadlines { stage name steps { kind on text source { law paragraph } days { day } } }',
    );
    const [told] = (answer.data?._entities ?? []) as { deadlines: { stage: number; name: string }[] }[];
    const asked = told?.deadlines.find(({ stage, name }) => stage === 2 && name === 'ANSWER');
    expect(asked).toMatchObject({
      steps: [
        { kind: 'STARTS', on: '2026-02-02' },
        { kind: 'RULE', on: '2026-03-09', source: { law: 'SI 2006/1738', paragraph: 'regulation 17' } },
        { kind: 'SKIPPED', days: [{ day: '2026-04-03' }, { day: '2026-04-06' }] },
        { kind: 'EXTENDED', on: '2026-04-30', text: expect.stringContaining('extended to 2026-04-30') },
        { kind: 'DUE', on: '2026-04-30' },
        { kind: 'MET', on: '2026-03-17' },
      ],
    });
  });

  it('are told as they would be, if days were others', async () => {
    const answer = await ask('whatIf(assume: { stage: 1, receivedOn: "2026-04-02" }) { stage name dueOn }');
    expect(answer.data?._entities).toMatchObject([
      {
        whatIf: expect.arrayContaining([
          { stage: 1, name: 'ACKNOWLEDGE', dueOn: '2026-04-08' },
          { stage: 1, name: 'ANSWER', dueOn: '2026-04-20' },
        ]),
      },
    ]);
  });

  it.each([
    ['receivedOn: "2026-02-30"', '`receivedOn` is no day of the calendar'],
    ['stage: 4', '`stage` is 4, which this complaint has no limits for. It has limits in these: 1, 2, 3.'],
    ['stage: 1, extendedTo: "2026-01-04"', '`extendedTo` is before the day of receipt, 2026-01-05'],
    ['answerBy: "2026-07-01"', '`answerBy` is of no use here'],
    ['stage: 1, suspendedOn: "2026-07-01"', '`suspendedOn` is of no use here'],
    ['resumedOn: "2026-07-01"', '`resumedOn` ends no suspension'],
  ])('refuse what cannot be meant: %s', async (assume, message) => {
    const answer = await ask(`whatIf(assume: { ${assume} }) { name }`);
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
