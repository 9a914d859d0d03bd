import { setTimeout as wait } from 'node:timers/promises';
import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import type { Subgraph } from '../server/subgraph';
import { type TestDatabase, testDatabase } from '../testing/database';
import { changeStateSql, unwatchChanges, watchChanges } from './watch-changes';

const WATCHED = { schema: 'garden', tables: ['bed', 'plant'] };

class CreateGarden1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table garden.bed (id int primary key)');
    await runner.query('create table garden.plant (id int primary key)');
    await runner.query('create table garden.visit (id int primary key)');
    const login = await quotedLogin(runner, 'garden');
    await runner.query(
      `grant select, insert, update, delete on garden.bed, garden.plant, garden.visit to ${login}`,
    );
    await watchChanges(runner, WATCHED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unwatchChanges(runner, WATCHED);
    await runner.query('drop table garden.bed, garden.plant, garden.visit');
  }
}

const bed = new EntitySchema({ name: 'bed', columns: { id: { type: 'int', primary: true } } });

const garden: Subgraph = {
  name: 'garden',
  tables: [bed],
  migrations: [CreateGarden1700000000000],
  followers: [],
  operation: () => ({}),
  resolvers: {},
};

describe('the state of a schema whose changes are watched', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([garden]);
  });
  afterAll(() => database?.stop());

  const run = (sql: string) => database.of('garden').query(sql);
  const state = async (): Promise<string | null> => (await run(changeStateSql('garden')))[0]?.state ?? null;
  /** Once it is known: a transaction of another test may be open on the same server, and keeps it unknown. */
  const known = async (): Promise<string> => {
    for (;;) {
      const name = await state();
      if (name !== null) return name;
      await wait(5);
    }
  };
  /** A transaction on a connection of its own, open until it is told to end. */
  async function begin(sql: string) {
    const runner = database.of('garden').createQueryRunner();
    await runner.startTransaction();
    await runner.query(sql);
    return {
      commit: () => runner.commitTransaction().finally(() => runner.release()),
      rollback: () => runner.rollbackTransaction().finally(() => runner.release()),
    };
  }

  it('has a name before anything has changed, and keeps it while nothing does', async () => {
    const before = await known();
    expect(before).toMatch(/ 0$/);
    await run('insert into garden.visit values (1)');
    await run('select * from garden.bed');
    expect(await state()).toBe(before);
  });

  it.each([
    'insert into garden.bed values (1)',
    'insert into garden.plant values (1)',
    'update garden.bed set id = 2',
    'delete from garden.plant',
  ])('has another after %s', async (sql) => {
    const before = await known();
    await run(sql);
    expect(await known()).not.toBe(before);
  });

  it('is not known while a transaction is open that is older than the newest change', async () => {
    const before = await known();
    const older = await begin('insert into garden.bed values (10)');
    expect(await state()).toBe(before);
    await run('insert into garden.bed values (11)');
    expect(await state()).toBeNull();
    await older.commit();
    expect(await known()).not.toBe(before);
  });

  it('is what it was after a change that was undone', async () => {
    const before = await known();
    const undone = await begin('insert into garden.bed values (20)');
    await undone.rollback();
    expect(await state()).toBe(before);
  });

  it('is remembered by few rows, which the login may read and not write', async () => {
    const rows = async () => (await run('select count(*)::int as count from garden.change'))[0].count;
    for (let id = 100; id < 110 || (await rows()) > 1; id += 1) {
      await known();
      await run(`insert into garden.bed values (${id})`);
    }
    expect(await rows()).toBe(1);
    await expect(run('insert into garden.change default values')).rejects.toThrow('permission denied');
    await expect(run('delete from garden.change')).rejects.toThrow('permission denied');
  });
});
