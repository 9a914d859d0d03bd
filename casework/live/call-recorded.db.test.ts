import { callRecorded } from '../../contracts/events/call-recorded';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { complaintIdFor } from '../stages/ids';
import { callUnusable } from './call-recorded';
import { recordCase } from './record-case';
import { recordedStageId } from './stages-of-case';
import { asPerson, keyOf, recorded } from './testing';

const SCHEMA = 'adults';
const idOf = (number: number): string => complaintIdFor(recordedStageId(SCHEMA, keyOf(number), 1));
const OFFICER = { subject: 'olu', role: 'officer', streams: SCHEMA };

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([adults]);
});
afterEach(() => database.stop());

const record = (number: number, callId: string | null, subject = 'olu', complainedAbout: string[] = []) =>
  asPerson(
    { stream: adults, dataSource: database.of(SCHEMA), today: '2026-05-13' },
    { subject, role: 'officer', streams: [SCHEMA] },
    (context) =>
      recordCase(context, {
        ...{ key: keyOf(number), command: recorded({ callId, complainedAbout }), parties: [] },
        words: [{ part: 'SUMMARY', words: 'Nobody came.' }],
      }),
  );
const sql = (text: string, settings: Readonly<Record<string, string>> = OFFICER): Promise<unknown[]> =>
  withSettings(database.of(SCHEMA), settings, (runner) => runner.query(text));
const published = () =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
    query(`select subject, payload from adults.outbox where kind = 'call-recorded'`),
  );

describe('a complaint that is recorded of a call', () => {
  it('is published with its call, once for the same command, and is one of the call', async () => {
    for (const _ of [1, 2])
      expect(await record(1, 'c1')).toMatchObject({ __typename: 'CommandDone', complaintId: idOf(1) });
    const payload = { callId: 'c1', authority: 'stockport', stream: 'ADULTS', complaintId: idOf(1) };
    expect(await published()).toEqual([{ subject: 'c1', payload }]);
    expect(callRecorded.isPublishedBy('adults', payload)).toBe(true);
    for (const source of ['corporate', 'telephony'])
      expect(callRecorded.isPublishedBy(source, payload)).toBe(false);
  });

  it('keeps a second one from the same call, and says which it became', async () => {
    await record(1, 'c1');
    const [held] = await asPerson(
      { stream: adults, dataSource: database.of(SCHEMA), today: '2026-05-13' },
      { subject: 'olu', role: 'officer', streams: [SCHEMA] },
      ({ transaction }) => transaction.query<{ reference: string }>('select reference from adults.stage', []),
    );
    expect(await record(2, 'c1')).toMatchObject({
      ...{ __typename: 'CommandUnusable', part: 'callId' },
      message: `The call became ${held?.reference} already: a call is recorded once in a stream.`,
    });
    expect(await sql('select from adults.live_case')).toHaveLength(1);
    expect(await sql('select from adults.command_done')).toHaveLength(1);
    expect(await published()).toHaveLength(1);
    expect(typeof callUnusable).toBe('function');
  });

  it('is not named to whoever must not see it', async () => {
    await record(1, 'c1', 'olu', ['dan']);
    expect(await record(2, 'c1', 'dan')).toMatchObject({
      message: 'The call became a complaint already: a call is recorded once in a stream.',
    });
  });

  it('is one of two that are recorded at once', async () => {
    const done = await Promise.all([record(1, 'c1'), record(2, 'c1', 'cora')]);
    expect(done.map(({ __typename }) => __typename).sort()).toEqual(['CommandDone', 'CommandUnusable']);
  });

  it('is not needed: others come of no call', async () => {
    await record(1, null);
    expect(await record(2, null)).toMatchObject({ __typename: 'CommandDone' });
    expect(await published()).toEqual([]);
  });

  it.each([
    ['an officer cleared', OFFICER, 1],
    ['an officer of other streams', { ...OFFICER, streams: 'schools' }, 0],
    ['a key', { ...OFFICER, credential: 'key' }, 0],
    ['a manager', { subject: 'mark', role: 'manager', services: 'highways' }, 0],
    ['an import', { role: 'import' }, 0],
    ['nobody', {}, 0],
  ])('is known by its call to %s as row security says', async (_, settings, count) => {
    await record(1, 'c1');
    expect(await sql('select from adults.call_recorded', settings)).toHaveLength(count);
    const adding = sql(
      `insert into adults.call_recorded (call_id, complaint_id, recorded_at) values ('c2', '${idOf(1)}', now())`,
      settings,
    );
    await expect(adding).rejects.toThrow('row-level security');
  });
});
