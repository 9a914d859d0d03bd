import type { TestDatabase } from '../../../platform/testing/database';
import { ask, complaintChanged, insightDatabase, project, stage, streamDescribed } from '../testing/fixtures';
import { measures } from './measures';

describe('a figure that is asked for again', () => {
  let database: TestDatabase;
  let version = 1;
  beforeAll(async () => {
    database = await insightDatabase();
    await project(database, [streamDescribed({ stream: 'CORPORATE' })]);
  });
  afterAll(() => database.stop());

  const record = (receivedOn: string) =>
    project(database, [
      complaintChanged({ id: 'corporate-1', stages: [stage({ id: 'corporate-1', receivedOn })] }, ++version),
    ]);
  const followedTo = (xid: number) =>
    database.owner.query(
      `insert into insight.follower_place (follower, source, xid, id) values ('facts', 'corporate', $1, 1)
       on conflict (follower, source) do update set xid = excluded.xid`,
      [xid],
    );
  const months = async (caller?: Parameters<typeof ask>[2]) => {
    const { rows } = await ask(database, (context) => measures(context, { by: ['MONTH'] }), caller);
    return rows.map(({ month }) => month);
  };

  it('is counted each time while nobody knows how far the facts have followed', async () => {
    await record('2021-04-01');
    expect(await months()).toEqual(['2021-04-01']);
    await record('2021-05-01');
    expect(await months()).toEqual(['2021-05-01']);
  });

  it('is counted once for as long as nothing new was projected, and anew from then on', async () => {
    await followedTo(10);
    expect(await months()).toEqual(['2021-05-01']);
    // Never so without a new place: this shows which of the two answers is given.
    await record('2021-06-01');
    expect(await months()).toEqual(['2021-05-01']);
    await followedTo(11);
    expect(await months()).toEqual(['2021-06-01']);
  });

  it('is counted anew once a rollup is found to differ from the facts', async () => {
    await followedTo(20);
    const before = await months();
    await record('2021-08-01');
    expect(await months()).toEqual(before);
    await database.owner.query(
      `insert into insight.rollup_drift (rollup, cells, found_at) values ('flow_by_month', 1, now())`,
    );
    expect(await months()).toEqual(['2021-08-01']);
    await database.owner.query('delete from insight.rollup_drift');
    await record('2021-06-01');
  });

  it('is nobody’s but theirs who see the same rows', async () => {
    await followedTo(12);
    expect(await months()).toEqual(['2021-06-01']);
    expect(await months({ role: 'partner', partner: 'stockport-homes' })).toEqual([]);
    expect(await months({ role: 'auditor' })).toEqual([]);
    expect(await months()).toEqual(['2021-06-01']);
  });
});
