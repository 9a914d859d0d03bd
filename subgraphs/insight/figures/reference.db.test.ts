import type { TestDatabase } from '../../../platform/testing/database';
import { ask, insightDatabase, TODAY } from '../testing/fixtures';
import { measures } from './measures';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

const figures = () => ask(database, (context) => measures(context, { by: [] }));

describe('asAt', () => {
  const place = (source: string, caughtUpAt: string | null) =>
    database
      .of('insight')
      .query('insert into insight.follower_place (follower, source, caught_up_at) values ($1, $2, $3)', [
        'facts',
        source,
        caughtUpAt,
      ]);
  afterEach(() => database.owner.query('delete from insight.follower_place'));

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
