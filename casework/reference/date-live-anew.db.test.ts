import { bankHolidayChanged } from '../../contracts/events/bank-holiday-changed';
import { toDay } from '../../domain/calendar/day';
import { deadlinesOf } from '../../domain/clocks/deadlines';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { type CommandAsked, doCommand } from '../live/do-command';
import { recordCase } from '../live/record-case';
import { recordedStageId } from '../live/stages-of-case';
import { asPerson, keyOf, recorded } from '../live/testing';
import { clockedStages } from '../reading/clocked-stages';
import { complaintIdFor } from '../stages/ids';
import { calendarFollower } from './apply-calendar';

const OLU = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const idOf = (number: number) => complaintIdFor(recordedStageId('corporate', keyOf(number), 1));
const TODAY = '2026-05-13';

describe('a bank holiday that is added while complaints are worked on', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([corporate]);
  });
  afterEach(() => database?.stop());

  const as = <Result>(work: Parameters<typeof asPerson<Result>>[2], today = TODAY) =>
    asPerson({ stream: corporate, dataSource: database.of('corporate'), today }, OLU, work);
  /** Received on Monday 11 May 2026: acknowledged by the 18th, and answered by Tuesday 2 June. */
  const record = (number: number) =>
    as((context) => recordCase(context, { key: keyOf(number), command: recorded(), words: [], parties: [] }));
  const ask = (number: number, version: number, command: CommandAsked['command'], today = TODAY) =>
    as(
      (context) =>
        doCommand(context, { key: keyOf(number * 100 + version), id: idOf(number), version, command }),
      today,
    );
  const decide = (day: string, version: number, { isKept = true, on = '2026-05-14' } = {}) =>
    inTransaction(
      database.of('corporate'),
      { subject: 'projection', role: 'projection' },
      async (transaction) => {
        const event = {
          ...{ kind: bankHolidayChanged.kind, subject: day, version, position: { xid: '1', id: '1' } },
          payload: { day: toDay(day), name: 'Proclaimed', note: null, isKept },
          at: new Date(`${on}T12:00:00Z`),
        };
        await calendarFollower(corporate.stream).apply(transaction, [event], {
          now: () => new Date(`${on}T12:00:05Z`),
        });
      },
    );
  const rows = (sql: string, settings: Record<string, string> = { subject: 'import', role: 'import' }) =>
    withSettings(database.of('corporate'), settings, (runner) => runner.query(sql));
  const stands = (number: number) =>
    rows(`select version, next_limit, next_due_on, live_case.answer_due_on, stage.due_on
      from corporate.live_case join corporate.stage using (complaint_id) where complaint_id = '${idOf(number)}'`);
  const redated = (number: number) =>
    rows(`select place, stage, by, facts - 'event' as facts from corporate.timeline_entry
      where event = 'redate' and complaint_id = '${idOf(number)}' order by place`);
  const deadlines = (number: number, today = TODAY) =>
    as(async (context) => {
      const complaint = await context.complaints.load(idOf(number));
      return complaint === null ? [] : (await clockedStages(complaint, context)).flatMap(deadlinesOf);
    }, today);

  it('moves each open limit, says so in the timeline, and publishes the complaint', async () => {
    await record(1);
    expect(await stands(1)).toEqual([
      {
        ...{ version: 1, next_limit: 'ACKNOWLEDGE', next_due_on: '2026-05-18' },
        ...{ answer_due_on: '2026-06-02', due_on: '2026-06-02' },
      },
    ]);
    await decide('2026-05-15', 1);
    expect(await stands(1)).toEqual([
      {
        ...{ version: 3, next_limit: 'ACKNOWLEDGE', next_due_on: '2026-05-19' },
        ...{ answer_due_on: '2026-06-03', due_on: '2026-06-03' },
      },
    ]);
    const because = 'Proclaimed (2026-05-15) is no longer counted';
    expect(await redated(1)).toEqual([
      {
        ...{ place: 2, stage: 1, by: 'calendar' },
        facts: { limit: 'ACKNOWLEDGE', from: '2026-05-18', to: '2026-05-19', because },
      },
      {
        ...{ place: 3, stage: 1, by: 'calendar' },
        facts: { limit: 'ANSWER', from: '2026-06-02', to: '2026-06-03', because },
      },
    ]);
    const told = await inTransaction(
      database.of('outbox_reader'),
      { subject: 'courier', role: 'courier' },
      ({ query }) =>
        query(`select payload -> 'stages' -> 0 ->> 'dueOn' as due from corporate.outbox
          where kind = 'complaint-changed' order by xid, id`),
    );
    expect(told).toEqual([{ due: '2026-06-02' }, { due: '2026-06-03' }]);
  });

  it('is told with the deadline, and a command that saw the version before is told what changed', async () => {
    await record(1);
    await decide('2026-05-15', 1);
    expect(await deadlines(1)).toMatchObject([
      {
        ...{ name: 'ACKNOWLEDGE', dueOn: '2026-05-19' },
        steps: expect.arrayContaining([
          expect.objectContaining({
            kind: 'CALENDAR_CHANGED',
            on: '2026-05-18',
            text: 'The calendar changed: Proclaimed (2026-05-15) was decided on later. Before that the last day was 2026-05-18.',
          }),
        ]),
      },
      { name: 'ANSWER', dueOn: '2026-06-03' },
    ]);
    const command = { event: 'acknowledge', on: toDay('2026-05-13') } as const;
    expect(await ask(1, 1, command)).toMatchObject({ code: 'COMPLAINT_CHANGED', version: 3 });
    expect(await ask(1, 3, command)).toMatchObject({ __typename: 'CommandDone', version: 4 });
  });

  it('leaves what is met or ended by the days that it was judged by, whatever is done later', async () => {
    await record(1);
    await ask(1, 1, { event: 'acknowledge', on: toDay('2026-05-12') });
    await ask(1, 2, {
      event: 'answer',
      on: toDay('2026-05-13'),
      outcome: 'UPHELD',
      findings: [{ point: 1, finding: 'UPHELD' }],
    });
    const before = (await deadlines(1)).filter(({ name }) => name !== 'NEXT_STAGE');
    await decide('2026-05-15', 1);
    expect((await deadlines(1, '2026-06-10')).filter(({ name }) => name !== 'NEXT_STAGE')).toEqual(before);
    expect((await redated(1)).map(({ facts }: { facts: { limit: string } }) => facts.limit)).not.toContain(
      'ANSWER',
    );
    const [{ due_on, version }] = await stands(1);
    expect(due_on).toBe('2026-05-27');
    expect(await ask(1, version, { event: 'note' }, '2026-05-20')).toMatchObject({
      __typename: 'CommandDone',
    });
    expect(await stands(1)).toMatchObject([{ due_on: '2026-05-27', answer_due_on: '2026-05-27' }]);
  });

  it('moves nothing that it does not reach, nothing twice, and all of it back when it is retracted', async () => {
    await record(1);
    await decide('2026-07-01', 1);
    expect(await redated(1)).toEqual([]);
    await decide('2026-05-15', 1);
    await decide('2026-05-15', 1);
    expect(await redated(1)).toHaveLength(2);
    await decide('2026-05-15', 2, { isKept: false });
    expect(await stands(1)).toMatchObject([
      { version: 5, next_due_on: '2026-05-18', answer_due_on: '2026-06-02', due_on: '2026-06-02' },
    ]);
    expect(await redated(1)).toHaveLength(4);
  });

  it('waits for a command that is being done by the days before', async () => {
    let isDecided = false;
    let deciding: Promise<void> | null = null;
    await as(async (context) => {
      await recordCase(context, { key: keyOf(1), command: recorded(), words: [], parties: [] });
      deciding = decide('2026-05-15', 1).then(() => {
        isDecided = true;
      });
      await new Promise((go) => setTimeout(go, 150));
      expect(isDecided).toBe(false);
    });
    await deciding;
    expect(await redated(1)).toHaveLength(2);
  });
});
