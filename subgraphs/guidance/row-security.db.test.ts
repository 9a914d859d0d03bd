import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph } from './subgraph';

const ROLES = [
  ...['admin', 'analyst', 'auditor', 'courier', 'import', 'manager', 'officer', 'partner'],
  ...['projection', 'seed'],
];

/** Who sees what somebody else booked, or nobody in particular. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  article_version: ['admin', 'analyst', 'auditor', 'manager', 'officer', 'seed'],
  workshop: ['admin', 'analyst', 'auditor', 'manager', 'officer'],
  booked_place: ['admin', 'analyst', 'auditor', 'manager', 'officer'],
  booking: ['admin', 'officer'],
  attendance: ['admin', 'officer'],
};

let database: TestDatabase;
const guidance = () => database.of('guidance');

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await inTransaction(guidance(), { subject: 'olu', role: 'officer' }, async (transaction) => {
    await transaction.query(
      `insert into guidance.workshop (id, version, title, about, starts_at, minutes, place, held_by, seats)
       values ('w', 1, 'Made', 'Made', '2026-12-01', 60, 'Room', 'Head', 1)`,
    );
    await transaction.query(`insert into guidance.booked_place (workshop_id, place) values ('w', 1)`);
    await transaction.query(`insert into guidance.booking values ('w', 1, 'olu', 'Made Up', now())`);
    await transaction.query(`insert into guidance.attendance values ('w', 1, true, 'olu', now())`);
  });
});
afterAll(() => database.stop());

const seen = (settings: Record<string, string>, table: string): Promise<number> =>
  withSettings(guidance(), settings, async (runner) => {
    const [row] = await runner.query(`select count(*)::int as rows from guidance.${table}`);
    return row.rows;
  });
const tried = (settings: Record<string, string>, sql: string) =>
  withSettings(guidance(), settings, (runner) => runner.query(sql));

describe.each(Object.keys(READERS))('the rows of %s', (table) => {
  it('are seen by exactly those who may', async () => {
    const seers: string[] = [];
    for (const role of ROLES) if ((await seen({ role, subject: 'else' }, table)) > 0) seers.push(role);
    expect(seers).toEqual(READERS[table]);
  });

  it.each([{}, { role: '' }, { role: 'officers' }, { subject: 'olu' }, { role: 'officer,admin' }])(
    'are hidden with %j',
    async (settings: Record<string, string>) => {
      expect(await seen(settings, table)).toBe(0);
    },
  );
});

describe('what may be written', () => {
  it.each(ROLES)('is no article in the name of somebody else, by the role %s', async (role) => {
    const insert = `insert into guidance.article_version
      values ('x', 1, 'FAQ', 'x', 'x', 'x', 'x', null, '2027-01-01', false, 'ada', now(), 'x')`;
    await expect(tried({ role, subject: 'else' }, insert)).rejects.toThrow('row-level security');
  });

  it('is no booking for somebody else, and none by those who answer nothing', async () => {
    const insert = `insert into guidance.booking values ('w', 2, 'ann', 'Made Up', now())`;
    for (const [role, subject] of [
      ['officer', 'olu'],
      ['auditor', 'ann'],
      ['partner', 'ann'],
    ] as const)
      await expect(tried({ role, subject }, insert)).rejects.toThrow('row-level security');
    await expect(tried({ role: 'manager', subject: 'ann' }, insert)).resolves.toBeDefined();
  });

  it('is no place of somebody else, given up', async () => {
    const giveUp = 'update guidance.booked_place set given_up_at = now()';
    const [, byOther] = await tried({ role: 'officer', subject: 'ada' }, giveUp);
    expect(byOther).toBe(0);
    const [, byOneself] = await tried({ role: 'officer', subject: 'olu' }, giveUp);
    expect(byOneself).toBe(1);
  });

  it('is nothing that changes or removes a version, a booking or the number of a place', async () => {
    for (const sql of [
      `update guidance.article_version set body = 'x'`,
      'delete from guidance.article_version',
      `update guidance.booking set name = 'x'`,
      'delete from guidance.booking',
      'update guidance.booked_place set place = 7',
      'delete from guidance.workshop',
    ])
      await expect(tried({ role: 'admin', subject: 'olu' }, sql)).rejects.toThrow('permission denied');
  });
});
