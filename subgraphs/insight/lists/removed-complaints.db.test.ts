import { type RemovalArguments, readRemovals } from '../../../platform/lists/read-removals';
import type { TestDatabase } from '../../../platform/testing/database';
import { ask, complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { COMPLAINTS_GONE } from './removed-complaints';

const MINUTES = [0, 0, 1, 2, 2, 2, 3];
const momentOf = (minute: number) => new Date(Date.UTC(2021, 9, 14, 8, minute));
const BEGINNING = '2021-10-14T08:00:00Z';
const idOf = (place: number) => `schools-${String.fromCharCode('a'.charCodeAt(0) + place)}`;
const there = (id: string) => [stage({ id: `stage of ${id}`, receivedOn: '2021-05-01' })];

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  const ids = MINUTES.map((_, place) => idOf(place));
  await project(database, [
    ...ids.map((id) => complaintChanged({ id, stages: there(id) })),
    complaintChanged({ id: 'schools-stays', stages: there('schools-stays') }),
  ]);
  await project(
    database,
    ids.map((id, place) => complaintChanged({ id, stages: [] }, 2, momentOf(MINUTES[place] ?? 0))),
  );
});
afterAll(() => database.stop());

const page = (asked: Partial<RemovalArguments> = {}, caller = { role: 'analyst' }) =>
  ask(
    database,
    async (context) => {
      const list = await readRemovals(context, COMPLAINTS_GONE, { since: BEGINNING, ...asked });
      return { ...list, total: await list.count(context.transaction) };
    },
    caller,
  );
async function walk(since: string, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await page({ since, first, after });
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}
const goneSince = (minute: number) => MINUTES.flatMap((each, place) => (each >= minute ? [idOf(place)] : []));

describe('complaints that were removed', () => {
  it('come in the order in which they went, each once, whatever the size of the page', async () => {
    for (const first of [1, 2, 3, 200]) expect(await walk(BEGINNING, first)).toEqual(goneSince(0));
    const { edges, total } = await page({ first: 1 });
    expect([edges.map(({ node }) => node), total]).toEqual([
      [{ id: 'schools-a', removedAt: momentOf(0) }],
      MINUTES.length,
    ]);
  });

  it('are those that went at the moment or later', async () => {
    expect(await walk('2021-10-14T09:02:00+01:00', 2)).toEqual(goneSince(2));
    expect(await walk('2021-10-14T08:02:00.001Z', 2)).toEqual(goneSince(3));
    expect(await walk('2021-10-14T08:03:00.001Z', 2)).toEqual([]);
  });

  it('are told to whoever sees all complaints, one by one, and to nobody else', async () => {
    for (const role of ['manager', 'officer', 'admin'])
      expect((await page({}, { role })).total).toBe(MINUTES.length);
    for (const caller of [
      { role: 'partner', partner: 'stockport-homes' },
      { role: 'auditor' },
      { role: 'import' },
      { role: '' },
    ])
      expect((await page({}, caller)).total).toBe(0);
  });

  it.each([
    [{ since: null }, '`since` is missing'],
    [{ since: 'yesterday' }, '`since` is no moment'],
    [{ since: '2021-10-14' }, '`since` is no moment'],
    [{ first: 0 }, '`first`'],
    [{ first: 201 }, '`first`'],
    [{ after: 'x' }, '`after`'],
  ])('are refused where they are asked for wrongly: %j', async (asked, says) => {
    await expect(page(asked)).rejects.toThrow(says);
  });

  it('take no cursor of another moment', async () => {
    const { pageInfo } = await page({ first: 1 });
    await expect(page({ since: '2021-10-14T08:01:00Z', after: pageInfo.endCursor })).rejects.toThrow(
      '`after`',
    );
  });

  it('are none of those that came back', async () => {
    await project(database, [complaintChanged({ id: 'schools-a', stages: there('schools-a') }, 3)]);
    expect(await walk(BEGINNING, 2)).toEqual(goneSince(0).slice(1));
  });
});
