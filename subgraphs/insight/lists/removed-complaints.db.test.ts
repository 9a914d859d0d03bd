import { type RemovalArguments, readRemovals } from '../../../platform/lists/read-removals';
import type { TestDatabase } from '../../../platform/testing/database';
import { ask, complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { COMPLAINTS_GONE } from './removed-complaints';

/** When each went: one after another, and some of them together. */
const GROUPS = [2, 1, 3, 1];
const BEGINNING = '2021-10-14T08:00:00Z';
const idOf = (place: number) => `schools-${String.fromCharCode('a'.charCodeAt(0) + place)}`;
const IDS = GROUPS.flatMap((count) => Array<null>(count).fill(null)).map((_, place) => idOf(place));
const there = (id: string) => [stage({ id: `stage of ${id}`, receivedOn: '2021-05-01' })];

let database: TestDatabase;
/** The moment at which each went, in their order. */
let moments: readonly Date[];
beforeAll(async () => {
  database = await insightDatabase();
  await project(
    database,
    [...IDS, 'schools-stays'].map((id) => complaintChanged({ id, stages: there(id) })),
  );
  for (const [group, count] of GROUPS.entries()) {
    const first = GROUPS.slice(0, group).reduce((sum, each) => sum + each, 0);
    const gone = IDS.slice(first, first + count);
    await project(
      database,
      gone.map((id) => complaintChanged({ id, stages: [] }, 2)),
    );
  }
  const { edges } = await page({ first: 200 });
  moments = edges.map(({ node }) => node.removedAt);
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
const momentOf = (place: number): Date => moments[place] ?? new Date(0);
const justAfter = (moment: Date): string => new Date(moment.getTime() + 1).toISOString();
const goneSince = (moment: Date) => IDS.filter((_, place) => momentOf(place) >= moment);

describe('complaints that were removed', () => {
  it('come in the order in which they went, each once, whatever the size of the page', async () => {
    for (const first of [1, 2, 3, 200]) expect(await walk(BEGINNING, first)).toEqual(IDS);
    const { edges, total } = await page({ first: 1 });
    expect([edges.map(({ node }) => node), total]).toEqual([
      [{ id: 'schools-a', removedAt: momentOf(0) }],
      IDS.length,
    ]);
  });

  it('are those that went at the moment or later', async () => {
    const third = momentOf(3);
    expect(goneSince(third)).toEqual(IDS.slice(3));
    expect(await walk(third.toISOString().replace('Z', '+00:00'), 2)).toEqual(goneSince(third));
    expect(await walk(justAfter(third), 2)).toEqual(IDS.slice(6));
    expect(await walk(justAfter(momentOf(6)), 2)).toEqual([]);
  });

  it('are told to whoever sees all complaints, one by one, and to nobody else', async () => {
    for (const role of ['manager', 'officer', 'admin'])
      expect((await page({}, { role })).total).toBe(IDS.length);
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
    await expect(page({ since: '2021-10-14T08:00:01Z', after: pageInfo.endCursor })).rejects.toThrow(
      '`after`',
    );
  });

  it('are none of those that came back', async () => {
    await project(database, [complaintChanged({ id: 'schools-a', stages: there('schools-a') }, 3)]);
    expect(await walk(BEGINNING, 2)).toEqual(IDS.slice(1));
  });
});
