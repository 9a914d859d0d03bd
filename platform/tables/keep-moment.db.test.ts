import { type TestDatabase, testDatabase } from '../testing/database';
import { keepMoment, keepNoMoment } from './keep-moment';

describe('the moment of a row’s last change', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
    await database.owner.query('create schema pond');
    await database.owner.query('create table pond.fish (id int primary key, name text)');
    await database.owner.query("insert into pond.fish values (1, 'Olu')");
    await keepMoment(database.owner.createQueryRunner(), 'pond', 'fish');
  });
  afterAll(() => database.stop());

  const moments = async (): Promise<Record<string, number>> => {
    const rows: { id: number; at: Date }[] = await database.owner.query(
      'select id, changed_at as at from pond.fish',
    );
    return Object.fromEntries(rows.map(({ id, at }) => [id, at.getTime()]));
  };

  it('is there from the start, moves with a change alone, and is nobody’s to write', async () => {
    await database.owner.query("update pond.fish set changed_at = '2000-01-01'");
    const first = await moments();
    expect(first[1]).toBeGreaterThan(Date.UTC(2001, 0));
    await database.owner.query("insert into pond.fish values (2, 'Ada', '2000-01-01')");
    await database.owner.query(
      "insert into pond.fish values (1, 'Olu') on conflict (id) do update set name = excluded.name",
    );
    const second = await moments();
    expect([second[1], Number(second[2]) >= Number(first[1])]).toEqual([first[1], true]);
    await database.owner.query("update pond.fish set name = 'Ana' where id = 1");
    expect(Number((await moments())[1])).toBeGreaterThan(Number(first[1]));
  });

  it('can be taken back', async () => {
    const runner = database.owner.createQueryRunner();
    await keepNoMoment(runner, 'pond', 'fish');
    await runner.query("update pond.fish set name = 'Sid'");
    expect(await runner.query('select * from pond.fish where id = 1')).toEqual([{ id: 1, name: 'Sid' }]);
    await runner.release();
  });
});
