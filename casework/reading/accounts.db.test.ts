import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { sourceReached } from '../../contracts/events/source-reached';
import { toDay } from '../../domain/calendar/day';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { noteLiveSince } from '../live/live-since';
import { recordHistory } from '../records/record-history';
import { account, historicStage } from '../records/testing';
import { reachFollower } from '../reference/source-reach';
import { complaintIdFor, historicStageId } from '../stages/ids';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

const OFFICER: Identity = {
  subject: 'olu',
  role: 'officer',
  scopes: ['figures', 'facts', 'accounts'],
  streams: ['corporate'],
  services: [],
  partner: null,
};
const ANALYST: Identity = {
  ...OFFICER,
  subject: 'ana',
  role: 'analyst',
  scopes: ['figures', 'facts'],
  streams: [],
};
const ID = complaintIdFor(historicStageId({ stream: 'corporate', source: 'corporate-crm', key: '100' }));
const QUERY = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on CorporateComplaint {
  id reference references status receivedOn dueOn overdue overdueAsAt ward stages { number inTime } accounts { stage surname } } } }`;

describe('a complaint as its stream tells it', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = createIdentitySigner({ privateKey });
  let database: TestDatabase;
  let part: RunningSubgraph;

  beforeAll(async () => {
    database = await testDatabase([corporate]);
    await recordHistory(
      { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
      [
        historicStage({
          reference: '100',
          account: account({ surname: 'Made-Up', summary: 'Late.' }),
          own: { ward: 'Offerton' },
          answeredOn: '2021-05-10',
          ended: true,
        }),
        historicStage({ reference: '200', number: 2, parentKey: '100', receivedOn: '2021-06-01' }),
      ],
    );
    part = await runSubgraph({
      subgraph: corporate,
      dataSource: database.of('corporate'),
      verifier: createIdentityVerifier({ publicKey }),
      clock: fixedClock('2021-10-01'),
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
    });
  });
  afterAll(async () => {
    await part?.stop();
    await database?.stop();
  });

  const ask = async (identity: Identity | null, ...ids: string[]) => {
    const variables = { ids: ids.map((id) => ({ __typename: 'CorporateComplaint', id })) };
    const asked = { query: QUERY, variables, operationName: null };
    return part.execute({
      ...asked,
      identityToken: identity && (await signer.sign(identity, { part: 'corporate', ...asked })),
      requestId: 'request-1',
      signal: new AbortController().signal,
    });
  };
  const audited = () =>
    inTransaction(database.of('corporate'), { subject: 'aud', role: 'auditor' }, (transaction) =>
      transaction.query('select actor, role, action, record_id, request_id from corporate.audit_entry'),
    );

  it('is told to nobody whom the gateway does not vouch for', async () => {
    expect(await ask(null, ID)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('has no people and narratives for a role that may not see them, and records no reading', async () => {
    expect(await ask(ANALYST, ID)).toMatchObject({
      data: { _entities: [{ reference: '200', accounts: [] }] },
    });
    expect(await audited()).toEqual([]);
  });

  it('has none for a key, whatever its role and its clearances', async () => {
    expect(await ask({ ...OFFICER, credential: 'key' }, ID)).toMatchObject({
      data: { _entities: [{ reference: '200', accounts: [] }] },
    });
    expect(await audited()).toEqual([]);
  });

  it('is not there for whoever is told no small numbers, as the database alone keeps it', async () => {
    expect(await ask({ ...ANALYST, smallNumbersBelow: 5 }, ID)).toMatchObject({
      data: { _entities: [null] },
    });
  });

  it('is its latest stage, with the dates of the law, and whole for those cleared; the reading is recorded', async () => {
    expect(await ask(OFFICER, ID)).toMatchObject({
      data: {
        _entities: [
          {
            id: ID,
            reference: '200',
            references: ['100', '200'],
            status: 'OPEN',
            receivedOn: '2021-05-04',
            dueOn: '2021-06-29',
            ...{ overdue: true, overdueAsAt: '2021-10-01' },
            ward: null,
            stages: [
              { number: 1, inTime: true },
              { number: 2, inTime: null },
            ],
            accounts: [{ stage: 1, surname: 'Made-Up' }],
          },
        ],
      },
    });
    expect(await audited()).toEqual([
      { actor: 'olu', role: 'officer', action: 'ACCOUNT_READ', record_id: ID, request_id: 'request-1' },
    ]);
  });

  it('is overdue on the newest day that its sources speak of, and not for what came later', async () => {
    const follower = reachFollower('corporate');
    const reached = (to: string | null, version: number, keeper = 'corporate') => ({
      ...{ kind: sourceReached.kind, subject: 'crm', version, position: { xid: '1', id: '1' } },
      at: new Date('2022-01-31T12:00:00Z'),
      payload: { source: 'crm', keepers: [keeper], from: '2019-04-01', to, loadedAt: null },
    });
    const follow = (event: ReturnType<typeof reached>) =>
      inTransaction(database.of('corporate'), { subject: 'projection', role: 'projection' }, (transaction) =>
        follower.apply(transaction, [event], fixedClock('2021-10-01')),
      );
    const overdue = async () => (await ask(ANALYST, ID)).data?._entities;
    await follow(reached('2021-06-29', 2));
    expect(await overdue()).toMatchObject([{ overdue: false, overdueAsAt: '2021-06-29' }]);
    await follow(reached('2021-09-01', 1));
    expect(await overdue()).toMatchObject([{ overdue: false, overdueAsAt: '2021-06-29' }]);
    await follow(reached('2021-06-30', 3));
    expect(await overdue()).toMatchObject([{ overdue: true, overdueAsAt: '2021-06-30' }]);
    await follow(reached('2029-01-01', 4));
    expect(await overdue()).toMatchObject([{ overdue: true, overdueAsAt: '2021-10-01' }]);
    await follow(reached(null, 5));
    expect(await overdue()).toMatchObject([{ overdueAsAt: '2021-10-01' }]);
    await follow(reached('2020-01-01', 6, 'schools'));
    expect(await overdue()).toMatchObject([{ overdueAsAt: '2021-10-01' }]);
    await follow(reached('2021-06-29', 7));
    expect(await overdue()).toMatchObject([{ overdue: false, overdueAsAt: '2021-06-29' }]);
    // What is worked on here is known every day.
    const scope = { subject: 'import', role: 'import' };
    await inTransaction(database.of('corporate'), scope, (transaction) =>
      noteLiveSince(transaction, { schema: 'corporate', day: toDay('2021-09-30') }),
    );
    expect(await overdue()).toMatchObject([{ overdue: true, overdueAsAt: '2021-10-01' }]);
  });

  it('is null where there is none', async () => {
    expect(await ask(OFFICER, 'corporate-unknown')).toMatchObject({ data: { _entities: [null] } });
  });

  it('lets nobody write an audit entry in another’s name, change one or remove one', async () => {
    const run = (sql: string) =>
      inTransaction(database.of('corporate'), { subject: 'olu', role: 'officer' }, ({ query }) => query(sql));
    const entry =
      "insert into corporate.audit_entry (actor, role, action, record_id, request_id) values ('ada', 'officer', 'X', 'r', 'q')";
    await expect(run(entry)).rejects.toThrow('row-level security');
    await expect(run("update corporate.audit_entry set actor = 'ada'")).rejects.toThrow('permission denied');
    await expect(run('delete from corporate.audit_entry')).rejects.toThrow('permission denied');
  });
});
