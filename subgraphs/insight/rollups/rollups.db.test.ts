import fc from 'fast-check';
import type { StageFact } from '../../../contracts/events/complaint-changed';
import { addDays, type Day, toDay } from '../../../domain/calendar/day';
import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { facts } from '../facts/follower';
import { clearFacts, complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { compareCells } from '../testing/recounted-cells';

const PROJECTION = { subject: 'projection', role: 'projection' };
const STEPS = 200;
const STEPS_BETWEEN_COMPARISONS = 25;

const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const after = (from: Day, days: number | null): Day | null => (days === null ? null : addDays(from, days));

/** Few values of everything, so that stages meet in cells, and cells fall to nothing. */
const aStage = fc
  .record({
    id: fc.integer({ min: 0, max: 30 }),
    number: fc.constantFrom(1, 1, 2),
    receivedAfter: fc.integer({ min: 0, max: 120 }),
    answeredAfter: orNull(fc.integer({ min: -3, max: 60 })),
    acknowledgedAfter: orNull(fc.integer({ min: 0, max: 5 })),
    closedAfter: orNull(fc.integer({ min: 0, max: 80 })),
    dueAfter: orNull(fc.integer({ min: -3, max: 30 })),
    daysToAnswer: orNull(fc.integer({ min: 0, max: 3 })),
    route: fc.constantFrom('ESCALATED', 'DIRECT', null),
    outcome: fc.constantFrom('UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD', null),
    closureReason: fc.constantFrom('ANSWERED', null),
    serviceId: fc.constantFrom('highways', null),
    directorateId: fc.constantFrom('place', null),
    theme: fc.constantFrom('Delay', null),
    channel: fc.constantFrom('Email', null),
    ended: fc.boolean(),
  })
  .map(
    ({ id, receivedAfter, answeredAfter, acknowledgedAfter, closedAfter, dueAfter, ...given }): StageFact => {
      const receivedOn = addDays(toDay('2021-01-20'), receivedAfter);
      const acknowledgedOn = after(receivedOn, acknowledgedAfter);
      const days = { answeredOn: after(receivedOn, answeredAfter), dueOn: after(receivedOn, dueAfter) };
      const end = { closedOn: after(receivedOn, closedAfter), acknowledgedOn };
      const acknowledgeBy = addDays(receivedOn, 3);
      return stage({ ...given, ...days, ...end, acknowledgeBy, id: `stage-${id}`, receivedOn });
    },
  );

/** A complaint's new state. Stages go from one complaint to another, and are claimed by two at once. */
const aState = fc.record({
  complaint: fc.integer({ min: 0, max: 12 }),
  stages: fc.uniqueArray(aStage, { maxLength: 3, selector: ({ id }) => id }),
  closedAfter: orNull(fc.integer({ min: 0, max: 200 })),
  isClosed: fc.boolean(),
});

const aStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ states: fc.array(aState, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ again: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ wordFrom: fc.constantFrom('Delay', null), to: fc.constantFrom('Delay', null) }),
  },
);

describe('rollups', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
  });
  afterAll(() => database?.stop());

  const projecting = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.of('insight'), PROJECTION, work);

  /** Compares every cell; gives how many there are. */
  const compare = async () => {
    const compared = await compareCells(database);
    for (const { rollup, kept, recounted } of compared)
      expect({ [rollup]: kept }).toEqual({ [rollup]: recounted });
    return compared.reduce((cells, { kept }) => cells + kept.length, 0);
  };

  it('are what a recount says after any changes, moves, undoings and replays', async () => {
    const told: PlacedEvent[][] = [];
    const sizes: number[] = [];
    for (const [place, step] of fc.sample(aStep, { numRuns: STEPS, seed: 7 }).entries()) {
      if ('states' in step) {
        const events = step.states.map(({ complaint, stages, closedAfter, isClosed }) => {
          const status = isClosed ? 'CLOSED' : 'OPEN';
          const closedOn = isClosed ? after(toDay('2021-01-20'), closedAfter) : null;
          return complaintChanged({ id: `corporate-${complaint}`, stages, status, closedOn }, place + 1);
        });
        told.push(events);
        await project(database, events);
      } else if ('again' in step) {
        await project(database, told[step.again % told.length] ?? []);
      } else {
        // Whatever else changes a fact: a migration, a hand.
        await projecting(({ query }) =>
          query('update insight.stage_fact set theme = $2 where theme is not distinct from $1', [
            step.wordFrom,
            step.to,
          ]),
        );
      }
      if (place % STEPS_BETWEEN_COMPARISONS === 0) sizes.push(await compare());
    }
    sizes.push(await compare());
    expect(Math.max(...sizes)).toBeGreaterThan(100);
  });

  it('hold nothing when all facts are gone', async () => {
    await projecting(({ query }) => query('delete from insight.stage_fact'));
    expect(await compare()).toBe(0);
  });

  it('are made anew at the end of a rebuild, and hold nothing until then', async () => {
    await clearFacts(database);
    const events = [
      complaintChanged({ id: 'corporate-1', stages: [stage({ id: 's', receivedOn: '2021-05-04' })] }),
    ];
    await project(database, events);
    const before = await compareCells(database);
    await projecting(async (transaction) => {
      await transaction.query('update insight.flow_by_month set received = 77');
      await facts.reset(transaction);
      await facts.apply(transaction, events, fixedClock('2022-01-31'));
      expect(await transaction.query('select * from insight.flow_by_month')).toEqual([]);
      await facts.settle?.(transaction);
    });
    expect(await compareCells(database)).toEqual(before);
    expect(await compare()).toBeGreaterThan(0);
  });

  it('are made anew in memory, with more of it than a question gets', async () => {
    const memory = `select pg_size_bytes(split_part(setting, '=', 2)) > pg_size_bytes(current_setting('work_mem')) as is_more
      from pg_proc, unnest(proconfig) as setting where oid = 'insight.roll_up_everything()'::regprocedure and setting like 'work_mem=%'`;
    expect(await projecting(({ query }) => query(memory))).toEqual([{ is_more: true }]);
  });

  it('go with facts that are cleared, and follow again afterwards', async () => {
    await clearFacts(database);
    expect(await compare()).toBe(0);
    await project(database, [
      complaintChanged({ id: 'corporate-1', stages: [stage({ id: 's', receivedOn: '2021-05-04' })] }),
    ]);
    expect(await compare()).toBeGreaterThan(0);
  });
});
