import path from 'node:path';
import type { Identity } from '../../platform/identity/identity';
import { opensByRole } from '../../platform/identity/roles';
import { createLogger } from '../../platform/logging/logger';
import { keepingPart } from '../../platform/server/testing/kept-answers';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import type { TestDatabase } from '../../platform/testing/database';
import { randomFrom } from '../../platform/testing/random-from';
import { subgraph } from './subgraph';
import { complaintTold, follow, keep, kept, ombudsmanDatabase, reached, takeBack } from './testing';

const person = (role: string, partner: string | null = null): Identity => ({
  ...{ subject: role, role, scopes: opensByRole(role), streams: [], services: [], partner },
});
const PEOPLE = [person('analyst'), person('partner', 'stockport-homes'), person('partner', 'another')];
const FIELDS =
  'reference decision upheld repliedInTime findings { finding } remedies { text } complaint { id }';
const LISTS = `{ ombudsmanCases { totalCount edges { node { ${FIELDS} } } }
  late: ombudsmanCases(where: { replyOverdue: true }) { totalCount asAt } }`;
const OF_COMPLAINTS = `query ($ids: [_Any!]!) { _entities(representations: $ids) {
  ... on CorporateComplaint { ombudsmanCases { ${FIELDS} } } } }`;
const ids = ['corporate-a', 'corporate-b'].map((id) => ({ __typename: 'CorporateComplaint', id }));

describe("the ombudsmen's answers that are kept while their state has the same name", () => {
  let database: TestDatabase;
  let now = Date.parse('2021-06-01T12:00:00Z');
  beforeEach(async () => {
    database = await ombudsmanDatabase();
  });
  afterEach(() => database?.stop());

  async function change(random: () => number, version: number): Promise<void> {
    const oneOf = <Item>(...items: readonly Item[]): Item | undefined =>
      items[Math.floor(random() * items.length)];
    const isPartners = random() < 0.3;
    const some = kept({
      referenceKey: `${1 + Math.floor(random() * 3)}${isPartners ? 9 : 0}`,
      ourReference: oneOf('100', '200', null) ?? null,
      ...(isPartners ? { partner: 'stockport-homes', stream: null } : {}),
      replyDueOn: oneOf('2021-05-20', '2021-06-04', null) ?? null,
      decision: oneOf('Upheld', 'Not upheld', null) ?? null,
      remedies: [{ text: oneOf('Apology', 'Training') ?? null, dueOn: null, doneOn: null }],
    });
    const changes = [
      () => keep(database, some),
      () => takeBack(database, some),
      () =>
        follow(
          database,
          complaintTold(
            oneOf('corporate-a', 'corporate-b') ?? '',
            { [oneOf('100', '200') ?? '']: '2021-01-04' },
            version,
          ),
        ),
      () => reached(database, { to: oneOf('2021-05-21', '2021-06-30') ?? null }, version),
      async () => {
        now += 3_600_000 * (1 + Math.floor(random() * 40));
      },
    ];
    await oneOf(...changes, () => keep(database, some))?.();
  }

  async function staleOf({ rounds, stateSql }: { rounds: number; stateSql: string | undefined }) {
    const part = await keepingPart({
      subgraph: { ...subgraph, ...(stateSql === undefined ? {} : { stateSql }) },
      dataSource: database.of('ombudsman'),
      clock: { now: () => new Date(now) },
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory: path.join(__dirname, '..', '..', 'schema'),
    });
    const random = randomFrom(78);
    for (let round = 1; round <= rounds; round += 1) {
      if (random() < 0.6) await change(random, round);
      const identity = PEOPLE[Math.floor(random() * PEOPLE.length)] ?? person('analyst');
      for (const _ of [1, 2]) {
        await part.ask({ identity, query: LISTS });
        await part.ask({ identity, query: OF_COMPLAINTS, variables: { ids } });
      }
    }
    await part.stop();
    return { stale: part.stale, given: part.given() };
  }

  it('are what a fresh one would be, whatever changed in between', async () => {
    const { stale, given } = await staleOf({ rounds: 60, stateSql: subgraph.stateSql });
    expect(stale).toEqual([]);
    expect(given).toBeGreaterThan(100);
  });

  it('would be older if changes were not watched', async () => {
    const { stale } = await staleOf({ rounds: 30, stateSql: `select 'calm' as state` });
    expect(stale).not.toEqual([]);
  });

  it('are read from no table that is not watched', async () => {
    const rows: { name: string }[] = await database.owner.query(
      `select relname as name from pg_class where relnamespace = 'ombudsman'::regnamespace and relkind = 'r'
         and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'note_change')
       order by relname`,
    );
    // What joins cases to complaints is written to the cases, and what is noted as removed is removed from them. What was done is told
    // in answers that are never kept.
    expect(rows.map(({ name }) => name)).toEqual([
      ...[
        'audit_entry',
        'audit_seal',
        'case_gone',
        'change',
        'command_done',
        'description',
        'follower_place',
        'migration',
        'ombudsman_case_removed',
        'outbox',
        'reference_of_complaint',
        'set_aside',
      ],
    ]);
  });
});
