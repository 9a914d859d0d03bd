import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { recordHistory } from '../../casework/records/record-history';
import { account, historicStage } from '../../casework/records/testing';
import { complaintIdFor, historicStageId } from '../../casework/stages/ids';
import type { HistoricStage } from '../../contracts/records/stage';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph } from './subgraph';

const QUERY = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on AdultsComplaint {
  id risk consent provider planAgreed dueOn representative lessons } } }`;
const idOf = (key: string) => complaintIdFor(historicStageId({ stream: 'adults', source: 'adults', key }));

const person = (role: string, facts: Partial<Identity> = {}): Identity => ({
  ...{
    subject: role,
    role,
    scopes: ['figures', 'facts', 'accounts'],
    streams: [],
    services: [],
    partner: null,
  },
  ...facts,
});
const CLEARED = person('officer', { streams: ['adults'] });

const stage = (reference: string, facts: Partial<HistoricStage>): HistoricStage =>
  historicStage({ reference, source: 'adults', serviceId: 'adults-safeguarding', ...facts });
const daughter = account({ relationship: 'Son/Daughter' });

describe("what an adults' complaint tells of people", () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = createIdentitySigner({ privateKey });
  let database: TestDatabase;
  let part: RunningSubgraph;
  const record = (...stages: HistoricStage[]) =>
    recordHistory(
      { dataSource: database.of('adults'), stream: subgraph.stream, authority: 'stockport' },
      stages,
    );

  beforeAll(async () => {
    database = await testDatabase([subgraph]);
    await record(
      stage('A1', {
        account: daughter,
        own: { risk: 'HIGH', consent: 'HELD', provider: 'A home', planAgreed: 'YES', lessons: 'Ask first.' },
      }),
      stage('A2', { account: account({ relationship: 'SELF' }), own: { risk: 'Odd', lessons: null } }),
      stage('A3', { account: null, own: { lessons: 'Nobody may read this.', risk: 'HIGH' } }),
    );
    part = await runSubgraph({
      ...{ subgraph, dataSource: database.of('adults'), clock: fixedClock('2021-10-01') },
      verifier: createIdentityVerifier({ publicKey }),
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
    });
  });
  afterAll(async () => {
    await part?.stop();
    await database?.stop();
  });

  const ask = async (identity: Identity, ...keys: string[]) => {
    const variables = { ids: keys.map((key) => ({ __typename: 'AdultsComplaint', id: idOf(key) })) };
    const asked = { query: QUERY, variables, operationName: null };
    const { data } = await part.execute({
      ...asked,
      identityToken: await signer.sign(identity, { part: 'adults', ...asked }),
      requestId: 'request-1',
      signal: new AbortController().signal,
    });
    return data?._entities;
  };
  const read = (scope: { role: string } & Record<string, string>) =>
    inTransaction(database.of('adults'), { subject: 'test', ...scope }, ({ query }) =>
      query('select stage_id from adults.stage_lessons'),
    );

  it('are told to officers cleared for the stream and to managers of the service, the law’s due date to all', async () => {
    const whole = {
      ...{ risk: 'HIGH', consent: 'HELD', provider: 'A home' },
      ...{ planAgreed: true, dueOn: '2021-11-03' },
      representative: 'Son/Daughter',
      lessons: 'Ask first.',
    };
    expect(await ask(CLEARED, 'A1')).toEqual([{ id: idOf('A1'), ...whole }]);
    expect(await ask(person('manager', { services: ['adults-safeguarding'] }), 'A1')).toMatchObject([whole]);
    const nothing = { risk: null, consent: null, provider: null, representative: null, lessons: null };
    const hidden = { ...whole, ...nothing };
    expect(await ask(person('officer', { streams: ['corporate'] }), 'A1')).toMatchObject([hidden]);
    expect(await ask(person('manager', { services: ['highways'] }), 'A1')).toMatchObject([hidden]);
    expect(await ask(person('analyst'), 'A1')).toMatchObject([hidden]);
  });

  it('are none for somebody who complains themselves, and where nothing was learned', async () => {
    expect(await ask(CLEARED, 'A2')).toMatchObject([{ risk: null, representative: null, lessons: null }]);
  });

  it('are not kept of a complaint without an account: nobody could be cleared for them', async () => {
    expect(await ask(CLEARED, 'A3')).toMatchObject([{ lessons: null, risk: null }]);
    expect(await read({ role: 'import' })).toHaveLength(2);
  });

  it('are seen in the table by those alone who see the account', async () => {
    expect(await read({ role: 'officer', streams: 'adults' })).toHaveLength(2);
    expect(await read({ role: 'officer', streams: 'schools' })).toEqual([]);
    expect(await read({ role: 'admin' })).toEqual([]);
  });

  it('leave a record of each reading', async () => {
    const entries = () =>
      inTransaction(database.of('adults'), { subject: 'aud', role: 'auditor' }, ({ query }) =>
        query<{ record_id: string }>(
          "select record_id from adults.audit_entry where actor = 'reader' and action = 'ACCOUNT_READ'",
        ),
      );
    expect(await entries()).toEqual([]);
    await ask({ ...CLEARED, subject: 'reader' }, 'A1', 'A3');
    expect(new Set((await entries()).map((entry) => entry.record_id))).toEqual(new Set([idOf('A1')]));
  });

  it('follow a later record', async () => {
    await record(stage('A2', { account: daughter, own: { risk: 'LOW', lessons: 'Learned later.' } }));
    expect(await ask(CLEARED, 'A2')).toMatchObject([
      { risk: 'LOW', representative: 'Son/Daughter', lessons: 'Learned later.' },
    ]);
  });
});
