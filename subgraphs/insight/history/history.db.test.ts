import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { beginHistory, rebuildFrom } from '../reports/since/testing';
import { complaintChanged, insightDatabase, project, serviceNamed, stage } from '../testing/fixtures';
import { holdFacts, tellDifferences } from './through-rebuild';

const complaint = (id: string, receivedOn: string, version: number) =>
  complaintChanged({ id, stages: [stage({ id: id.replace('-', '-stage-'), receivedOn })] }, version);

interface Change {
  readonly relation: string;
  readonly record: string;
  readonly before: string | null;
  readonly after: string | null;
}

describe('the history of facts', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await insightDatabase();
  });
  afterEach(() => database?.stop());

  const as = <Row>(role: string, sql: string, more = {}) =>
    inTransaction(database.of('insight'), { subject: 'test', role, ...more }, ({ query }) => query<Row>(sql));
  const changes = (role = 'officer', more = {}) =>
    as<Change>(
      role,
      `select relation, record, before ->> 'received_on' as before, after ->> 'received_on' as after
       from insight.fact_change where relation = 'stage_fact' order by id`,
      more,
    );

  it('holds nothing of what comes before it was begun', async () => {
    await project(database, [complaint('corporate-1', '2021-05-01', 1)]);
    await project(database, [complaint('corporate-1', '2021-05-02', 2)]);
    expect(await changes()).toEqual([]);
  });

  it('holds what a fact was before it changed, and nothing of one that is written again as it was', async () => {
    await project(database, [complaint('corporate-1', '2021-05-01', 1)]);
    await beginHistory(database);
    await beginHistory(database);
    await project(database, [
      complaint('corporate-1', '2021-05-02', 2),
      complaint('corporate-2', '2021-06-01', 1),
    ]);
    await project(database, [complaint('corporate-1', '2021-05-02', 3)]);
    await project(database, [complaintChanged({ id: 'corporate-2', stages: [] }, 2)]);
    expect(new Set(await changes())).toEqual(
      new Set([
        { relation: 'stage_fact', record: 'corporate-stage-1', before: '2021-05-01', after: '2021-05-02' },
        { relation: 'stage_fact', record: 'corporate-stage-2', before: null, after: '2021-06-01' },
        { relation: 'stage_fact', record: 'corporate-stage-2', before: '2021-06-01', after: null },
      ]),
    );
    expect(await as('officer', 'select began_at from insight.fact_history')).toHaveLength(1);
  });

  it('is begun only once whoever changes facts unseen has ended: nothing of theirs is missed', async () => {
    const order: string[] = [];
    let begun: Promise<unknown> = Promise.resolve();
    await inTransaction(database.of('insight'), { subject: 'p', role: 'projection' }, async ({ query }) => {
      await query(`insert into insight.directorate (id, name, version) values ('place', 'Place', 1)`);
      begun = beginHistory(database).then(() => order.push('begun'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('ended');
    });
    await begun;
    expect(order).toEqual(['ended', 'begun']);
  });

  it('holds of a rebuild only what it made other than it was', async () => {
    await project(database, [
      complaint('corporate-1', '2021-05-01', 1),
      serviceNamed({ id: 'a', name: 'A' }),
    ]);
    await beginHistory(database);
    await rebuildFrom(database, [
      ...[complaint('corporate-1', '2021-05-01', 1), complaint('corporate-3', '2021-07-01', 1)],
      serviceNamed({ id: 'a', name: 'A' }),
    ]);
    expect(await changes()).toMatchObject([
      { record: 'corporate-stage-3', before: null, after: '2021-07-01' },
    ]);
    expect(await as('officer', `select from insight.fact_change where relation = 'service'`)).toEqual([]);
    expect(await as('projection', 'select from insight.fact_held')).toEqual([]);
    await project(database, [complaint('corporate-1', '2021-05-09', 2)]);
    expect(await changes()).toHaveLength(2);
  });

  it('holds nothing of facts that go and come back between, whoever removes them', async () => {
    await project(database, [complaint('corporate-1', '2021-05-01', 1)]);
    await beginHistory(database);
    await inTransaction(database.of('insight'), { subject: 'p', role: 'projection' }, async (transaction) => {
      await holdFacts(transaction);
      const [row] = await transaction.query<{ held: object }>(
        'with gone as (delete from insight.stage_fact returning *) select to_jsonb(gone) as held from gone',
      );
      await transaction.query(
        'insert into insight.stage_fact select * from jsonb_populate_record(null::insight.stage_fact, $1)',
        [JSON.stringify(row?.held)],
      );
      await tellDifferences(transaction);
    });
    expect(await changes()).toEqual([]);
  });

  it.each([
    ['partner', { partner: 'Homes' }],
    ['auditor', {}],
    ['import', {}],
    ['', {}],
  ])('is not seen by %p', async (role, more) => {
    await beginHistory(database);
    await project(database, [complaint('corporate-1', '2021-05-01', 1)]);
    expect(await changes(role, more)).toEqual([]);
    expect(await changes('analyst')).toHaveLength(1);
    await expect(
      as(
        role,
        `insert into insight.fact_change (relation, record, after, xid, at) values ('service', 'a', '{}', 1, now())`,
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
