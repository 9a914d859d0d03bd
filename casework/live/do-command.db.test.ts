import { toDay } from '../../domain/calendar/day';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import type { StreamContext } from '../reading/loaders';
import { recordHistory } from '../records/record-history';
import { historicStage } from '../records/testing';
import { complaintIdFor, historicStageId } from '../stages/ids';
import { type CommandAsked, doCommand } from './do-command';
import { recordCase } from './record-case';
import type { CommandResult } from './refusals';
import { recordedStageId } from './stages-of-case';
import { asPerson, keyOf, party, recorded } from './testing';

const OLU = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const CORA = { ...OLU, subject: 'cora' };
const MARK = { subject: 'mark', role: 'manager', services: ['highways'] };
const ID = complaintIdFor(recordedStageId('corporate', keyOf(1), 1));
const TODAY = '2026-05-13';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([corporate]);
});
afterEach(() => database.stop());

type Person = Pick<Identity, 'subject' | 'role'> & Partial<Identity>;
const as = <Result>(person: Person, work: (context: StreamContext) => Promise<Result>, today = TODAY) =>
  asPerson({ stream: corporate, dataSource: database.of('corporate'), today }, person, work);
const record = (person: Person = OLU, facts = {}, key = keyOf(1)) =>
  as(person, (context) =>
    recordCase(context, {
      ...{ key, command: recorded(facts) },
      words: [{ part: 'SUMMARY', words: 'The bin was missed again.' }],
      parties: [party({ surname: 'Madeup', email: 'made@up.example' })],
    }),
  );
const ask = (person: Person, asked: Partial<CommandAsked> & Pick<CommandAsked, 'command'>, today = TODAY) =>
  as(person, (context) => doCommand(context, { key: keyOf(2), id: ID, version: 1, ...asked }), today);
const acknowledge = { event: 'acknowledge', on: toDay('2026-05-12') } as const;
const said = (result: CommandResult) => ('code' in result ? result.code : result.__typename);
const rows = (sql: string, settings: Record<string, string> = { subject: 'import', role: 'import' }) =>
  withSettings(database.of('corporate'), settings, (runner) => runner.query(sql));

describe('a complaint that is recorded here', () => {
  it('stands at once, with its stage, its people, its clocks and who did it', async () => {
    expect(await record()).toMatchObject({
      ...{ __typename: 'CommandDone', complaintId: ID, version: 1 },
      entry: { place: 1, stage: 1, by: 'olu', facts: { event: 'record', complainedAbout: [] } },
    });
    expect(await rows('select * from corporate.live_case')).toMatchObject([
      {
        ...{ complaint_id: ID, version: 1, stage: 1, state: 'RECEIVED', waits_for: 'TEAM' },
        ...{ next_limit: 'ACKNOWLEDGE', next_due_on: '2026-05-18', answer_due_on: '2026-06-02' },
      },
    ]);
    expect(await rows('select * from corporate.stage')).toMatchObject([
      {
        ...{ complaint_id: ID, source: 'casework', reference: 'COR-000001', case_key: keyOf(1) },
        ...{ received_on: '2026-05-11', due_on: '2026-06-02', ended: false, service_id: 'highways' },
      },
    ]);
    expect(await rows('select surname, summary from corporate.account')).toEqual([
      { surname: 'Madeup', summary: 'The bin was missed again.' },
    ]);
    expect(await rows('select kind, surname from corporate.case_party')).toEqual([
      { kind: 'COMPLAINANT', surname: 'Madeup' },
    ]);
    const events = await inTransaction(
      database.of('outbox_reader'),
      { subject: 'courier', role: 'courier' },
      ({ query }) => query('select kind, subject from corporate.outbox'),
    );
    expect(events).toEqual(expect.arrayContaining([{ kind: 'complaint-changed', subject: ID }]));
    const audited = await rows('select actor, action, record_id from corporate.audit_entry', {
      ...{ subject: 'aud', role: 'auditor' },
    });
    expect(audited).toEqual([{ actor: 'olu', action: 'CASE_RECORD', record_id: ID }]);
  });

  it('is recorded once by one key, whatever comes again, and by nobody else', async () => {
    const first = await record();
    expect(await record()).toEqual(first);
    expect(said(await record(OLU, { theme: 'Noise' }))).toBe('COMMAND_UNUSABLE');
    expect(await record(CORA)).toMatchObject({ code: 'COMMAND_UNUSABLE', part: 'key' });
    expect(await rows('select from corporate.live_case')).toHaveLength(1);
  });

  it('keeps whom it is about away, and tells their names in no fact', async () => {
    await record(OLU, { complainedAbout: ['dan'] });
    expect(
      await rows(`select facts::text from corporate.timeline_entry where facts::text like '%dan%'`),
    ).toEqual([]);
    expect(said(await ask({ ...OLU, subject: 'dan' }, { command: acknowledge }))).toBe('CASE_NOT_FOUND');
  });

  it('is recorded by no manager, no key of a program, and nobody who is not cleared', async () => {
    expect(said(await record(MARK))).toBe('ROLE_NOT_PERMITTED');
    for (const person of [
      { ...OLU, streams: ['adults'] },
      { subject: 'ana', role: 'analyst' },
      { ...OLU, credential: 'key' as const },
    ])
      await expect(record(person)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await rows('select from corporate.complaint')).toEqual([]);
  });
});

describe('a command on a live complaint', () => {
  it('is done once, and answered the same when it comes again', async () => {
    await record();
    const first = await ask(OLU, { command: acknowledge });
    expect(first).toMatchObject({ __typename: 'CommandDone', version: 2, entry: { stage: 1, by: 'olu' } });
    expect(await ask(OLU, { command: acknowledge })).toEqual(first);
    expect(await rows('select version, state from corporate.live_case')).toEqual([
      { version: 2, state: 'ACKNOWLEDGED' },
    ]);
    expect(await rows('select acknowledged_on, due_on from corporate.stage')).toEqual([
      { acknowledged_on: '2026-05-12', due_on: '2026-05-27' },
    ]);
    expect(await rows('select from corporate.timeline_entry')).toHaveLength(2);
  });

  it('is done by one of two at once; the other is told what the first did', async () => {
    await record();
    const both = await Promise.all([
      ask(OLU, { command: acknowledge }),
      ask(CORA, { key: keyOf(3), command: { event: 'note' } }),
    ]);
    expect(both.map(said).sort()).toEqual(['COMPLAINT_CHANGED', 'CommandDone']);
    expect(both.find((one) => one.__typename === 'ComplaintChanged')).toMatchObject({
      ...{ version: 2, since: [{ place: 2, complaintId: ID }] },
    });
    expect(await rows('select from corporate.timeline_entry')).toHaveLength(2);
  });

  it('is refused as the procedure says, with what may be done, and changes nothing', async () => {
    await record();
    const escalate = { event: 'escalate', receivedOn: toDay('2026-05-13'), hasLateReason: false } as const;
    const refused = await ask(OLU, { command: escalate });
    expect(refused).toMatchObject({ __typename: 'CommandRefused', code: 'EVENT_NOT_PERMITTED' });
    expect('permitted' in refused ? refused.permitted.map(({ rule }) => rule.event) : []).toContain('assign');
    expect(await rows('select from corporate.command_done', { subject: 'olu' })).toHaveLength(1);
  });

  it('leaves nothing where the transaction is lost', async () => {
    await record();
    const lost = as(OLU, async (context) => {
      await doCommand(context, { key: keyOf(2), id: ID, version: 1, command: acknowledge });
      throw new Error('the connection broke');
    });
    await expect(lost).rejects.toThrow('broke');
    expect(await rows('select version from corporate.live_case')).toEqual([{ version: 1 }]);
    expect(await rows('select from corporate.timeline_entry')).toHaveLength(1);
    expect(await rows('select from corporate.command_done', { subject: 'olu' })).toHaveLength(1);
    expect(said(await ask(OLU, { command: acknowledge }))).toBe('CommandDone');
  });

  it('is a manager’s at complaints of their services, whose people they do not change', async () => {
    await record();
    expect(said(await ask(MARK, { command: acknowledge }))).toBe('CommandDone');
    expect(
      said(
        await ask(
          { ...MARK, services: ['parks'] },
          { key: keyOf(3), version: 2, command: { event: 'note' } },
        ),
      ),
    ).toBe('CASE_NOT_FOUND');
    const words = [{ part: 'NOTE', words: 'Seen on site.' }];
    expect(said(await ask(MARK, { key: keyOf(4), version: 2, command: { event: 'note' }, words }))).toBe(
      'CommandDone',
    );
    expect(await rows('select surname from corporate.account')).toEqual([{ surname: 'Madeup' }]);
  });

  it('goes on to the next stage of the same complaint, asked for by the same people', async () => {
    await record();
    await ask(MARK, { command: acknowledge });
    const answer = { event: 'answer', on: toDay('2026-05-13'), outcome: 'NOT_UPHELD', findings: [] } as const;
    expect(said(await ask(MARK, { key: keyOf(3), version: 2, command: answer }))).toBe('CommandDone');
    const escalate = { event: 'escalate', receivedOn: toDay('2026-05-13'), hasLateReason: false } as const;
    const words = [{ part: 'REASON', words: 'It is still missed.' }];
    expect(said(await ask(OLU, { key: keyOf(4), version: 3, command: escalate, words }))).toBe('CommandDone');
    expect(
      await rows(
        'select complaint_id, number, route, reference, outcome, ended from corporate.stage order by number',
      ),
    ).toEqual([
      {
        complaint_id: ID,
        number: 1,
        route: null,
        reference: 'COR-000001',
        outcome: 'NOT_UPHELD',
        ended: true,
      },
      {
        complaint_id: ID,
        number: 2,
        route: 'ESCALATED',
        reference: 'COR-000001',
        outcome: null,
        ended: false,
      },
    ]);
    expect(await rows('select surname, summary from corporate.account order by summary')).toEqual([
      { surname: 'Madeup', summary: 'It is still missed.' },
      { surname: 'Madeup', summary: 'The bin was missed again.' },
    ]);
    expect(await rows('select handled_earlier_by, stage from corporate.live_case')).toEqual([
      { handled_earlier_by: ['mark'], stage: 2 },
    ]);
  });

  it('is not for complaints of an inherited system, nor for any that is not there', async () => {
    const target = { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' };
    await recordHistory(target, [historicStage({ reference: '100' })]);
    const id = complaintIdFor(historicStageId({ stream: 'corporate', source: 'corporate-crm', key: '100' }));
    expect(await ask(OLU, { id, command: acknowledge })).toMatchObject({
      ...{ code: 'KEPT_ELSEWHERE', system: 'corporate-crm' },
    });
    expect(said(await ask(OLU, { id: 'corporate-none', command: acknowledge }))).toBe('CASE_NOT_FOUND');
    expect(await ask(OLU, { key: 'x', command: acknowledge })).toMatchObject({ part: 'key' });
  });
});
