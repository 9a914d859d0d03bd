import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import type { Scope } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';

const SCHEMA = 'adults';
const cleared: Scope = {
  subject: 'olu',
  role: 'officer',
  streams: ['corporate', 'adults'],
  command: 'recordStage',
};

/** What a command writes of a new stage, table by table. */
const INSERTS: Readonly<Record<string, string>> = {
  complaint: `insert into adults.complaint (id, authority, version) values ('adults-2', 'stockport', 1)`,
  stage: `insert into adults.stage (id, complaint_id, number, source, key, reference, received_on, ended, content_hash)
    values ('adults-stage-2', 'adults-1', 2, 'live', '2', '2', '2021-06-01', false, 'x')`,
  account: `insert into adults.account (stage_id, surname) values ('adults-stage-1', 'Made-Up')`,
  stage_plan: `insert into adults.stage_plan (stage_id, plan_agreed) values ('adults-stage-1', 'YES')`,
};
const UPDATES: Readonly<Record<string, string>> = {
  complaint: `update adults.complaint set version = version + 1`,
  stage: `update adults.stage set theme = 'Delay'`,
};

describe("a stream's records", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([adults]);
    await run({ subject: 'import', role: 'import' }, [
      `insert into adults.complaint (id, authority, version) values ('adults-1', 'stockport', 1)`,
      `insert into adults.stage (id, complaint_id, number, source, key, reference, received_on, ended, content_hash)
       values ('adults-stage-1', 'adults-1', 1, 'adults', '1', '1', '2021-05-04', false, 'x')`,
    ]);
  });
  afterAll(() => database.stop());

  /** Runs statements in one scope, and keeps what they did only where `keep` is left true. */
  async function run(scope: Scope, statements: readonly string[], keep = true): Promise<object[]> {
    const found: object[] = [];
    const work = inTransaction(database.of(SCHEMA), scope, async (transaction) => {
      for (const sql of statements) {
        found.push(...(await transaction.query(`with done as (${sql} returning 1) select * from done`)));
      }
      if (!keep) throw new Error('Rolled back');
    });
    await (keep ? work : work.catch(rolledBack));
    return found;
  }

  const rolledBack = (error: unknown) => {
    if (!(error instanceof Error) || error.message !== 'Rolled back') throw error;
  };

  it.each(Object.entries(INSERTS))(
    'take a row of %s from an officer cleared for the stream',
    async (_, sql) => {
      expect(await run(cleared, [sql], false)).toHaveLength(1);
    },
  );

  it.each(Object.entries(UPDATES))('let such an officer change %s', async (_, sql) => {
    expect(await run(cleared, [sql], false)).toHaveLength(1);
  });

  it.each(Object.keys(INSERTS))('let such an officer remove nothing of %s', async (table) => {
    const removed = run(cleared, [`delete from adults.${table}`], false);
    if (table === 'complaint') await expect(removed).rejects.toThrow('permission denied');
    else expect(await removed).toEqual([]);
  });

  const others: readonly (readonly [string, Scope])[] = [
    ['an officer cleared for others', { ...cleared, streams: ['corporate', 'schools'] }],
    ['an officer whose scope names no command, as that of a query', { ...cleared, command: '' }],
    ['an officer cleared for none', { ...cleared, streams: [] }],
    ['an officer of a stream whose name only begins so', { ...cleared, streams: ['adult'] }],
    ...['analyst', 'manager', 'partner', 'auditor', 'admin', 'seed', 'courier', 'garbage', ''].map(
      (role) => [role === '' ? 'nobody' : role, { ...cleared, role }] as const,
    ),
  ];
  it.each(others)('take no row from %s', async (_, scope) => {
    for (const sql of Object.values(INSERTS)) {
      await expect(run(scope, [sql], false)).rejects.toThrow('row-level security');
    }
    for (const sql of Object.values(UPDATES)) expect(await run(scope, [sql], false)).toEqual([]);
  });
});
