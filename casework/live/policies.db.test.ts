import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { complaintIdFor } from '../stages/ids';
import { clearedOfficer, livePolicies, managerOf } from './policies';
import { recordCase } from './record-case';
import { recordedStageId } from './stages-of-case';
import { asPerson, keyOf, party, recorded } from './testing';

/** The database alone: the stream’s login asks it, with no part and no gateway between. */
const SCHEMA = 'adults';
const ID = complaintIdFor(recordedStageId(SCHEMA, keyOf(1), 1));
type Settings = Readonly<Record<string, string>>;
const officer = (subject: string): Settings => ({ subject, role: 'officer', streams: SCHEMA });
const manager = (services: string): Settings => ({ subject: 'mark', role: 'manager', services });

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([adults]);
  await asPerson(
    { stream: adults, dataSource: database.of(SCHEMA), today: '2026-05-13' },
    { subject: 'olu', role: 'officer', streams: [SCHEMA] },
    (context) =>
      recordCase(context, {
        ...{ key: keyOf(1), command: recorded({ serviceId: 'care', complainedAbout: ['dan'] }) },
        words: [{ part: 'SUMMARY', words: 'Nobody came.' }],
        parties: [party({ surname: 'Madeup' })],
      }),
  );
});
afterEach(() => database.stop());

const as = (settings: Settings, sql: string, parameters: unknown[] = []): Promise<unknown[]> =>
  withSettings(database.of(SCHEMA), settings, (runner) => runner.query(sql, parameters));
const seen = async (settings: Settings): Promise<number[]> => {
  const counts: number[] = [];
  for (const table of ['live_case', 'timeline_entry', 'timeline_words', 'case_party', 'live_clock'])
    counts.push((await as(settings, `select from adults.${table}`)).length);
  return counts;
};

describe('live complaints in the database', () => {
  it.each<[string, Settings, number[]]>([
    ['an officer cleared', officer('olu'), [1, 1, 1, 1, 1]],
    ['a manager of the service', manager('care'), [1, 1, 1, 1, 1]],
    ['a manager of another', manager('parks'), [0, 0, 0, 0, 1]],
    ['an officer of other streams', { ...officer('olu'), streams: 'schools' }, [0, 0, 0, 0, 1]],
    ['a key of an officer', { ...officer('olu'), credential: 'key' }, [0, 0, 0, 0, 1]],
    ['an analyst', { subject: 'ana', role: 'analyst' }, [0, 0, 0, 0, 1]],
    ['whom it is about', officer('dan'), [0, 0, 0, 0, 1]],
    ['a partner', { subject: 'pat', role: 'partner' }, [0, 0, 0, 0, 0]],
    ['nobody', {}, [0, 0, 0, 0, 0]],
  ])('show %s what is theirs to see', async (_, settings, counts) => {
    expect(await seen(settings)).toEqual(counts);
  });

  it('show the people of a restricted one to those named alone, and how it stands to all who work on it', async () => {
    await withSettings(database.of(SCHEMA), officer('olu'), async (runner) => {
      await runner.query(
        `insert into adults.restriction (id, complaint_id, stage_ids, kind, reason, named, version, restricted_by, restricted_at)
         values ('r', $1, '{}', 'NAMED_PEOPLE', 'x', '{olu}', 1, 'olu', now())`,
        [ID],
      );
      await runner.commitTransaction();
      await runner.startTransaction();
    });
    expect(await seen(officer('cora'))).toEqual([1, 1, 0, 0, 1]);
    expect(await seen(officer('olu'))).toEqual([1, 1, 1, 1, 1]);
  });

  it.each([
    ['a question, which names no command', officer('olu')],
    ['a manager of another service', { ...manager('parks'), command: 'x' }],
    ['whom it is about', { ...officer('dan'), command: 'x' }],
    ['a key', { ...officer('olu'), credential: 'key', command: 'x' }],
    ['an analyst', { subject: 'ana', role: 'analyst', command: 'x' }],
  ])('are changed by nobody else: not by %s', async (_, settings: Settings) => {
    const changed = `update adults.live_case set version = 9 where complaint_id = $1 returning version`;
    expect(await as(settings, changed, [ID])).toEqual([[], 0]);
    const written = `insert into adults.timeline_words (complaint_id, place, part, words) values ($1, 9, 'NOTE', 'x')`;
    await expect(as(settings, written, [ID])).rejects.toThrow('row-level security');
  });

  it.each([
    ['a manager of another service', { ...manager('parks'), command: 'x' }],
    ['whom it is about', { ...officer('dan'), command: 'x' }],
  ])('keep their clocks from %s, who may see them', async (_, settings: Settings) => {
    const moved = `update adults.live_clock set stages = '[]' returning complaint_id`;
    await expect(as(settings, moved)).resolves.toEqual([[], 0]);
  });

  it('are begun by no manager, who changes no people either', async () => {
    const work = { ...manager('care'), command: 'x' };
    expect(await as(work, `update adults.live_case set version = 9 returning version`)).toEqual([
      [{ version: 9 }],
      1,
    ]);
    expect(await as(work, `update adults.stage set theme = 'x' returning theme`)).toEqual([
      [{ theme: 'x' }],
      1,
    ]);
    expect(await as(work, `update adults.account set surname = 'Other' returning surname`)).toEqual([[], 0]);
    const begun = `insert into adults.live_case select * from adults.live_case`;
    await expect(as(work, begun)).rejects.toThrow('row-level security');
    const other = `insert into adults.complaint (id, authority, version) values ('adults-x', 'x', 1)`;
    await expect(as(work, other)).rejects.toThrow('row-level security');
  });

  it.each<[string, Settings, number]>([
    ['an officer cleared, in a command', { ...officer('olu'), command: 'x' }, 1],
    ['an officer with no command', officer('olu'), 0],
    ['an officer of other streams', { ...officer('olu'), streams: 'schools', command: 'x' }, 0],
    ['a manager of the service', { ...manager('care'), command: 'x' }, 0],
    ['whom it is about', { ...officer('dan'), command: 'x' }, 0],
    ['a key', { ...officer('olu'), credential: 'key', command: 'x' }, 0],
    ['whoever loads', { subject: 'import', role: 'import', command: 'x' }, 0],
  ])('have their people changed by an officer in a command alone: %s', async (_, settings, count) => {
    const changed = await as(settings, `update adults.case_party set surname = 'Other' returning surname`);
    expect(changed[1]).toBe(count);
  });

  it('keep what happened as it was: no entry, word or person is changed or removed', async () => {
    const work = { ...officer('olu'), command: 'x' };
    for (const table of ['timeline_entry', 'timeline_words', 'case_party', 'command_done']) {
      await expect(as(work, `delete from adults.${table}`)).rejects.toThrow('permission denied');
      await expect(as(work, `update adults.${table} set complaint_id = 'x'`)).rejects.toThrow(
        'permission denied',
      );
    }
  });

  it('tell of a key that it was taken to nobody but whose it was', async () => {
    expect(await as(officer('olu'), 'select from adults.command_done')).toHaveLength(1);
    expect(await as(officer('cora'), 'select from adults.command_done')).toEqual([]);
  });

  it('have a policy for each thing that may be done to each table', () => {
    for (const { grants, policies } of livePolicies(SCHEMA))
      expect(policies.map(({ command }) => command)).toEqual(
        expect.arrayContaining([...grants.split(', '), 'delete']),
      );
    expect(clearedOfficer(SCHEMA)).toContain(`'${SCHEMA}'`);
    expect(managerOf('service_id')).toContain('service_id');
  });
});
