import fc from 'fast-check';
import { toDay } from '../../domain/calendar/day';
import { WAITS_FOR } from '../../domain/procedure/events';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import type { LiveCaseRow } from '../live/tables';
import { WORKLISTS, type WorklistFilter, type WorklistKind, type WorklistView } from './list-conditions';
import { readWorklist } from './read-worklist';
import { aCase, plantCases } from './testing';
import { OTHERS } from './urgency';
import { countByAssignee, countLists } from './worklist-counts';

const view: WorklistView = {
  ...{ today: toDay('2026-05-06'), soonUntil: toDay('2026-05-13'), subject: 'olu' },
  ...{ groups: ['first', 'late'], awayPeople: ['dan'], services: null },
};
const PEOPLE = [null, 'olu', 'dan', 'eve'];
const DUE = [null, '2026-05-05', '2026-05-06', '2026-05-13', '2026-05-14'];

const row = fc.record({
  assigned_to: fc.constantFrom(...PEOPLE),
  assigned_group: fc.constantFrom(null, 'first', 'other'),
  waits_for: fc.constantFrom(...WAITS_FOR),
  next_due_on: fc.constantFrom(...DUE),
  service_id: fc.constantFrom(null, 'highways', 'parking'),
  stage: fc.constantFrom(1, 2),
  next_limit: fc.constantFrom(null, 'ACKNOWLEDGE', 'ANSWER'),
  is_ended: fc.boolean(),
  is_accepted: fc.boolean(),
  handled_earlier_by: fc.constantFrom<string[][]>([], ['olu'], ['eve', 'olu']),
});
const filters: fc.Arbitrary<WorklistFilter> = fc.record(
  {
    waitsFor: fc.subarray([...WAITS_FOR]),
    services: fc.subarray(['highways', 'parking']),
    stages: fc.subarray([1, 2]),
    limits: fc.subarray(['ACKNOWLEDGE', 'ANSWER']),
    assignedTo: fc.subarray(['olu', 'eve']),
    groups: fc.subarray(['first', 'other']),
    isTaken: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The lists, told in another way than by SQL. */
const IS_ON: Readonly<Record<WorklistKind, (held: LiveCaseRow) => boolean>> = {
  MINE: (held) => held.assigned_to === 'olu',
  STANDING_IN: (held) => held.assigned_to === 'dan',
  MY_GROUPS: (held) => held.assigned_group === 'first',
  UNASSIGNED: (held) => held.assigned_to === null && held.assigned_group === null,
  DUE_SOON: (held) => ['2026-05-06', '2026-05-13'].includes(held.next_due_on ?? ''),
  OVERDUE: (held) => held.next_due_on === '2026-05-05',
  WAITING: (held) => OTHERS.includes(held.waits_for),
  ALL_OPEN: () => true,
};
function isShown(held: LiveCaseRow, kind: WorklistKind, filter: WorklistFilter): boolean {
  const within = (values: readonly unknown[] | null | undefined, value: unknown) =>
    values == null || values.includes(value);
  return (
    !held.is_ended &&
    !(held.assigned_to === null && held.handled_earlier_by.includes('olu')) &&
    IS_ON[kind](held) &&
    within(filter.waitsFor, held.waits_for) &&
    within(filter.services, held.service_id) &&
    within(filter.stages, held.stage) &&
    within(filter.limits, held.next_limit) &&
    within(filter.assignedTo, held.assigned_to) &&
    within(filter.groups, held.assigned_group) &&
    (filter.isTaken == null || filter.isTaken === held.is_accepted)
  );
}
const place = ({ next_due_on: due, complaint_id: id }: LiveCaseRow) => `${due ?? '~'} ${id}`;

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([corporate]);
});
afterEach(() => database.stop());

const OFFICER = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const as = <Result>(scope: typeof OFFICER | object, work: (transaction: Transaction) => Promise<Result>) =>
  inTransaction(database.of('corporate'), { ...OFFICER, ...scope }, work);

async function walk(
  transaction: Transaction,
  asked: { kind: WorklistKind; filter?: WorklistFilter; seen?: WorklistView; first?: number },
) {
  const { kind, filter = {}, seen = view, first = 7 } = asked;
  const found: LiveCaseRow[] = [];
  let after: string | null = null;
  for (;;) {
    const paging = { first, after };
    const page = await readWorklist(transaction, 'corporate', {
      ...{ kind, filter, view: seen, withinWorkingDays: 5, paging },
    });
    found.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { found, count: await page.count(transaction) };
  }
}

it('shows each list once, in order, to its end, and counts as many: 60 random offices', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 40 }),
      fc.constantFrom(...WORKLISTS),
      filters,
      fc.integer({ min: 1, max: 12 }),
      async (given, kind, filter, first) => {
        const rows = given.map((each, index) => aCase(String(index), each));
        await database.owner.query('truncate corporate.complaint cascade');
        await plantCases(database.of('corporate'), rows);
        const expected = rows
          .filter((held) => isShown(held, kind, filter))
          .sort((a, b) => (place(a) < place(b) ? -1 : 1));
        await as({}, async (transaction) => {
          const { found, count } = await walk(transaction, { kind, filter, first });
          expect(found.map(place)).toEqual(expected.map(place));
          expect(count).toBe(expected.length);
          const counts = await countLists(transaction, 'corporate', { view, filter });
          expect(counts).toEqual(
            WORKLISTS.map((list) => ({
              list,
              count: rows.filter((held) => isShown(held, list, filter)).length,
            })),
          );
          const open = (await countByAssignee(transaction, 'corporate', { view, filter })).map(
            (each) => each.open,
          );
          expect(open.reduce((sum, each) => sum + each, 0)).toBe(counts.at(-1)?.count);
        });
      },
    ),
    { numRuns: 60 },
  );
});

describe('a worklist', () => {
  const dated = (id: string, next_due_on: string | null) => aCase(id, { next_due_on });

  it('neither skips nor repeats what stays, whatever comes and goes between two pages', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    await plantCases(
      database.of('corporate'),
      ids.map((id, index) => dated(id, index < 3 ? `2026-05-0${index + 1}` : null)),
    );
    const read = (after: string | null) =>
      as({}, (transaction) =>
        readWorklist(transaction, 'corporate', {
          ...{ kind: 'ALL_OPEN', filter: {}, view, withinWorkingDays: 5, paging: { first: 2, after } },
        }),
      );
    const ofPage = ({ edges }: Awaited<ReturnType<typeof read>>) =>
      edges.map(({ node }) => node.complaint_id.at(-1));
    const first = await read(null);
    await plantCases(database.of('corporate'), [
      ...[
        aCase('a', { is_ended: true }),
        dated('0', '2026-01-01'),
        dated('b2', '2026-05-02'),
        dated('0x', null),
      ],
    ]);
    const second = await read(first.pageInfo.endCursor);
    const third = await read(second.pageInfo.endCursor);
    expect([first, second, third].map(ofPage)).toEqual([
      ['a', 'b'],
      ['2', 'c'],
      ['x', 'd'],
    ]);
  });

  it('is a manager’s for their services alone, and nobody’s without a clearance', async () => {
    await plantCases(database.of('corporate'), [
      ...[aCase('1'), aCase('2', { service_id: 'parking' }), aCase('3', { service_id: null })],
    ]);
    const seen = async (scope: object, services: readonly string[] | null) =>
      as(scope, async (transaction) => {
        const { found, count } = await walk(transaction, { kind: 'ALL_OPEN', seen: { ...view, services } });
        expect(count).toBe(found.length);
        return found.map((held) => held.complaint_id);
      });
    const manager = { role: 'manager', streams: [], services: ['highways', 'refuse'] };
    // What the view says does not matter: the database says whose rows they are.
    for (const services of [['highways', 'refuse'], null])
      expect(await seen(manager, services)).toEqual(['corporate-1']);
    expect(await seen({}, null)).toHaveLength(3);
    for (const scope of [
      { streams: ['adults'] },
      { role: 'analyst' },
      { role: 'admin' },
      { credential: 'key' },
    ])
      expect(await seen(scope, null)).toEqual([]);
  });

  it('shows neither row nor count to whom it is about', async () => {
    await plantCases(database.of('corporate'), [aCase('1'), aCase('2')]);
    const all = async (subject: string) => {
      const { found, count } = await as({ subject }, (transaction) =>
        walk(transaction, { kind: 'UNASSIGNED' }),
      );
      return [found.length, count];
    };
    await as({ subject: 'eve', command: 'x' }, (transaction) =>
      transaction.query(
        `insert into corporate.conflict_of_interest (id, complaint_id, stage_ids, subject, kind, reason, recorded_by, recorded_at)
         values ('1', 'corporate-1', '{}', 'dan', 'COMPLAINED_ABOUT', 'Theirs', 'eve', now())`,
      ),
    );
    expect(await all('dan')).toEqual([1, 1]);
    expect(await all('olu')).toEqual([2, 2]);
  });

  it('shows work that somebody else has to whoever handled it earlier, and what nobody has to others alone', async () => {
    const handled_earlier_by = ['olu'];
    await plantCases(database.of('corporate'), [
      ...[aCase('1', { handled_earlier_by }), aCase('2', { handled_earlier_by, assigned_to: 'eve' })],
      aCase('3', { handled_earlier_by, assigned_group: 'first' }),
    ]);
    const ids = async (subject: string) => {
      const seen = { ...view, subject };
      const { found } = await as({ subject }, (transaction) => walk(transaction, { kind: 'ALL_OPEN', seen }));
      return found.map((held) => held.complaint_id.at(-1));
    };
    expect(await ids('olu')).toEqual(['2']);
    expect(await ids('eve')).toEqual(['1', '2', '3']);
  });
});

it('begins to read what is due soon with today, however much is overdue', async () => {
  const begunAt = async (kind: WorklistKind): Promise<unknown[]> => {
    let values: readonly unknown[] = [];
    const query: Transaction['query'] = async (_, parameters = []) => {
      values = parameters;
      return [];
    };
    const paging = { first: 7, after: null };
    await as({}, (transaction) =>
      readWorklist({ ...transaction, query }, 'corporate', {
        ...{ kind, filter: {}, view, withinWorkingDays: 5, paging },
      }),
    );
    return values.filter((value) => value === '-infinity');
  };
  expect([await begunAt('DUE_SOON'), await begunAt('OVERDUE')]).toEqual([[], ['-infinity']]);
});
