import type { KeptCall } from '../../../contracts/records/call';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { withSettings } from '../../../platform/testing/with-settings';
import { subgraph } from '../subgraph';
import { aCall, keep, remove } from '../testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const read = (settings: Record<string, string>, table: string, ids: readonly string[]) =>
  withSettings(database.of('telephony'), settings, (runner) =>
    runner.query(`select * from telephony.${table} where call_id = any($1) order by call_id`, [ids]),
  );
const IMPORT = { role: 'import' };

describe('telephone calls', () => {
  it('are kept as they were handed over, and who was on the line apart from them', async () => {
    expect(await keep(database.of('telephony'), [aCall()])).toEqual([]);
    const known = { authority: 'stockport', call_id: '1' };
    expect(await read(IMPORT, 'call', ['1'])).toEqual([
      {
        ...known,
        offered_on: '2021-04-01',
        offered_at: new Date('2021-04-01T12:00:00.000Z'),
        call_group: 'Complaints',
        queue_written: 'COMPLAINTS_MAIN',
        answered: true,
        wait_seconds: 30,
        talk_seconds: 300,
        changed_at: expect.any(Date),
      },
    ]);
    expect(await read(IMPORT, 'call_people', ['1'])).toEqual([
      { ...known, caller_number: '01614960171', agent: 'R Platt', cleared_for: ['corporate'] },
    ]);
  });

  it('are the same however often they are kept, and replaced by what came later', async () => {
    const missing: Partial<KeptCall> = {
      ...{ offeredAt: null, group: null, queueWritten: null, answered: null },
      ...{ waitSeconds: null, talkSeconds: null, callerNumber: null, agent: null },
    };
    const calls = [aCall({ callId: '2' }), aCall({ callId: '3' })];
    await keep(database.of('telephony'), calls);
    const before = await read(IMPORT, 'call', ['2', '3']);
    await keep(database.of('telephony'), calls);
    expect(await read(IMPORT, 'call', ['2', '3'])).toEqual(before);
    await keep(database.of('telephony'), [aCall({ ...missing, callId: '2' })]);
    const [replaced, other] = await read(IMPORT, 'call', ['2', '3']);
    expect(replaced).toMatchObject({ offered_on: '2021-04-01', answered: null, call_group: null });
    expect(other).toEqual(before[1]);
    const [people] = await read(IMPORT, 'call_people', ['2']);
    expect(people).toMatchObject({ caller_number: null, agent: null });
  });

  it('are gone with those who were on the line when they are removed, and the same when they are kept again', async () => {
    const calls = [aCall({ callId: '4' }), aCall({ callId: '5' }), aCall({ callId: '6' })];
    const ids = calls.map(({ callId }) => callId);
    const everything = async () => [await read(IMPORT, 'call', ids), await read(IMPORT, 'call_people', ids)];
    await keep(database.of('telephony'), calls);
    const before = await everything();
    const [gone, other] = [calls.slice(0, 2), calls.slice(2)];
    for (const _ of ['once', 'twice']) {
      await remove(database.of('telephony'), [...gone, aCall({ callId: 'never kept' })]);
      expect(await everything()).toEqual(before.map((rows) => rows.slice(2)));
    }
    await remove(database.of('telephony'), other, 'another-council');
    expect(await everything()).toEqual(before.map((rows) => rows.slice(2)));
    await keep(database.of('telephony'), gone);
    const again = before.map((rows) =>
      rows.map((row: object) => ('changed_at' in row ? { ...row, changed_at: expect.any(Date) } : row)),
    );
    expect(await everything()).toEqual(again);
  });

  it('cannot have been waited for backwards', async () => {
    const attempt = keep(database.of('telephony'), [aCall({ waitSeconds: -1 })]);
    await expect(attempt).rejects.toThrow('call_waits_forward');
  });
});

describe('who was on the line', () => {
  const seen = async (settings: Record<string, string>) =>
    (await read(settings, 'call_people', ['adults', 'main', 'unknown'])).map(
      (row: { call_id: string }) => row.call_id,
    );

  beforeAll(async () => {
    const everything = ['corporate', 'adults', 'childrens', 'schools'];
    await keep(database.of('telephony'), [
      aCall({ callId: 'adults', clearedFor: ['adults'] }),
      aCall({ callId: 'main', clearedFor: ['corporate'] }),
      aCall({ callId: 'unknown', clearedFor: everything }),
    ]);
  });

  it.each([
    ['corporate,adults,childrens,schools', ['adults', 'main', 'unknown']],
    ['corporate,schools', ['main']],
    ['adults', ['adults']],
    ['childrens', []],
    ['', []],
    ['corporat', []],
  ])(
    'is seen by an officer who is cleared for all that the call may be about: "%s"',
    async (streams, calls) => {
      expect(await seen({ role: 'officer', streams })).toEqual(calls);
    },
  );

  it.each(['analyst', 'manager', 'partner', 'auditor', 'admin', 'projection', 'courier'])(
    'is seen by no %s, whatever the clearance',
    async (role) => {
      expect(await seen({ role, streams: 'corporate,adults,childrens,schools' })).toEqual([]);
    },
  );
});
