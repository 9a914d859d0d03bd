import fc from 'fast-check';
import type { StageFact } from '../../../contracts/events/complaint-changed';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import {
  clearFacts,
  complaintChanged,
  coverageRecorded,
  event,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmanCaseTakenBack,
  project,
  serviceNamed,
  stage,
  streamDescribed,
} from '../testing/fixtures';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(() => clearFacts(database));

const read = <Row>(sql: string): Promise<Row[]> =>
  inTransaction(database.of('insight'), { subject: 'test', role: 'projection' }, (transaction) =>
    transaction.query<Row>(sql),
  );

interface Held {
  stages: { stage_id: string; complaint_id: string; reference: string }[];
  complaints: { complaint_id: string; version: number; stage_ids: string[] }[];
}

async function held(): Promise<Held> {
  return {
    stages: await read('select stage_id, complaint_id, reference from insight.stage_fact order by stage_id'),
    complaints: await read(
      'select complaint_id, version, stage_ids from insight.complaint_fact order by complaint_id',
    ),
  };
}

describe('the projection of complaints, beside a model in memory', () => {
  type PublishedState = { id: string; version: number; stages: readonly StageFact[] };

  /** What the facts have to be after these events, whatever their order: the newest state of each complaint. */
  function model(published: readonly PublishedState[]): Held {
    const newest = new Map<string, PublishedState>();
    for (const state of published) {
      if (state.version > (newest.get(state.id)?.version ?? 0)) newest.set(state.id, state);
    }
    const states = [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const stages = new Map<string, Held['stages'][number]>();
    for (const { id, stages: claimed } of [...states].reverse()) {
      for (const { id: stage_id, reference } of claimed) {
        stages.set(stage_id, { stage_id, complaint_id: id, reference });
      }
    }
    return {
      stages: [...stages.values()].sort((a, b) => (a.stage_id < b.stage_id ? -1 : 1)),
      complaints: states
        .filter(({ stages: claimed }) => claimed.length > 0)
        .map(({ id, version, stages: claimed }) => ({
          complaint_id: id,
          version,
          stage_ids: claimed.map((one) => one.id),
        })),
    };
  }

  const states = fc.uniqueArray(
    fc
      .record({
        complaint: fc.integer({ min: 1, max: 4 }),
        version: fc.integer({ min: 1, max: 4 }),
        stages: fc.subarray([1, 2, 3, 4, 5]),
      })
      .map(({ complaint, version, stages }) => ({
        id: `corporate-${complaint}`,
        version,
        stages: stages.map((number) =>
          stage({
            id: `corporate-stage-${number}`,
            number,
            receivedOn: '2021-05-01',
            reference: `${number} by ${complaint} in version ${version}`,
          }),
        ),
      })),
    { minLength: 1, maxLength: 10, selector: ({ id, version }) => `${id} ${version}` },
  );

  /** The states in any order, each published once or more, cut into batches anywhere. */
  const batches = states.chain((published) =>
    fc
      .array(fc.constantFrom(...published), { maxLength: 6 })
      .chain((again) =>
        fc.shuffledSubarray([...published, ...again], { minLength: published.length + again.length }),
      )
      .chain((all) =>
        fc
          .array(fc.integer({ min: 1, max: all.length }), { maxLength: 4 })
          .map((cuts) => [...new Set([0, ...cuts, all.length])].sort((a, b) => a - b))
          .map((cuts) => cuts.slice(1).map((cut, place) => all.slice(cuts[place], cut))),
      ),
  );

  it('is right after every batch: any order, any cuts, duplicates, stages claimed by two', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (inBatches) => {
        await clearFacts(database);
        const published: PublishedState[] = [];
        for (const batch of inBatches) {
          await project(
            database,
            batch.map(({ version, ...state }) => complaintChanged(state, version)),
          );
          published.push(...batch);
          expect(await held()).toEqual(model(published));
        }
        const before = await held();
        await project(
          database,
          published.map(({ version, ...state }) => complaintChanged(state, version)),
        );
        expect(await held()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a stage whose parent is loaded late', () => {
  const second = stage({ id: 'corporate-stage-b', number: 2, receivedOn: '2021-06-01' });
  const first = stage({ id: 'corporate-stage-a', receivedOn: '2021-05-01' });
  const alone = complaintChanged({ id: 'corporate-b', stages: [second] }, 1);
  const joined = complaintChanged({ id: 'corporate-b', stages: [] }, 2);
  const parent = complaintChanged({ id: 'corporate-a', stages: [first, second] }, 1);
  const expected = {
    stages: [
      { stage_id: 'corporate-stage-a', complaint_id: 'corporate-a', reference: 'corporate-stage-a' },
      { stage_id: 'corporate-stage-b', complaint_id: 'corporate-a', reference: 'corporate-stage-b' },
    ],
    complaints: [
      { complaint_id: 'corporate-a', version: 1, stage_ids: ['corporate-stage-a', 'corporate-stage-b'] },
    ],
  };

  const orders: [string, PlacedEvent[][]][] = [
    ['leaves first', [[alone], [joined], [parent]]],
    ['arrives first', [[alone], [parent], [joined]]],
    ['moves in one batch', [[alone], [joined, parent]]],
    ['moves in one batch, the other way round', [[alone], [parent, joined]]],
    ['is published all at once', [[parent, alone, joined]]],
    ['is published backwards', [[joined], [parent], [alone]]],
    ['is published twice', [[alone], [parent], [joined], [alone], [parent], [joined]]],
  ];
  it.each(orders)('is counted once, in its new complaint, when it %s', async (_, batches) => {
    for (const batch of batches) await project(database, batch);
    expect(await held()).toEqual(expected);
    expect(await read('select * from insight.contested_stage')).toEqual([]);
  });

  it('comes back to neither when an older event of the old complaint is published again', async () => {
    for (const batch of [[joined], [alone]]) await project(database, batch);
    expect(await held()).toEqual({ stages: [], complaints: [] });
  });
});

describe('what a fact says', () => {
  it.each([
    ['2021-05-14', '2021-05-17', true],
    ['2021-05-17', '2021-05-17', true],
    ['2021-05-18', '2021-05-17', false],
    [null, '2021-05-17', null],
    ['2021-05-14', null, null],
  ])('answered on %s with %s as the due date is in time: %s', async (answeredOn, dueOn, inTime) => {
    const answered = stage({ id: 'corporate-stage-a', receivedOn: '2021-05-03', answeredOn, dueOn });
    await project(database, [complaintChanged({ id: 'corporate-a', stages: [answered] })]);
    expect(await read('select in_time from insight.stage_fact')).toEqual([{ in_time: inTime }]);
  });

  it('keeps the first stage’s day and the latest stage’s state of a complaint', async () => {
    const stages = [
      stage({ id: 'corporate-stage-a', receivedOn: '2021-05-03', serviceId: 'parking', dueOn: '2021-05-17' }),
      stage({
        id: 'corporate-stage-b',
        number: 2,
        receivedOn: '2021-06-01',
        serviceId: 'highways',
        dueOn: '2021-06-29',
      }),
    ];
    await project(database, [complaintChanged({ id: 'corporate-a', stages, closedOn: '2021-06-30' })]);
    expect(
      await read(
        'select stream, status, received_on, closed_on, due_on, stage, service_id, stage_ids, reference from insight.complaint_fact',
      ),
    ).toEqual([
      {
        stream: 'CORPORATE',
        status: 'CLOSED',
        received_on: '2021-05-03',
        closed_on: '2021-06-30',
        due_on: '2021-06-29',
        stage: 2,
        service_id: 'highways',
        stage_ids: ['corporate-stage-a', 'corporate-stage-b'],
        reference: 'corporate-stage-b',
      },
    ]);
  });
});

describe('names, coverage and descriptions', () => {
  const events = [
    serviceNamed({ id: 'parking', name: 'Parking', formerNames: ['Parking Services'] }, 2),
    serviceNamed({ id: 'parking', name: 'Car Parks' }, 1),
    event('directorate-named', 1, { id: 'place', name: 'Services to Place' }),
    event('directorate-named', 3, { id: 'place', name: 'Place' }),
    coverageRecorded({ stream: 'CORPORATE', measure: 'direct_to_stage_2', recordedFrom: '2021-04-01' }, 2),
    coverageRecorded(
      {
        stream: 'CORPORATE',
        measure: 'direct_to_stage_2',
        recordedFrom: '2021-04-01',
        recordedTo: '2021-06-30',
      },
      1,
    ),
    streamDescribed({ stream: 'CORPORATE', stages: [] }, 1),
    streamDescribed({ stream: 'CORPORATE' }, 2),
  ];
  const state = async () => ({
    services: await read('select id, name, former_names, directorate_id from insight.service'),
    directorates: await read('select id, name from insight.directorate'),
    coverage: await read(
      'select stream, measure, recorded_from, recorded_to, granularity from insight.coverage',
    ),
    streams: await read(
      `select stream, jsonb_array_length(description -> 'stages') as stages from insight.stream_described`,
    ),
  });

  it('keep the newest version, in whatever order it is published', async () => {
    const expected = {
      services: [
        { id: 'parking', name: 'Parking', former_names: ['Parking Services'], directorate_id: 'place' },
      ],
      directorates: [{ id: 'place', name: 'Place' }],
      coverage: [
        {
          stream: 'CORPORATE',
          measure: 'direct_to_stage_2',
          recorded_from: '2021-04-01',
          recorded_to: null,
          granularity: 'day',
        },
      ],
      streams: [{ stream: 'CORPORATE', stages: 2 }],
    };
    await project(database, events);
    expect(await state()).toEqual(expected);
    for (const one of [...events].reverse()) await project(database, [one]);
    expect(await state()).toEqual(expected);
    await clearFacts(database);
    for (const one of [...events].reverse()) await project(database, [one]);
    expect(await state()).toEqual(expected);
  });

  it('pass over a kind that nobody projects', async () => {
    await project(database, [event('channel-named', 1, { id: 'email', name: 'Email', otherNames: [] })]);
    expect(await held()).toEqual({ stages: [], complaints: [] });
  });
});

describe('rebuilding', () => {
  const events = [
    serviceNamed({ id: 'parking', name: 'Parking' }),
    streamDescribed({ stream: 'CORPORATE' }),
    coverageRecorded({ stream: 'CORPORATE', measure: 'direct_to_stage_2', recordedFrom: '2021-04-01' }),
    event('directorate-named', 1, { id: 'place', name: 'Place' }),
    complaintChanged({ id: 'corporate-b', stages: [] }, 2),
    complaintChanged({
      id: 'corporate-a',
      stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-05-03' })],
    }),
    complaintChanged({
      id: 'corporate-c',
      stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-05-03' })],
    }),
    ombudsmanCaseChanged({ id: 'ombudsman-a', receivedOn: '2021-05-03' }),
    ombudsmanCaseChanged({ id: 'ombudsman-b', receivedOn: '2021-05-03' }),
    ombudsmanCaseTakenBack('ombudsman-b', 2),
    coverageRecorded(
      { stream: 'CORPORATE', measure: 'direct_to_stage_2', recordedFrom: '2019-04-01', takenBack: true },
      2,
    ),
  ];
  const TABLES = [
    'stage_fact',
    'contested_stage',
    'complaint_fact',
    'complaint_gone',
    'service',
    'directorate',
    'coverage',
    'stream_described',
    'ombudsman_case_fact',
    'ombudsman_case_gone',
  ];
  const everything = async () => {
    const rows: unknown[] = [];
    for (const table of TABLES) rows.push(await read(`select * from insight.${table} order by 1, 2`));
    return rows;
  };

  it('arrives at the same rows, after everything was forgotten', async () => {
    await project(database, events);
    const before = await everything();
    expect(before.every((rows) => (rows as unknown[]).length > 0)).toBe(true);
    await clearFacts(database);
    expect(await everything()).toEqual(TABLES.map(() => []));
    await project(database, events);
    expect(await everything()).toEqual(before);
  });
});

describe('the tables', () => {
  it('are as TypeORM knows them', async () => {
    const log = await database.of('insight').driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
  });
});
