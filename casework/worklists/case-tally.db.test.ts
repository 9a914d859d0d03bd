import fc from 'fast-check';
import { toDay } from '../../domain/calendar/day';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import {
  type OpenTransaction,
  openTransaction,
  type Transaction,
} from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { TALLIED } from './case-tally';
import type { WorklistView } from './list-conditions';
import { aCase, plantCases } from './testing';
import { countLists } from './worklist-counts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([corporate]);
});
beforeEach(() => database.owner.query('truncate corporate.complaint cascade'));
afterAll(() => database.stop());

const LOAD = { subject: 'import', role: 'import' };
const begin = () => openTransaction(database.of('corporate'), LOAD, { isPipelined: false });
const LIST = TALLIED.join(', ');
const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
const kept = async () =>
  sorted(
    await database.owner.query(
      `select ${LIST}, sum(count)::int as count from corporate.case_tally group by ${LIST} having sum(count) <> 0`,
    ),
  );
const counted = async () =>
  sorted(
    await database.owner.query(
      `select ${LIST}, count(*)::int as count from corporate.live_case where not is_ended group by ${LIST}`,
    ),
  );

const ID = fc.integer({ min: 0, max: 7 }).map((number) => `corporate-${number}`);
const step = fc.record({
  ids: fc.uniqueArray(ID, { minLength: 1 }),
  what: fc.constantFrom(
    ...["assigned_to = 'olu'", 'assigned_to = null', "assigned_to = 'eve', assigned_group = 'first'"],
    ...['is_ended = true', 'is_ended = false', "next_due_on = '2026-05-06'", 'next_due_on = null'],
    ...['version = version + 1', "waits_for = 'PANEL'", 'stage = 2', "service_id = 'parking'"],
  ),
  by: fc.constantFrom(0, 1),
  ends: fc.constantFrom('commit', 'rollback', 'goes on'),
});

type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

/** Two transactions change complaints, each its own half; what one of them leaves open, it goes on with. */
async function play(steps: readonly Step[]) {
  const open: [OpenTransaction | null, OpenTransaction | null] = [null, null];
  for (const { ids, what, by, ends } of steps) {
    const own = ids.filter((id) => Number(id.at(-1)) % 2 === by);
    const at = open[by] ?? (await begin());
    await at.transaction.query(`update corporate.live_case set ${what} where complaint_id = any ($1)`, [own]);
    open[by] = ends === 'goes on' ? at : null;
    if (ends !== 'goes on') await at[ends]();
  }
  for (const at of open) await at?.commit();
}

it('is what a recount gives, whatever two transactions change at once: 40 random sequences', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await database.owner.query('truncate corporate.complaint cascade');
      expect(await kept()).toEqual([]);
      await plantCases(
        database.of('corporate'),
        Array.from({ length: 8 }, (_, number) => aCase(String(number))),
      );
      await play(steps);
      expect(await kept()).toEqual(await counted());
    }),
    { numRuns: 40 },
  );
});

it('has one row of a kind again after the next change, and none of what is gone', async () => {
  await plantCases(database.of('corporate'), [aCase('1'), aCase('2')]);
  for (const to of ['olu', 'eve', 'olu']) {
    const { transaction, commit } = await begin();
    await transaction.query('update corporate.live_case set assigned_to = $1', [to]);
    await commit();
  }
  expect(await database.owner.query('select assigned_to, count from corporate.case_tally')).toEqual([
    { assigned_to: 'olu', count: 2 },
  ]);
  await database.owner.query('delete from corporate.live_case');
  expect(await database.owner.query('select from corporate.case_tally')).toEqual([]);
});

describe('counts', () => {
  const view: WorklistView = {
    ...{ today: toDay('2026-05-06'), soonUntil: toDay('2026-05-13'), subject: 'olu' },
    ...{ groups: [], awayPeople: [], services: null },
  };
  const seenBy = async (scope: object, seen: Partial<WorklistView> = {}) => {
    const as = { subject: 'olu', role: 'officer', streams: ['corporate'], ...scope };
    const { transaction, commit } = await openTransaction(database.of('corporate'), as);
    const counts = await shown(transaction, { ...view, ...seen });
    await commit();
    return counts;
  };
  const shown = async (transaction: Transaction, seen: WorklistView) =>
    (await countLists(transaction, 'corporate', { view: seen, filter: {} }))
      .filter(({ count }) => count > 0)
      .map(({ list, count }) => `${list} ${count}`);

  beforeEach(() =>
    plantCases(database.of('corporate'), [
      aCase('1', { assigned_to: 'olu' }),
      aCase('2', { handled_earlier_by: ['olu'] }),
      aCase('3', { service_id: 'parking', waits_for: 'PANEL' }),
    ]),
  );

  it('leave out what nobody has and the caller handled earlier, once', async () => {
    expect(await seenBy({})).toEqual(['MINE 1', 'UNASSIGNED 1', 'WAITING 1', 'ALL_OPEN 2']);
    expect(await seenBy({ subject: 'eve' }, { subject: 'eve' })).toEqual([
      ...['UNASSIGNED 2', 'WAITING 1', 'ALL_OPEN 3'],
    ]);
    await conflict('2');
    expect(await seenBy({})).toEqual(['MINE 1', 'UNASSIGNED 1', 'WAITING 1', 'ALL_OPEN 2']);
  });

  it('leave out what a conflict of interest closes to the caller', async () => {
    await conflict('3');
    expect(await seenBy({})).toEqual(['MINE 1', 'ALL_OPEN 1']);
    expect((await seenBy({ subject: 'eve' }, { subject: 'eve' })).at(-1)).toBe('ALL_OPEN 3');
  });

  it('are of their own services for managers, and of nothing for whoever works on no complaint of the stream', async () => {
    const services = ['parking'];
    expect(await seenBy({ role: 'manager', services, streams: [] }, { services })).toEqual([
      ...['UNASSIGNED 1', 'WAITING 1', 'ALL_OPEN 1'],
    ]);
    for (const scope of [{ streams: ['adults'] }, { role: 'analyst' }, { credential: 'key' }])
      expect(await seenBy({ subject: 'eve', ...scope }, { subject: 'eve' })).toEqual([]);
  });

  async function conflict(id: string): Promise<void> {
    const { transaction, commit } = await openTransaction(database.of('corporate'), {
      ...{ subject: 'eve', role: 'admin' },
    });
    await transaction.query(
      `insert into corporate.conflict_of_interest (id, complaint_id, stage_ids, subject, kind, recorded_by, recorded_at, reason)
       values ($1, $1, '{}', 'olu', 'COMPLAINED_ABOUT', 'eve', now(), 'Named.')`,
      [`corporate-${id}`],
    );
    await commit();
  }
});
