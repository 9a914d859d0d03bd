import { toDay } from '../../../domain/calendar/day';
import { caseOf } from '../../../domain/procedure/case-of';
import type { Identity } from '../../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import type { StreamContext } from '../../reading/loaders';
import { recordHistory } from '../../records/record-history';
import { historicStage } from '../../records/testing';
import { complaintIdFor, historicStageId } from '../../stages/ids';
import { type CommandAsked, doCommand } from '../do-command';
import { readTimeline } from '../read-case';
import { asPerson, keyOf } from '../testing';
import { rehearseSystem } from './rehearse-system';
import { type SoFar, takeOverSystem } from './take-over-system';

const OLU = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const idOf = (key: string) =>
  complaintIdFor(historicStageId({ stream: 'corporate', source: 'corporate-crm', key }));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([corporate]);
  await recordHistory({ dataSource: login(), stream: corporate.stream, authority: 'stockport' }, [
    historicStage({ reference: '100', receivedOn: '2026-05-05', acknowledgedOn: '2026-05-07' }),
    historicStage({
      ...{ reference: '200', receivedOn: '2026-04-02', acknowledgedOn: '2026-04-02' },
      ...{ answeredOn: '2026-04-20', ended: true, outcome: 'NOT_UPHELD', closureReason: 'ANSWERED' },
    }),
    historicStage({ reference: '300', receivedOn: '2026-03-02', answeredOn: '2026-03-10', ended: true }),
    historicStage({
      ...{ reference: '300-2', number: 2, parentKey: '300', route: 'ESCALATED' },
      ...{ receivedOn: '2026-04-07', agreedDueOn: '2026-06-05' },
    }),
  ]);
});
afterEach(() => database.stop());

const login = () => database.of('corporate');
const rows = <Row = Record<string, unknown>>(sql: string) =>
  inTransaction(login(), IMPORT_SCOPE, (transaction) => transaction.query<Row>(sql));
const system = () => ({
  ...{ dataSource: login(), stream: corporate.stream, source: 'corporate-crm' },
  ...{ on: toDay('2026-05-11'), by: 'command-line', now: new Date('2026-05-11T09:00:00Z') },
});
/** What taking it over would come to, by complaints and versions. */
async function rehearsed() {
  const { wouldGoOn, versions, left } = await rehearseSystem(system());
  return {
    wouldGoOn,
    left,
    versions: versions.map((one) => [one.stage, one.inForceFrom, one.complaints]),
  };
}
async function takeOver(): Promise<SoFar> {
  let came: SoFar = { takenOver: 0, left: [] };
  for await (const soFar of takeOverSystem(system())) came = soFar;
  return came;
}
type Person = Pick<Identity, 'subject' | 'role'> & Partial<Identity>;
const as = <Result>(person: Person, work: (context: StreamContext) => Promise<Result>) =>
  asPerson({ stream: corporate, dataSource: login(), today: '2026-05-12' }, person, work);
const ask = (asked: Pick<CommandAsked, 'id' | 'version' | 'command'>, person: Person = OLU, key = 1) =>
  as(person, (context) => doCommand(context, { key: keyOf(key), ...asked }));
const FACTS = `select id, complaint_id, number, received_on, acknowledged_on, due_on, answered_on, ended, outcome, route
  from corporate.stage order by id`;

describe('a system that is taken over', () => {
  it('has its open complaints go on as live ones, under the version they were received under, and assigned to nobody', async () => {
    expect(await takeOver()).toEqual({ takenOver: 2, left: [] });
    expect(await rows('select * from corporate.live_case order by received_on')).toMatchObject([
      {
        ...{ complaint_id: idOf('300'), version: 1, stage: 2, state: 'RECEIVED', assigned_to: null },
        ...{ next_limit: 'ACKNOWLEDGE', answer_due_on: '2026-06-05', is_ended: false },
      },
      {
        ...{ complaint_id: idOf('100'), version: 1, stage: 1, state: 'ACKNOWLEDGED', service_id: 'highways' },
        ...{ next_limit: 'ANSWER', next_due_on: '2026-05-21', answer_due_on: '2026-05-21' },
      },
    ]);
  });

  it('keeps its stages as they are, with their ids, and publishes none of them again', async () => {
    const [stages, versions] = [
      await rows(FACTS),
      await rows('select * from corporate.complaint order by id'),
    ];
    await takeOver();
    expect(await rows(FACTS)).toEqual(stages);
    expect(await rows('select * from corporate.complaint order by id')).toEqual(versions);
  });

  it('tells in the timeline which system it was, with stages that were inherited', async () => {
    await takeOver();
    const entries = await inTransaction(login(), IMPORT_SCOPE, (transaction) =>
      readTimeline(transaction, { schema: 'corporate', complaintId: idOf('300') }),
    );
    expect(entries).toMatchObject([
      { place: 1, stage: 2, by: 'command-line', facts: { event: 'takeOver', source: 'corporate-crm' } },
    ]);
    const { stages } = caseOf({ procedure: corporate.stream.liveProcedure, entries });
    expect(stages).toMatchObject([
      {
        ...{ number: 1, state: 'ESCALATED', endedOn: '2026-03-10', nextRequestedOn: '2026-04-07' },
        isInherited: true,
      },
      { number: 2, state: 'RECEIVED', route: 'ESCALATED', endedOn: null, isInherited: true },
    ]);
  });

  it('is taken over once, however often it is asked, and goes on after it was broken off', async () => {
    const broken = takeOverSystem(system());
    await broken.next();
    await broken.return(undefined);
    expect(await takeOver()).toEqual({ takenOver: 0, left: [] });
    expect(await rows('select complaint_id from corporate.timeline_entry')).toHaveLength(2);
    expect(await rows('select source, on_day from corporate.system_taken_over')).toEqual([
      { source: 'corporate-crm', on_day: '2026-05-11' },
    ]);
    expect(await rows('select since from corporate.live_since')).toEqual([{ since: '2026-05-11' }]);
  });

  it('leaves a complaint as it is whose stage no procedure knows, and says so', async () => {
    await recordHistory({ dataSource: login(), stream: corporate.stream, authority: 'stockport' }, [
      historicStage({ reference: '400', number: 4, receivedOn: '2026-05-05' }),
    ]);
    expect(await takeOver()).toMatchObject({
      takenOver: 2,
      left: [{ complaintId: idOf('400'), why: 'NO_PROCEDURE' }],
    });
  });
});

describe('a complaint that came over', () => {
  it('is worked on like any other, and its stage keeps its id and what was agreed', async () => {
    await takeOver();
    const acknowledge = { event: 'acknowledge', on: toDay('2026-05-12') } as const;
    expect(await ask({ id: idOf('300'), version: 1, command: acknowledge })).toMatchObject({
      ...{ __typename: 'CommandDone', version: 2 },
    });
    expect(await rows('select * from corporate.stage where number = 2')).toMatchObject([
      {
        ...{ complaint_id: idOf('300'), acknowledged_on: '2026-05-12', due_on: '2026-06-05' },
        id: historicStageId({ stream: 'corporate', source: 'corporate-crm', key: '300-2' }),
      },
    ]);
  });
});

describe('a system that is rehearsed to be taken over', () => {
  it('tells of its open complaints by the version of their stage, writes nothing, and of none once it is done', async () => {
    const versions = [
      [1, '2026-04-01', 1],
      [2, '2026-04-01', 1],
    ];
    for (const _ of [1, 2]) expect(await rehearsed()).toEqual({ wouldGoOn: 2, versions, left: [] });
    for (const table of ['live_clock', 'timeline_entry', 'system_taken_over'])
      expect(await rows(`select from corporate.${table}`)).toEqual([]);
    expect(await takeOver()).toMatchObject({ takenOver: 2, left: [] });
    expect(await rehearsed()).toEqual({ wouldGoOn: 0, versions: [], left: [] });
  });
});
