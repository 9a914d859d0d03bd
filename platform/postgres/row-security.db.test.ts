import type { QueryRunner } from 'typeorm';
import { type TestDatabase, type TestSubgraph, testDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import { quotedLogin } from './names';
import { forceRowSecurity, listHolds, roleIsOneOf } from './row-security';

const garden: TestSubgraph = {
  name: 'garden',
  tables: [],
  migrations: [
    class PlantTrees1700000000000 {
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(`create table garden.tree (id int primary key, service text not null)`);
        await runner.query(`insert into garden.tree values (1, 'parks'), (2, 'roads')`);
        await runner.query(
          `grant select, insert, update, delete on garden.tree to ${await quotedLogin(runner, 'garden')}`,
        );
        await forceRowSecurity(runner, 'garden.tree', [
          { name: 'gardeners_see', command: 'select', allows: roleIsOneOf('gardener', 'planner') },
          {
            name: 'own_services',
            command: 'select',
            allows: `${roleIsOneOf('planner')} or ${listHolds('services', 'service')}`,
          },
          { name: 'planners_plant', command: 'insert', allows: roleIsOneOf('planner') },
          { name: 'planners_move', command: 'update', allows: listHolds('services', 'service') },
        ]);
      }
      async down(): Promise<void> {
        throw new Error('Not in these tests');
      }
    },
  ],
};

describe('row-level security', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([garden]);
  });
  afterAll(() => database.stop());

  const run = (sql: string, scope: { role: string; services?: readonly string[] }) =>
    inTransaction(database.of('garden'), { subject: 'test', ...scope }, (transaction) =>
      transaction.query<{ id: number }>(sql),
    );
  const seen = async (scope: { role: string; services?: readonly string[] }) =>
    (await run('select id from garden.tree order by id', scope)).map(({ id }) => id);

  it('shows the rows that every policy allows', async () => {
    expect(await seen({ role: 'planner' })).toEqual([1, 2]);
    expect(await seen({ role: 'gardener', services: ['parks'] })).toEqual([1]);
    expect(await seen({ role: 'gardener', services: ['libraries', 'roads'] })).toEqual([2]);
  });

  it.each([
    ['a role that no policy names', { role: 'visitor', services: ['parks'] }],
    ['no role', { role: '', services: ['parks'] }],
    ['no services', { role: 'gardener', services: [] }],
    ['an empty service', { role: 'gardener', services: [''] }],
    ['part of a service’s name', { role: 'gardener', services: ['park'] }],
    ['a list in place of a role', { role: 'gardener planner', services: ['parks'] }],
  ])('shows nothing with %s', async (_what, scope) => {
    expect(await seen(scope)).toEqual([]);
  });

  it('shows nothing where no scope was ever set, nor after a transaction that had one', async () => {
    expect(await database.of('garden').query('select id from garden.tree')).toEqual([]);
    expect(await seen({ role: 'planner' })).toHaveLength(2);
    expect(await database.of('garden').query('select id from garden.tree')).toEqual([]);
  });

  it('holds for the tables’ owner too', async () => {
    expect(await database.owner.query('select id from garden.tree')).toEqual([]);
  });

  it('refuses rows that may not be added, and rows changed into what may not be', async () => {
    await expect(
      run(`insert into garden.tree values (3, 'parks')`, { role: 'gardener', services: ['parks'] }),
    ).rejects.toThrow('row-level security');
    const planner = { role: 'planner', services: ['parks'] };
    await expect(run(`update garden.tree set service = 'roads' where id = 1`, planner)).rejects.toThrow(
      'row-level security',
    );
    await run(`update garden.tree set service = 'parks'`, planner);
    expect(await run('select service from garden.tree order by id', planner)).toEqual([
      { service: 'parks' },
      { service: 'roads' },
    ]);
  });

  it('does nothing for a command that no policy names', async () => {
    await run('delete from garden.tree', { role: 'planner', services: ['parks', 'roads'] });
    expect(await seen({ role: 'planner' })).toEqual([1, 2]);
  });

  it('opens nothing when a permissive policy is added by mistake', async () => {
    await database.owner.query('create policy mistake on garden.tree as permissive for select using (true)');
    expect(await seen({ role: 'visitor' })).toEqual([]);
    await database.owner.query('drop policy mistake on garden.tree');
  });
});
