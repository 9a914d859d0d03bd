import path from 'node:path';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { historicStage } from '../records/testing';

const AUDITOR: Identity = {
  ...{ subject: 'aud', role: 'auditor', scopes: ['audit'] },
  ...{ streams: [], services: [], partner: null },
};

let database: TestDatabase;
let part: RunningSubgraph;
let caller: Identity | null = AUDITOR;

beforeAll(async () => {
  database = await testDatabase([corporate]);
  const target = { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' };
  await recordHistory(target, [
    historicStage({ reference: 'FS-100/21' }),
    historicStage({ reference: 'fs 200' }),
    historicStage({ reference: 'FS 200' }),
  ]);
  const verify = async () => caller ?? Promise.reject(new Error('Nobody'));
  part = await runSubgraph({
    ...{ subgraph: corporate, dataSource: database.of('corporate'), clock: fixedClock('2021-10-01') },
    ...{ verifier: { verify }, logger: createLogger({ level: 'silent' }), auditSigner: testAuditSigner },
    schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
  });
});
afterAll(async () => {
  await part?.stop();
  await database?.stop();
});

const lookUp = (reference: string, as: Identity | null = AUDITOR) => {
  caller = as;
  return part.execute({
    query: 'query ($reference: String!) { ids: corporateComplaintIds(reference: $reference) }',
    ...{ variables: { reference }, operationName: null, requestId: 'request-1' },
    ...{ identityToken: as && 'vouched for', signal: new AbortController().signal },
  });
};
const idsOf = async (reference: string) => (await lookUp(reference)).data?.ids as string[];
const codeOf = async (...asked: Parameters<typeof lookUp>) =>
  (await lookUp(...asked)).errors?.map(({ extensions }) => extensions?.code);
const asAuditor = (sql: string, role = 'auditor') =>
  inTransaction(database.of('corporate'), { subject: 'aud', role }, ({ query }) => query<object>(sql));
const audited = () => asAuditor('select actor, action, record_id from corporate.audit_entry order by id');

describe('the complaint of a reference, for the audit', () => {
  it('is looked up by auditors alone', async () => {
    expect(await codeOf('FS200', null)).toEqual(['UNAUTHENTICATED']);
    for (const role of ['admin', 'officer', 'analyst'])
      expect(await codeOf('FS200', { ...AUDITOR, role })).toEqual(['FORBIDDEN']);
    expect(await audited()).toEqual([]);
  });

  it.each(['', '  ', '9'.repeat(61)])('is asked for by what could be one: %j', async (reference) => {
    expect(await codeOf(reference)).toEqual(['BAD_USER_INPUT']);
    expect(await audited()).toEqual([]);
  });

  it('is its id alone, whatever its capitals, and each of several', async () => {
    const [id] = await idsOf(' fs-100/21 ');
    expect(id).toMatch(/^corporate-/);
    expect(await idsOf('FS-100/21')).toEqual([id]);
    expect(await idsOf('fs 200')).toHaveLength(2);
    expect(await idsOf('FS-10')).toEqual([]);
  });

  it('is noted each time, with what was found and not with the reference', async () => {
    const before = (await audited()).length;
    const [id] = await idsOf('FS-100/21');
    await idsOf('nobody-s');
    const noted = (await audited()).slice(before);
    const entry = { actor: 'aud', action: 'COMPLAINT_LOOK_UP' };
    expect(noted).toEqual([
      { ...entry, record_id: id },
      { ...entry, record_id: 'corporate' },
    ]);
  });

  it('opens no complaint to the auditor, and the function to nobody else', async () => {
    expect(await asAuditor('select * from corporate.stage')).toEqual([]);
    const found = "select * from corporate.find_for_audit(array['FS-100/21'])";
    expect(await asAuditor(found)).toHaveLength(1);
    // What it looked with is gone again.
    const after = await inTransaction(
      database.of('corporate'),
      { subject: 'aud', role: 'auditor' },
      async ({ query }) => {
        await query(found);
        return query('select * from corporate.stage');
      },
    );
    expect(after).toEqual([]);
    for (const role of ['officer', 'admin', 'import']) expect(await asAuditor(found, role)).toEqual([]);
  });

  it('is found by an index', async () => {
    const plan = await inTransaction(
      database.of('corporate'),
      { subject: 'import', role: 'import' },
      async ({ query }) => {
        await query('set local enable_seqscan = off');
        return query(
          "explain select complaint_id from corporate.stage where reference = any (array['FS-100/21'])",
        );
      },
    );
    expect(JSON.stringify(plan)).toContain('stage_by_reference');
  });
});
