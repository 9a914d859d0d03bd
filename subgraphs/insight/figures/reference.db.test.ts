import type { TestDatabase } from '../../../platform/testing/database';
import { ask, insightDatabase, TODAY } from '../testing/fixtures';
import { measures } from './measures';
import { STATE } from './reference';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

const figures = () => ask(database, (context) => measures(context, { by: [] }));

const place = (source: string, caughtUpAt: string | null) =>
  database
    .of('insight')
    .query('insert into insight.follower_place (follower, source, caught_up_at) values ($1, $2, $3)', [
      'facts',
      source,
      caughtUpAt,
    ]);
afterEach(() => database.owner.query('delete from insight.follower_place'));

describe('the state of what figures are made from', () => {
  const state = () => database.of('insight').query(STATE);

  it('has another name when anything was followed, when a day has passed, and when a rollup is found to differ', async () => {
    await place('corporate', '2021-07-02T09:00:00Z');
    const names = [await state()];
    for (const change of [
      'update insight.follower_place set id = id + 1',
      `update insight.follower_place set xid = '7'`,
      `update insight.follower_place set caught_up_at = '2021-07-02T23:30:00Z'`,
      `insert into insight.rollup_drift (rollup, cells, found_at) values ('flow_by_month', 1, now())`,
      'delete from insight.rollup_drift',
    ]) {
      await database.owner.query(change);
      names.push(await state());
    }
    const told = names.map((rows) => JSON.stringify(rows));
    expect(told.slice(0, -1)).toEqual([...new Set(told.slice(0, -1))]);
    expect(told.at(-1)).toBe(told.at(-3));
  });

  it('has the same name while nothing has changed', async () => {
    await place('corporate', '2021-07-02T09:00:00Z');
    const before = await state();
    await database.owner.query(`update insight.follower_place set caught_up_at = '2021-07-02T10:00:00Z'`);
    expect(before).toHaveLength(1);
    expect(await state()).toEqual(before);
  });

  it('has none while nothing was ever followed', async () => {
    expect(await state()).toEqual([]);
  });
});

describe('asAt', () => {
  it('is the day in London up to which every part was followed', async () => {
    await place('corporate', '2021-07-02T09:00:00Z');
    await place('schools', '2021-06-30T23:30:00Z');
    expect((await figures()).asAt).toBe('2021-07-01');
  });

  it('passes over a part that was never caught up with, and is today where none ever was', async () => {
    await place('schools', null);
    expect((await figures()).asAt).toBe(TODAY);
    await place('corporate', '2021-07-02T09:00:00Z');
    expect((await figures()).asAt).toBe('2021-07-02');
  });
});
