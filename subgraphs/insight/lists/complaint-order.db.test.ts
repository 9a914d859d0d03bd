import fc from 'fast-check';
import type { ComplaintChanged } from '../../../contracts/events/complaint-changed';
import type { TestDatabase } from '../../../platform/testing/database';
import { ask, clearFacts, complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { generatedComplaints } from '../testing/generated';
import type { ComplaintOrder, ComplaintOrderField } from './complaint-order';
import { type ComplaintFilter, complaints, complaintTotal } from './complaints';

interface Published extends ComplaintChanged {
  readonly at: Date;
}

/** Many at one moment, as an import publishes them; and moments that differ by a millisecond alone. */
const MOMENTS = ['2021-10-14T23:59:59.999Z', '2021-10-15T00:00:00.000Z', '2021-10-15T00:00:00.001Z'].map(
  (at) => new Date(at),
);
const COMPLAINTS: readonly Published[] = generatedComplaints({ count: 140, seed: 11 }).map(
  (given, place) => ({
    ...given,
    at: MOMENTS[place % 7 === 0 ? 1 : place % 2 === 0 ? 0 : 2] ?? new Date(0),
  }),
);
const publish = ({ at, ...given }: Published) => complaintChanged(given, 1, at);

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, COMPLAINTS.map(publish));
});
afterAll(() => database.stop());

interface Asked {
  readonly where?: ComplaintFilter;
  readonly orderBy?: ComplaintOrder | null;
}

async function walk(asked: Asked, first: number, caller = { role: 'analyst' }): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await ask(
      database,
      async (context) => {
        const read = await complaints(context, { ...asked, first, after });
        return { ...read, totalCount: await complaintTotal(read, context) };
      },
      caller,
    );
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.endCursor;
    if (page.pageInfo.hasNextPage) continue;
    expect(page.totalCount).toBe(ids.length);
    return ids;
  }
}

const VALUES: Readonly<Record<ComplaintOrderField, (of: Published) => string | null>> = {
  RECEIVED_ON: ({ stages }) => stages[0]?.receivedOn ?? null,
  DUE_ON: ({ stages }) => stages.at(-1)?.dueOn ?? null,
  CLOSED_ON: ({ closedOn }) => closedOn,
  CHANGED_AT: ({ at }) => at.toISOString(),
};

/** Those with the day in the order asked for, then those without it; of one day by id, the same way round. */
function inOrder(list: readonly Published[], { field, direction }: ComplaintOrder): string[] {
  const sign = direction === 'DESC' ? -1 : 1;
  const compare = (one: string, other: string) => sign * (one < other ? -1 : Number(one > other));
  const dayOf = VALUES[field];
  return [...list]
    .sort((a, b) => {
      const [one, other] = [dayOf(a), dayOf(b)];
      if (one === null || other === null)
        return Number(one === null) - Number(other === null) || compare(a.id, b.id);
      return compare(one, other) || compare(a.id, b.id);
    })
    .map(({ id }) => id);
}

describe('the order of complaints', () => {
  const anOrder: fc.Arbitrary<ComplaintOrder> = fc.record({
    field: fc.constantFrom<ComplaintOrderField>('RECEIVED_ON', 'DUE_ON', 'CLOSED_ON', 'CHANGED_AT'),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const, null),
  });
  const aFilter = fc.record<ComplaintFilter>({
    status: fc.constantFrom(null, null, 'OPEN', 'CLOSED'),
    streams: fc.constantFrom(null, null, ['SCHOOLS']),
    changedSince: fc.constantFrom(null, null, '2021-10-15T00:00:00Z', '2021-10-15T01:00:00.001+01:00'),
  });

  const passes = (one: Published, { status, streams, changedSince }: ComplaintFilter): boolean =>
    (status == null || one.status === status) &&
    (streams == null || streams.includes(one.stream)) &&
    (changedSince == null || one.at >= new Date(String(changedSince)));

  it('is the one that was asked for, each once, to the end of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(anOrder, aFilter, fc.integer({ min: 7, max: 90 }), async (orderBy, where, first) => {
        const expected = COMPLAINTS.filter((one) => passes(one, where));
        expect(await walk({ where, orderBy }, first)).toEqual(inOrder(expected, orderBy));
      }),
      { numRuns: 80, seed: 9 },
    );
  });

  it.each(['DUE_ON', 'CLOSED_ON'] as const)('has pages that end where the days of %s do', async (field) => {
    const dated = COMPLAINTS.filter((one) => VALUES[field](one) !== null).length;
    expect(dated).toBeGreaterThan(20);
    expect(dated).toBeLessThan(COMPLAINTS.length - 10);
    for (const direction of ['ASC', 'DESC'] as const)
      for (const first of [dated - 1, dated, dated + 1])
        expect(await walk({ orderBy: { field, direction } }, first)).toEqual(
          inOrder(COMPLAINTS, { field, direction }),
        );
  });

  it('is by the day of receipt where none was asked for, whose cursors are good for both', async () => {
    const usual = await ask(database, (context) => complaints(context, { first: 3 }));
    const after = usual.pageInfo.endCursor;
    const orderBy = { field: 'RECEIVED_ON' } as const;
    const [one, other] = await Promise.all(
      [
        { after, first: 3 },
        { after, first: 3, orderBy },
      ].map((args) => ask(database, (context) => complaints(context, args))),
    );
    expect(one?.edges).toEqual(other?.edges);
    expect(one?.edges.map(({ node }) => node.id)).toEqual(inOrder(COMPLAINTS, orderBy).slice(3, 6));
  });

  it('takes no cursor of another order, and none that says what the order cannot', async () => {
    const refusal = (orderBy: ComplaintOrder, after: string | null) =>
      ask(database, (context) => complaints(context, { orderBy, after })).catch((error: unknown) => error);
    const due: ComplaintOrder = { field: 'DUE_ON' };
    const { pageInfo } = await ask(database, (context) => complaints(context, { first: 1, orderBy: due }));
    const [version, question] = JSON.parse(Buffer.from(String(pageInfo.endCursor), 'base64url').toString());
    const forged = (day: string, of = question) =>
      Buffer.from(JSON.stringify([version, of, day, 'a'])).toString('base64url');
    expect(await refusal(due, forged(''))).not.toBeInstanceOf(Error);
    const usual = await ask(database, (context) => complaints(context, { first: 1 }));
    const [, ofUsual] = JSON.parse(Buffer.from(String(usual.pageInfo.endCursor), 'base64url').toString());
    for (const [orderBy, after] of [
      [{ field: 'RECEIVED_ON' }, pageInfo.endCursor],
      [{ field: 'DUE_ON', direction: 'DESC' }, pageInfo.endCursor],
      [due, forged('2021-02-30')],
      [due, forged('2021-10-15T00:00:00.000Z')],
      [{ field: 'RECEIVED_ON' }, forged('', ofUsual)],
    ] as const)
      expect(await refusal(orderBy, after)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it.each(['2021-10-15', '2021-10-15T00:00:00', 'soon', 5])(
    'knows nothing that changed since %j',
    async (changedSince) => {
      const refused = ask(database, (context) => complaints(context, { where: { changedSince } }));
      await expect(refused).rejects.toMatchObject({
        message: expect.stringContaining('`where.changedSince` is no moment'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  );
});

describe('when a complaint changed', () => {
  const given = { id: 'schools-changed', stages: [stage({ id: 'schools-c', receivedOn: '2018-01-01' })] };
  const at = (moment: string) => new Date(`2021-11-0${moment}T10:00:00.000Z`);
  const changedAt = () =>
    ask(database, async (context) => {
      const { edges } = await complaints(context, { where: { receivedTo: '2018-01-01' } });
      return Promise.all(edges.map(({ node }) => context.changes.load(node.id)));
    });

  it('is when its newest state was published, whatever came when, and the same built anew', async () => {
    const states = [
      complaintChanged(given, 1, at('1')),
      complaintChanged(given, 3, at('3')),
      complaintChanged(given, 2, at('2')),
    ];
    for (const state of states) await project(database, [state]);
    expect(await changedAt()).toEqual(['2021-11-03T10:00:00.000Z']);
    await clearFacts(database);
    await project(database, [...COMPLAINTS.map(publish), ...states]);
    expect(await changedAt()).toEqual(['2021-11-03T10:00:00.000Z']);
    const since = await walk({ where: { changedSince: '2021-11-03T10:00:00Z' } }, 10);
    expect(since).toEqual(['schools-changed']);
    expect(await walk({ where: { changedSince: '2021-11-03T10:00:00.001Z' } }, 10)).toEqual([]);
  });

  it('is asked for many at once by one statement, and is null for one that is gone', async () => {
    await project(database, [complaintChanged({ ...given, stages: [] }, 4, at('4'))]);
    expect(await changedAt()).toEqual([]);
    const loaded = await ask(database, ({ changes }) =>
      Promise.all(['schools-changed', COMPLAINTS[0]?.id ?? ''].map((id) => changes.load(id))),
    );
    expect(loaded).toEqual([null, COMPLAINTS[0]?.at.toISOString()]);
  });

  it('is nothing to those who may not see the complaint', async () => {
    for (const caller of [{ role: 'partner', partner: 'stockport-homes' }, { role: 'auditor' }])
      expect(await walk({ orderBy: { field: 'CHANGED_AT', direction: 'DESC' } }, 200, caller)).toEqual([]);
  });
});
