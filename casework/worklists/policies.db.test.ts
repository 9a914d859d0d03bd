import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { worklistPolicies } from './policies';

type Settings = Record<string, string>;
const OLU: Settings = { subject: 'olu', role: 'officer', streams: 'corporate' };
const MIA: Settings = { subject: 'mia', role: 'manager', services: 'highways' };

/** What adds a row of each table, as olu. */
const ADD: Readonly<Record<string, string>> = {
  case_group: `insert into corporate.case_group values ('g', 'Group', '{mia}', '{}', 1, 'olu', now())`,
  absence: `insert into corporate.absence values ('a', 'mia', '2026-05-01', '2026-05-02', 'max', 'olu', now())`,
  many_done: `insert into corporate.many_done values ('k', 'olu', 'f', '{}', now())`,
};
const TABLES = Object.keys(ADD);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([corporate]);
});
afterAll(() => database.stop());

/** How many rows somebody sees of a table in which there is one. */
const seen = (table: string, settings: Settings) =>
  withSettings(database.of('corporate'), OLU, async (runner) => {
    await runner.query(ADD[table] ?? '');
    const all = { subject: '', role: '', streams: '', services: '', credential: '', ...settings };
    for (const [name, value] of Object.entries(all))
      await runner.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
    const rows = await runner.query(`select from corporate.${table}`);
    return rows.length;
  });
const tried = (sql: string, settings: Settings) =>
  withSettings(database.of('corporate'), settings, (runner) => runner.query(sql));

it('are of all tables', () => {
  expect(worklistPolicies('corporate').map(({ table }) => table)).toEqual(
    TABLES.map((table) => `"corporate".${table}`),
  );
});

it.each(TABLES)(
  'show %s to whoever made it, and to no other role, clearance, key or nobody',
  async (table) => {
    expect(await seen(table, OLU)).toBe(1);
    const others: Settings[] = [
      ...[{}, { ...OLU, streams: 'adults' }, { ...OLU, credential: 'key' }, { ...MIA, subject: 'other' }],
      ...['admin', 'analyst', 'auditor', 'partner', 'import', 'projection'].map((role) => ({ ...OLU, role })),
    ];
    for (const settings of others) expect(await seen(table, settings)).toBe(0);
  },
);

it('show a manager their group, their absence and whom they stand in for, and nobody’s commands', async () => {
  const of = (settings: Settings) => Promise.all(TABLES.map((table) => seen(table, settings)));
  expect(await of(MIA)).toEqual([1, 1, 0]);
  expect(await of({ ...MIA, subject: 'max' })).toEqual([0, 1, 0]);
  expect(await of({ ...OLU, subject: 'eve' })).toEqual([1, 1, 0]);
});

it.each(TABLES)('let nobody add to %s in another’s name or role, and nobody remove of it', async (table) => {
  const add = ADD[table] ?? '';
  for (const settings of [
    { ...OLU, subject: 'eve' },
    { ...OLU, streams: '' },
    { ...OLU, role: 'admin' },
    MIA,
  ])
    await expect(tried(add, settings)).rejects.toThrow('row-level security');
  await expect(tried(`delete from corporate.${table}`, OLU)).rejects.toThrow('permission denied');
});
