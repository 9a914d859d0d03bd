import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { recordHistory } from '../../casework/records/record-history';
import { account, historicStage } from '../../casework/records/testing';
import { complaintIdFor, historicStageId } from '../../casework/stages/ids';
import { fixedClock } from '../../platform/config/clock';
import type { Identity } from '../../platform/identity/identity';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger } from '../../platform/logging/logger';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as childrens } from './subgraph';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

const OFFICER: Identity = {
  subject: 'olu',
  role: 'officer',
  scopes: ['figures', 'facts', 'accounts'],
  streams: ['childrens'],
  services: [],
  partner: null,
};
const NOT_CLEARED: Identity = { ...OFFICER, subject: 'cora', streams: ['corporate', 'schools'] };

const SERVICE = 'children-in-need';
const idOf = (caseNumber: string) =>
  complaintIdFor(historicStageId({ stream: 'childrens', source: 'childrens', key: `${caseNumber}/1` }));

const stage = (number: number, facts: Partial<Parameters<typeof historicStage>[0]>) =>
  historicStage({
    source: 'childrens',
    serviceId: SERVICE,
    reference: 'CSC-1',
    key: `CSC-1/${number}`,
    caseKey: 'CSC-1',
    ownKey: null,
    number,
    account: account({ name: 'Made Up' }),
    ...facts,
  });

const CHILD = {
  childAgeBand: '10-15',
  childLookedAfter: 'true',
  advocateOffered: 'false',
  childReference: 'CH1',
};

/** What those find who may see the complaint and none of its people. */
const NOBODY = {
  childReference: null,
  child: null,
  investigation: { investigatingOfficer: null, independentPerson: null, elements: [] },
  reviewPanel: { members: [], elements: [] },
};
const FACTS = `reference references advocateOffered
  reviewPanel { meetingDueOn heldOn reportDueOn findingsOn answerDueOn meetBy reportBy answerBy }
  dueOn stages { stage number route dueOn }`;
const PEOPLE = `childReference child { ageBand lookedAfter }
  investigation { investigatingOfficer independentPerson elements { description outcome } }
  reviewPanel { members elements { outcome } }`;

describe("a children's complaint", () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = createIdentitySigner({ privateKey });
  let database: TestDatabase;
  let part: RunningSubgraph;

  beforeAll(async () => {
    database = await testDatabase([childrens]);
    await recordHistory(
      { dataSource: database.of('childrens'), stream: childrens.stream, authority: 'stockport' },
      [
        stage(1, { receivedOn: '2025-10-01', own: CHILD }),
        stage(2, {
          receivedOn: '2025-12-22',
          route: 'ESCALATED',
          own: {
            ...CHILD,
            investigatingOfficer: 'Investigator One',
            independentPerson: 'Independent Two',
            elements: JSON.stringify([{ description: 'Nobody called back.', outcome: 'UPHELD' }]),
          },
        }),
        stage(3, {
          receivedOn: '2026-03-23',
          route: 'ESCALATED',
          agreedDueOn: '2026-05-07',
          own: {
            ...CHILD,
            panelHeldOn: '2026-05-06',
            findingsOn: '2026-05-13',
            panel: '["Three","Four","Five"]',
          },
        }),
        stage(1, { reference: 'CSC-2', key: 'CSC-2/1', caseKey: 'CSC-2' }),
      ],
    );
    part = await runSubgraph({
      subgraph: childrens,
      dataSource: database.of('childrens'),
      verifier: createIdentityVerifier({ publicKey }),
      clock: fixedClock('2026-06-01'),
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
    });
  });
  afterAll(async () => {
    await part?.stop();
    await database?.stop();
  });

  async function ask(identity: Identity, caseNumber: string, fields: string): Promise<unknown> {
    const asked = {
      query: `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on ChildrensComplaint { ${fields} } } }`,
      variables: { ids: [{ __typename: 'ChildrensComplaint', id: idOf(caseNumber) }] },
      operationName: null,
    };
    const { data } = await part.execute({
      ...asked,
      identityToken: await signer.sign(identity, { part: 'childrens', ...asked }),
      requestId: 'request-1',
      signal: new AbortController().signal,
    });
    return (data as { _entities: unknown[] } | null)?._entities[0];
  }

  const readings = () =>
    inTransaction(database.of('childrens'), { subject: 'aud', role: 'auditor' }, (transaction) =>
      transaction.query<{ actor: string; record_id: string }>(
        'select distinct actor, record_id from childrens.audit_entry',
      ),
    );

  it('has its facts for whoever may list it, with the limits of each stage and of the panel', async () => {
    expect(await ask({ ...OFFICER, role: 'analyst', streams: [] }, 'CSC-1', FACTS)).toEqual({
      reference: 'CSC-1',
      references: ['CSC-1'],
      advocateOffered: false,
      reviewPanel: {
        meetingDueOn: '2026-05-07',
        meetBy: '2026-05-07',
        heldOn: '2026-05-06',
        reportDueOn: '2026-05-13',
        reportBy: '2026-05-13',
        findingsOn: '2026-05-13',
        answerDueOn: '2026-06-04',
        answerBy: '2026-06-04',
      },
      dueOn: '2026-05-07',
      stages: [
        { stage: 1, number: 1, route: null, dueOn: '2025-10-15' },
        { stage: 2, number: 2, route: 'ESCALATED', dueOn: '2026-01-29' },
        { stage: 3, number: 3, route: 'ESCALATED', dueOn: '2026-05-07' },
      ],
    });
  });

  it.each<[string, Partial<Identity>]>([
    ['an officer cleared for others', {}],
    ['a manager of other services', { role: 'manager', services: ['highways'] }],
    ...['analyst', 'partner', 'auditor', 'admin'].map((role): [string, Partial<Identity>] => [
      role,
      { role },
    ]),
  ])('tells of no child and nobody else to %s, and records no reading', async (_, facts) => {
    const told = await ask({ ...NOT_CLEARED, ...facts }, 'CSC-1', PEOPLE);
    // A partner and an auditor find no complaint at all.
    expect(told ?? NOBODY).toEqual(NOBODY);
    expect(await readings()).toEqual([]);
  });

  it('is told by the tables as by the fields', async () => {
    const seen = (scope: { role: string; streams?: string; services?: string }) =>
      inTransaction(database.of('childrens'), { subject: 'test', ...scope }, ({ query }) =>
        query('select child_age_band from childrens.stage_people where child_age_band is not null'),
      );
    expect(await seen({ role: 'officer', streams: 'childrens' })).toHaveLength(3);
    expect(await seen({ role: 'manager', services: SERVICE })).toHaveLength(3);
    expect(await seen({ role: 'officer', streams: 'corporate' })).toEqual([]);
    expect(await seen({ role: 'manager', services: 'highways' })).toEqual([]);
    for (const role of ['analyst', 'partner', 'auditor', 'admin', 'projection', ''])
      expect([role, await seen({ role })]).toEqual([role, []]);
  });

  it('names those who took part to those cleared for it, and the reading is recorded', async () => {
    expect(await ask(OFFICER, 'CSC-1', PEOPLE)).toEqual({
      childReference: 'CH1',
      child: { ageBand: '10-15', lookedAfter: true },
      investigation: {
        investigatingOfficer: 'Investigator One',
        independentPerson: 'Independent Two',
        elements: [{ description: 'Nobody called back.', outcome: 'UPHELD' }],
      },
      reviewPanel: { members: ['Three', 'Four', 'Five'], elements: [] },
    });
    expect(await readings()).toEqual([{ actor: 'olu', record_id: idOf('CSC-1') }]);
  });

  it('tells of the child to a manager of the service, and that reading is recorded too', async () => {
    const manager = { ...NOT_CLEARED, subject: 'mark', role: 'manager', services: [SERVICE] };
    const child = 'child { ageBand lookedAfter }';
    expect(await ask(manager, 'CSC-1', child)).toEqual({ child: { ageBand: '10-15', lookedAfter: true } });
    expect(await readings()).toContainEqual({ actor: 'mark', record_id: idOf('CSC-1') });
  });

  it('has no investigation, no panel and no answers to what was not recorded', async () => {
    expect(
      await ask(
        OFFICER,
        'CSC-2',
        'advocateOffered child { ageBand lookedAfter } investigation { elements { outcome } } reviewPanel { heldOn }',
      ),
    ).toEqual({
      advocateOffered: null,
      child: { ageBand: null, lookedAfter: null },
      investigation: null,
      reviewPanel: null,
    });
  });
});
