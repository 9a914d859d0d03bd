import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropTestDatabase, emptyTestDatabase } from '../../testing/database';
import { asOwner, type Owner } from './owner';
import { type Migratable, runMigrations, withPendingMigrations } from './pending';

function migration(name: string, statement: string): Migratable['migrations'][number] {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(statement);
    }
    async down(): Promise<void> {
      throw new Error('Not in these tests');
    }
  };
}

const first = migration('First1700000000000', 'create table schools.thing (id int)');
const second = migration('Second1700000000001', 'alter table schools.thing add colour text');
const schools = (...migrations: Migratable['migrations']): Migratable => ({ name: 'schools', migrations });

describe('the migrations that a schema lacks', () => {
  let url: string;
  beforeEach(async () => {
    url = await emptyTestDatabase();
    await work(({ query }) => query('create schema schools'));
  });
  afterEach(() => dropTestDatabase(url));

  const work = <Result>(action: (owner: Owner) => Promise<Result>) => asOwner({ url, alone: true }, action);
  const pending = (...all: Migratable[]) =>
    work(async (owner) => (await withPendingMigrations(owner, all)).map(({ name }) => name));

  it('are all of them where none has run, and none once they have', async () => {
    const adults: Migratable = { name: 'adults', migrations: [] };
    expect(await pending(schools(first), adults)).toEqual(['schools']);
    await work((owner) => runMigrations(owner, schools(first)));
    expect(await pending(schools(first), adults)).toEqual([]);
    expect(await pending(schools(first, second))).toEqual(['schools']);
  });

  it('are run alone: those that have run are not run again', async () => {
    await work((owner) => runMigrations(owner, schools(first)));
    await work((owner) => runMigrations(owner, schools(first, second)));
    expect(await work(({ query }) => query('select id, colour from schools.thing'))).toEqual([]);
    expect(await work(({ query }) => query('select name from schools.migration order by name'))).toEqual([
      { name: 'First1700000000000' },
      { name: 'Second1700000000001' },
    ]);
  });

  it('are refused where the schema has had one that this version does not know', async () => {
    await work((owner) => runMigrations(owner, schools(first, second)));
    await expect(pending(schools(first))).rejects.toThrow(
      'its schema schools has had the migration Second1700000000001, which this version does not know',
    );
  });
});
