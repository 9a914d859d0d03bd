import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph } from './subgraph';
import { aCall, keep } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await keep(database.of('telephony'), [aCall()]);
});
afterAll(() => database.stop());

const READERS: Readonly<Record<string, readonly string[]>> = {
  call: ['admin', 'analyst', 'import', 'manager', 'officer', 'projection'],
  // An officer has to be cleared besides: calls/keep-calls.db.test.ts.
  call_people: ['import'],
  call_day: ['import', 'projection'],
};
const SAMPLES: Readonly<Record<string, object>> = {
  call: { authority: 'a', call_id: '1', offered_on: '2021-04-01' },
  call_people: { authority: 'a', call_id: '1', cleared_for: [] },
  call_day: { authority: 'a', offered_on: '2021-04-01', groups: [], version: 1 },
};
const ROLES = [
  ...['admin', 'analyst', 'auditor', 'courier', 'import', 'manager', 'officer', 'partner'],
  ...['projection', 'seed'],
];

const rowsSeen = (settings: Record<string, string>, table: string) =>
  withSettings(database.of('telephony'), settings, async (runner) => {
    const [row] = await runner.query(`select count(*)::int as rows from telephony.${table}`);
    return row.rows;
  });
const add = (role: string, table: string) =>
  withSettings(database.of('telephony'), { role }, (runner) =>
    runner.query(
      `insert into telephony.${table} select (jsonb_populate_record(null::telephony.${table}, $1)).*`,
      [JSON.stringify(SAMPLES[table])],
    ),
  );

it('shows no call to whoever is told no small numbers', async () => {
  expect(await rowsSeen({ role: 'analyst', small_numbers: '5' }, 'call')).toBe(0);
});

describe.each(Object.keys(READERS))('the rows of %s', (table) => {
  it('are seen by exactly those who may', async () => {
    const seers: string[] = [];
    for (const role of ROLES) if ((await rowsSeen({ role }, table)) > 0) seers.push(role);
    expect(seers).toEqual(READERS[table]);
  });

  it.each([
    ['no setting', {}],
    ['an empty role', { role: '' }],
    ['a role that there is not', { role: 'importer' }],
    ['roles in a list', { role: 'import,admin' }],
    ['a role in quotes', { role: `'import'` }],
    [
      'other settings alone',
      { subject: 'import', streams: 'corporate', services: 'parking', partner: 'import' },
    ],
  ])('are hidden with %s', async (_, settings: Record<string, string>) => {
    expect(await rowsSeen(settings, table)).toBe(0);
  });

  it('are hidden from the owner', async () => {
    const [row] = await database.owner.query(`select count(*)::int as rows from telephony.${table}`);
    expect(row.rows).toBe(0);
  });

  it.each([...ROLES.filter((role) => role !== 'import'), '', 'importer'])(
    'cannot be added to by "%s"',
    async (role) => {
      await expect(add(role, table)).rejects.toThrow('row-level security');
    },
  );

  it('can be added to by the one who writes them', async () => {
    await expect(add('import', table)).resolves.toBeDefined();
  });
});

describe.each(['call', 'call_people'])('the rows of %s', (table) => {
  it('are removed for an import that is undone, and for nobody else', async () => {
    const removedBy: string[] = [];
    for (const role of ROLES) {
      const left = await withSettings(
        database.of('telephony'),
        { role, streams: 'corporate' },
        async (runner) => {
          await runner.query(`delete from telephony.${table}`);
          await runner.query(`select set_config('scope.role', 'import', true)`);
          return runner.query(`select from telephony.${table}`);
        },
      );
      if (left.length === 0) removedBy.push(role);
    }
    expect(removedBy).toEqual(['import']);
  });
});

describe('what was published of days', () => {
  it.each(ROLES)('is removed by nobody, for its version: %s', async (role) => {
    const removing = withSettings(database.of('telephony'), { role }, (runner) =>
      runner.query('delete from telephony.call_day'),
    );
    await expect(removing).rejects.toThrow('permission denied');
  });
});
