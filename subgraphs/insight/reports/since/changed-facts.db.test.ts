import { Parameters } from '../../../../counting/days-sql';
import type { TestDatabase } from '../../../../platform/testing/database';
import { PROMISE_DUE } from '../../figures/catalogue/promise-facts';
import {
  ask,
  complaintChanged,
  coverageRecorded,
  event,
  insightDatabase,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
} from '../../testing/fixtures';
import { promisesChanged } from '../../testing/promises';
import { askedCell, valuesNow } from './asked-cells';
import { differingSql } from './cell-sql';
import { changedFacts, netChangesSql } from './changed-facts';
import { countChanges, NO_CHANGES } from './count-changes';
import { differingLoader } from './list-records';
import { readNamesSince } from './names-then';
import { readFrozen } from './read-frozen';
import { readRecordingSince } from './recording-since';
import { reportedCells } from './reported-cells';
import { reportedRecords } from './reported-records';
import { beginHistory, frozenFigures } from './testing';

const SINCE = { movedServices: [] };
const complaint = (id: string, receivedOn: string, version: number) =>
  complaintChanged(
    { id, stages: [stage({ id: id.replace('-', '-stage-'), receivedOn, serviceId: 'a' })] },
    version,
  );

describe('what changed since a snapshot', () => {
  let database: TestDatabase;
  let frozen: Awaited<ReturnType<typeof frozenFigures>>;
  beforeEach(async () => {
    database = await insightDatabase();
    await beginHistory(database);
    await project(database, [
      ...[streamDescribed({ stream: 'CORPORATE' }), serviceNamed({ id: 'a', name: 'Parking' })],
      event('directorate-named', 1, { id: 'place', name: 'Place' }),
      ...[complaint('corporate-1', '2021-05-01', 1), complaint('corporate-2', '2021-05-02', 1)],
    ]);
    frozen = await ask(database, (context) =>
      frozenFigures(context, [{ measure: 'RECEIVED', where: { services: ['Parking'] } }]),
    );
  });
  afterEach(() => database?.stop());

  const net = () =>
    ask(database, ({ transaction }) =>
      transaction.query<{ record: string }>(
        `select record from (${netChangesSql('$1::pg_snapshot')}) net where relation = 'stage_fact' order by record`,
        [frozen.snapshot],
      ),
    );

  it('is what was promised too, under a stage of which nothing changed', async () => {
    const answered = complaintChanged(
      {
        id: 'corporate-3',
        stages: [
          stage({
            ...{ id: 'corporate-stage-3', receivedOn: '2021-05-03', dueOn: '2021-06-01', serviceId: 'a' },
            answeredOn: '2021-05-20',
          }),
        ],
      },
      1,
    );
    const promised = (keptOn: string | null, version: number) =>
      promisesChanged(
        { id: 'corporate-3', promises: [{ stage: 1, dueOn: '2021-06-10', keptOn, droppedOn: null }] },
        version,
      );
    await project(database, [
      ...[answered, promised(null, 1)],
      sourceReached({ source: 'corporate-casework', keepers: ['corporate'], from: '2021-05-01', to: null }),
    ]);
    const where = { services: ['Parking'] };
    const before = await ask(database, (context) =>
      frozenFigures(context, [{ measure: 'PROMISES_KEPT_IN_TIME', where }]),
    );
    await project(database, [promised('2021-06-09', 2)]);
    const changes = await ask(database, async ({ transaction }) => {
      const parameters = new Parameters();
      const changed = changedFacts({ ...SINCE, snapshot: before.snapshot }, parameters);
      return transaction.query<{ id: string }>(
        `${changed.with} select 'was' as side, kept_on from ${PROMISE_DUE.from(changed.was)}
         union all select 'now', kept_on from ${PROMISE_DUE.from(changed.now)}`,
        parameters.values,
      );
    });
    expect(changes).toEqual([
      { side: 'was', kept_on: null },
      { side: 'now', kept_on: '2021-06-09' },
    ]);
  });

  it('is each row once, and none that was changed back', async () => {
    await project(database, [
      complaint('corporate-1', '2021-06-01', 2),
      complaint('corporate-2', '2021-06-01', 2),
    ]);
    await project(database, [
      complaint('corporate-1', '2021-07-01', 3),
      complaint('corporate-2', '2021-05-02', 3),
    ]);
    expect(await net()).toEqual([{ record: 'corporate-stage-1' }]);
  });

  it('is nothing that the snapshot saw', async () => {
    expect(await net()).toEqual([]);
  });

  it('is told of names, of coverage and of how far sources reach, in words', async () => {
    await project(database, [
      serviceNamed({ id: 'a', name: 'Car parks', formerNames: ['Parking'] }, 2),
      coverageRecorded({ stream: 'CORPORATE', measure: 'direct_to_stage_2', recordedFrom: '2021-04-01' }),
      sourceReached({ source: 'crm', keepers: ['corporate'], from: '2021-04-01', to: '2021-09-30' }),
    ]);
    const names = await ask(database, ({ transaction }) => readNamesSince(transaction, frozen.snapshot));
    expect(names.services).toMatchObject([
      { id: 'a', before: { name: 'Parking' }, after: { name: 'Car parks' } },
    ]);
    const recording = await ask(database, ({ transaction }) =>
      readRecordingSince(transaction, frozen.snapshot),
    );
    expect(recording.map(({ keepers, text }) => [keepers, text]).sort()).toEqual([
      [
        ['corporate'],
        'Corporate, direct_to_stage_2: no line of its own then, recorded from 1 April 2021 on now',
      ],
      [
        ['corporate'],
        'Records of crm: they spoke of no day then, and spoke of 1 April 2021 to 30 September 2021 now',
      ],
    ]);
  });

  it('is nothing of a cell whose names are of nothing then and now', async () => {
    const cells = await ask(database, async ({ transaction }) => {
      const parameters = new Parameters();
      const changed = changedFacts({ ...SINCE, snapshot: frozen.snapshot }, parameters);
      const unknown = { measure: 'RECEIVED', was: null, now: null } as const;
      const rows = await transaction.query(
        `${changed.with} ${differingSql(unknown, changed, parameters)}`,
        parameters.values,
      );
      const counted = await countChanges(transaction, [unknown], { ...SINCE, snapshot: frozen.snapshot });
      return { rows, counted };
    });
    expect(cells).toEqual({ rows: [], counted: [NO_CHANGES] });
  });

  it('leaves a cell askable by its former name, and tells one that can be asked no longer', async () => {
    const [cell] = reportedCells(frozen.content);
    if (cell === undefined) throw new Error('The report has no figure');
    await ask(database, async (context) => {
      const names = { services: [], directorates: [] };
      const asked = await askedCell(context, cell, names);
      expect((await valuesNow(context, [asked])).get(asked)).toMatchObject({ value: 2 });
      const question = { ...cell.question, services: ['Nowhere'] };
      const unknown = await askedCell(context, { ...cell, question }, names);
      expect([unknown.was, unknown.now, (await valuesNow(context, [unknown])).size]).toEqual([null, null, 0]);
      const none = { ...unknown, measure: null };
      const difference = { asked: none, changes: NO_CHANGES, now: null, causes: [] };
      const since = { ...SINCE, snapshot: frozen.snapshot };
      const listed = differingLoader(context.transaction, since);
      const version = { report: 'r', version: 1, content: frozen.content, snapshot: frozen.snapshot };
      const frozenBy = { ...version, frozenAt: '2021-10-15T00:00:00.000Z', frozenBy: 'olu' };
      expect(
        await reportedRecords(context, { ...difference, since, listed, frozen: frozenBy }, {}),
      ).toBeNull();
      expect(await readFrozen(context.transaction, { report: 'r', version: null })).toBeNull();
    });
  });
});
