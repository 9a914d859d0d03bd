import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { withSettings } from '../../../platform/testing/with-settings';
import { subgraph } from '../subgraph';
import { aCall, keep } from '../testing';
import { OUTCOME_POLICIES } from './policies';

type Settings = Readonly<Record<string, string>>;
const KEY = '00000000-0000-4000-8000-000000000001';
const OFFICER: Settings = { subject: 'olu', role: 'officer', streams: 'corporate' };
const COMMAND: Settings = { ...OFFICER, command: KEY };
const INSERT = `insert into telephony.call_outcome (authority, call_id, kind, by, at, key, fingerprint)
  values ('stockport', '1', 'CHASED', 'olu', now(), '${KEY}', 'x')`;
const RECORDED = `insert into telephony.call_complaint (authority, call_id, stream, complaint_id, recorded_at, version)
  values ('stockport', '1', 'CORPORATE', 'corporate-1', now(), 1)`;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await keep(database.of('telephony'), [aCall()]);
  for (const [settings, sql] of [
    [COMMAND, INSERT],
    [{ role: 'projection' }, RECORDED],
  ] as const)
    await withSettings(database.of('telephony'), settings, async (runner) => {
      await runner.query(sql);
      await runner.commitTransaction();
      await runner.startTransaction();
    });
});
afterAll(() => database.stop());

const as = (settings: Settings, sql: string): Promise<unknown[]> =>
  withSettings(database.of('telephony'), settings, (runner) => runner.query(sql));
const seen = async (settings: Settings): Promise<number[]> => {
  const counts: number[] = [];
  for (const { table } of OUTCOME_POLICIES)
    counts.push((await as(settings, `select from telephony.${table}`)).length);
  return counts;
};

describe('what became of calls, in the database', () => {
  it.each<[string, Settings, number[]]>([
    ['an officer cleared', OFFICER, [1, 1]],
    ['an officer of other streams', { ...OFFICER, streams: 'adults' }, [0, 0]],
    ['an officer of none', { subject: 'olu', role: 'officer' }, [0, 0]],
    ['a key of an officer', { ...OFFICER, credential: 'key' }, [0, 0]],
    ['a manager', { subject: 'mark', role: 'manager', services: 'highways' }, [0, 0]],
    ['an analyst', { subject: 'ana', role: 'analyst' }, [0, 0]],
    ['an admin', { subject: 'adi', role: 'admin' }, [0, 0]],
    ['an import', { role: 'import' }, [0, 1]],
    ['the projection', { role: 'projection' }, [1, 0]],
    ['nobody', {}, [0, 0]],
  ])('shows %s what is theirs to see', async (_, settings, counts) => {
    expect(await seen(settings)).toEqual(counts);
  });

  it('is hidden from the owner', async () => {
    for (const { table } of OUTCOME_POLICIES)
      expect(await database.owner.query(`select from telephony.${table}`)).toEqual([]);
  });

  it.each<[string, Settings]>([
    ['no command', OFFICER],
    ['somebody else’s name', { ...COMMAND, subject: 'cora' }],
    ['other streams', { ...COMMAND, streams: 'adults' }],
    ['a key', { ...COMMAND, credential: 'key' }],
    ['the role of an import', { ...COMMAND, role: 'import' }],
    ['the role of a manager', { ...COMMAND, role: 'manager' }],
  ])('is said by nobody with %s', async (_, settings) => {
    await expect(as(settings, INSERT)).rejects.toThrow('row-level security');
  });

  it.each(['officer', 'import', 'manager', 'admin'])('is published to no %s', async (role) => {
    await expect(as({ ...COMMAND, role }, RECORDED)).rejects.toThrow('row-level security');
  });

  it('is changed by imports alone, and what was said is removed by nobody', async () => {
    await expect(as(COMMAND, "update telephony.call_outcome set note = 'x' returning 1")).resolves.toEqual([
      [],
      0,
    ]);
    await expect(as(COMMAND, 'delete from telephony.call_outcome')).rejects.toThrow('permission denied');
  });
});
