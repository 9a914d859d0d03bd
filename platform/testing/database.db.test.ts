import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import { inTransaction } from '../transaction/transaction';
import { type TestDatabase, testDatabase } from './database';

interface Pebble {
  id: number;
  weight: number;
  foundOn: string;
}

const pebbles = new EntitySchema<Pebble>({
  name: 'pebble',
  columns: {
    id: { type: 'int', primary: true },
    weight: { type: 'bigint' },
    foundOn: { type: 'date', name: 'found_on' },
  },
});

class CreatePebbles1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table beach.pebble (id int primary key, weight bigint not null, found_on date not null)`,
    );
    await runner.query(`grant select, insert on beach.pebble to ${await quotedLogin(runner, 'beach')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table beach.pebble');
  }
}

const beach = {
  name: 'beach',
  tables: [pebbles],
  migrations: [CreatePebbles1700000000000],
  seed: async (transaction: { query(sql: string): Promise<unknown> }) => {
    await transaction.query(`insert into beach.pebble values (1, 7, '2021-10-31')`);
  },
};

describe('a test database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([beach]);
  });
  afterAll(() => database.stop());

  it('holds the schema and the reference data of the subgraphs asked for', async () => {
    const rows = await inTransaction(
      database.of('beach'),
      { subject: 'test', role: 'analyst' },
      (transaction) => transaction.query('select id, weight, found_on from beach.pebble'),
    );
    expect(rows).toEqual([{ id: 1, weight: 7, found_on: '2021-10-31' }]);
  });

  it('connects a subgraph as its own login, which is not the owner', async () => {
    await expect(database.of('beach').query('drop table beach.pebble')).rejects.toThrow('must be owner');
  });

  it('refuses the name of a subgraph that it does not have', () => {
    expect(() => database.of('mountain')).toThrow('no subgraph "mountain"');
  });

  it('is not shared with another', async () => {
    const other = await testDatabase([]);
    await expect(other.owner.query('select * from beach.pebble')).rejects.toThrow('does not exist');
    await other.stop();
  });
});
