import { fixedClock } from '../../platform/config/clock';
import { migrate } from '../../platform/postgres/migrate';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { moveColumns } from './move-columns';

/** The stream of the version before: consent, risk and provider were facts. */
const BEFORE = {
  ...adults,
  tables: [],
  migrations: adults.migrations.filter(({ name }) => !name.startsWith('GuardPerson')),
};
const stage = (id: number) =>
  `insert into adults.stage (id, complaint_id, number, source, key, reference, received_on, ended, content_hash)
   values ('s${id}', 'c', 1, 'adults', '${id}', '${id}', '2021-05-04', false, 'x')`;
const plan = (id: number, ...[agreed, consent, risk, provider]: readonly (string | null)[]) =>
  `insert into adults.stage_plan (stage_id, plan_agreed, consent, risk, risk_written, provider)
   values ('s${id}', ${[agreed, consent, risk, risk, provider].map((value) => (value ? `'${value}'` : 'null'))})`;
const FILL = [
  `insert into adults.complaint (id, authority, version) values ('c', 'stockport', 1)`,
  ...[1, 2, 3, 4].map(stage),
  ...[1, 2, 3].map((id) => `insert into adults.account (stage_id, person) values ('s${id}', 'P${id}')`),
  `insert into adults.stage_lessons (stage_id, lessons) values ('s1', 'Ask first.'), ('s2', null)`,
  plan(1, 'YES', 'HELD', 'HIGH', null),
  plan(2, 'NO', null, null, null),
  plan(3, null, null, null, 'A home'),
  plan(4, 'YES', null, 'LOW', null),
];
const PERSONAL =
  'select stage_id, lessons, consent, risk, risk_written, provider from adults.stage_lessons order by 1';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([BEFORE]);
  await inTransaction(database.of('adults'), { subject: 'import', role: 'import' }, async ({ query }) => {
    for (const statement of FILL) await query(statement);
  });
  await migrate({ ownerUrl: database.ownerUrl, subgraphs: [adults], clock: fixedClock('2022-01-31') });
});
afterAll(() => database.stop());

const read = (settings: Record<string, string>, sql: string) =>
  withSettings(database.of('adults'), settings, (runner) => runner.query(sql));
const IMPORT = { role: 'import' };
const nothing = { consent: null, risk: null, risk_written: null, provider: null };

describe('columns that turn out to be personal, in a database of the version before', () => {
  it('come under the account’s guard with what they hold, beside what was there', async () => {
    expect(await read(IMPORT, PERSONAL)).toEqual([
      {
        stage_id: 's1',
        lessons: 'Ask first.',
        ...nothing,
        consent: 'HELD',
        risk: 'HIGH',
        risk_written: 'HIGH',
      },
      { stage_id: 's2', lessons: null, ...nothing },
      { stage_id: 's3', lessons: null, ...nothing, provider: 'A home' },
    ]);
    expect(await read({ subject: 'olu', role: 'officer', streams: 'adults' }, PERSONAL)).toHaveLength(3);
    for (const role of ['analyst', 'admin', 'partner', ''])
      expect(await read({ role }, PERSONAL)).toEqual([]);
  });

  it('leave the facts where they were, and are no longer among them', async () => {
    expect(await read({ role: 'analyst' }, 'select * from adults.stage_plan order by stage_id')).toEqual([
      { stage_id: 's1', plan_agreed: 'YES', plan_agreed_written: null },
      { stage_id: 's2', plan_agreed: 'NO', plan_agreed_written: null },
      { stage_id: 's3', plan_agreed: null, plan_agreed_written: null },
      { stage_id: 's4', plan_agreed: 'YES', plan_agreed_written: null },
    ]);
  });

  it('leave row security forced for the owner too', async () => {
    expect(await database.owner.query('select * from adults.stage_lessons')).toEqual([]);
    expect(await database.owner.query('select * from adults.account')).toEqual([]);
  });

  it('go back as they came', async () => {
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await moveColumns(runner, {
      ...{ schema: 'adults', from: 'stage_lessons', to: 'stage_plan' },
      columns: ['consent', 'consent_written', 'risk', 'risk_written', 'provider'],
    });
    await runner.query(`select set_config('scope.role', 'analyst', true)`);
    const back = await runner.query(
      'select stage_id, plan_agreed, consent, risk, provider from adults.stage_plan order by 1',
    );
    await runner.rollbackTransaction();
    await runner.release();
    expect(back).toEqual([
      { stage_id: 's1', plan_agreed: 'YES', consent: 'HELD', risk: 'HIGH', provider: null },
      { stage_id: 's2', plan_agreed: 'NO', consent: null, risk: null, provider: null },
      { stage_id: 's3', plan_agreed: null, consent: null, risk: null, provider: 'A home' },
      { stage_id: 's4', plan_agreed: 'YES', consent: null, risk: null, provider: null },
    ]);
  });
});
