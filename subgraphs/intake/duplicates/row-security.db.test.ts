import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { withSettings } from '../testing';
import { aRecord, hold, search } from './testing';

const ROLES = [
  'admin',
  'analyst',
  'auditor',
  'courier',
  'import',
  'manager',
  'officer',
  'partner',
  'projection',
  'seed',
];
const BOTH = 'corporate,childrens';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const person = { names: ['imran moss'] };
  const records = [
    aRecord('corporate-crm', '1', { ...person, owner: 'corporate' }),
    aRecord('corporate-crm', '2', { ...person, owner: null }),
    aRecord('childrens', '3', person),
  ];
  await hold(database.of('intake'), records);
  expect(await search(database.of('intake'), records)).toBe(2);
});
afterAll(() => database.stop());

const as = <Row>(settings: Record<string, string>, sql: string): Promise<Row[]> =>
  withSettings(database.of('intake'), settings, (runner) => runner.query(sql));
const seen = async (settings: Record<string, string>, table = 'likely_duplicate'): Promise<number> =>
  (await as(settings, `select from intake.${table}`)).length;
const decision = (by: string, state = 'confirmed') =>
  `with decided as (
     update intake.likely_duplicate set state = '${state}', reason = 'r', decided_at = now(), decided_by = '${by}'
     where one_owner is not null and other_owner is not null returning 1)
   select from decided`;

describe('likely duplicates', () => {
  it.each([
    ['corporate and schools', 'corporate,schools', 0],
    ['childrens alone', 'childrens', 0],
    ['no stream', '', 0],
    ['a stream whose name begins alike', 'corporate,childrens2', 0],
    ['both, and not for a record of nobody', BOTH, 1],
  ])('are seen by an officer who is cleared for %s: %s', async (_, streams, count) => {
    expect(await seen({ role: 'officer', subject: 'cora', streams })).toBe(count);
  });

  it('are seen by admins and by the search, and by no other role, whatever it is cleared for', async () => {
    const all = { streams: BOTH, services: BOTH, partner: 'childrens', subject: 'import' };
    const seers: string[] = [];
    for (const role of ROLES) if ((await seen({ ...all, role })) > 0) seers.push(role);
    expect(seers).toEqual(['admin', 'import', 'officer']);
    for (const role of ['', 'import,admin', 'Officer']) expect(await seen({ ...all, role })).toBe(0);
  });

  it.each(['matter', 'duplicate_search'])('are found by what the search alone sees: %s', async (table) => {
    const seers: string[] = [];
    for (const role of ROLES) if ((await seen({ role, streams: BOTH }, table)) > 0) seers.push(role);
    expect(seers).toEqual(['import']);
  });

  it('are added and taken back by nobody but the search', async () => {
    const adding = `insert into intake.likely_duplicate
      select 'new', 's', 'r', 'corporate', 't', 'r', 'childrens', '{}', 1, 1, now(), 'open'`;
    const removing = 'with gone as (delete from intake.likely_duplicate returning 1) select from gone';
    for (const role of ROLES.filter((each) => each !== 'import')) {
      await expect(as({ role, streams: BOTH }, adding)).rejects.toThrow('row-level security');
      expect(await as({ role, streams: BOTH }, removing)).toEqual([]);
    }
    expect(await as({ role: 'import' }, removing)).toHaveLength(2);
  });

  it('are decided once, by those who see them, in their own name', async () => {
    const olu = { role: 'officer', subject: 'olu', streams: BOTH };
    const cora = { ...olu, subject: 'cora', streams: 'corporate,schools' };
    expect(await as(olu, decision('olu'))).toHaveLength(1);
    expect(await as({ role: 'admin', subject: 'ada' }, decision('ada'))).toHaveLength(1);
    expect(await as(cora, decision('cora'))).toEqual([]);
    expect(await as({ ...olu, role: 'analyst' }, decision('olu'))).toEqual([]);
    await expect(as(olu, decision('cora'))).rejects.toThrow('row-level security');
    const twice = await withSettings(database.of('intake'), olu, async (runner) => [
      await runner.query(decision('olu')),
      await runner.query(decision('olu', 'refused')),
    ]);
    expect(twice.map(({ length }) => length)).toEqual([1, 0]);
  });

  it('that were decided are taken back by nobody', async () => {
    const left = await withSettings(
      database.of('intake'),
      { role: 'admin', subject: 'ada' },
      async (runner) => {
        await runner.query(decision('ada', 'refused'));
        await runner.query(`select set_config('scope.role', 'import', true)`);
        await runner.query('delete from intake.likely_duplicate');
        return runner.query('select state from intake.likely_duplicate');
      },
    );
    expect(left).toEqual([{ state: 'refused' }]);
  });
});
