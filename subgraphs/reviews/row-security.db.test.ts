import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph } from './subgraph';

const ROLES = [
  ...['admin', 'analyst', 'auditor', 'courier', 'import', 'manager', 'officer', 'partner'],
  ...['projection', 'seed'],
];
const READERS = ['admin', 'manager', 'officer'];
const TABLES = ['meeting', 'action_version'];
const MEETING = `insert into reviews.meeting (id, version, stream, held_on, chair, attendees, notes, state)
  values ('n', 1, 'ADULTS', '2021-09-30', 'Head', '{}', '', 'PLANNED')`;
const ACTION = (by: string) => `insert into reviews.action_version
  values ('b', 1, 'm', 'Made', 'Head', '2021-10-31', 'OPEN', null, null, null, '${by}', now())`;

let database: TestDatabase;
const reviews = () => database.of('reviews');

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await inTransaction(reviews(), { subject: 'olu', role: 'officer' }, async (transaction) => {
    await transaction.query(MEETING.replace("'n'", "'m'"));
    await transaction.query(ACTION('olu').replace("'b'", "'a'"));
  });
});
afterAll(() => database.stop());

const seen = (settings: Record<string, string>, table: string): Promise<number> =>
  withSettings(reviews(), settings, async (runner) => {
    const [row] = await runner.query(`select count(*)::int as rows from reviews.${table}`);
    return row.rows;
  });
const tried = (settings: Record<string, string>, sql: string) =>
  withSettings(reviews(), settings, (runner) => runner.query(sql));

describe.each(TABLES)('the rows of %s', (table) => {
  it('are seen by exactly those who may', async () => {
    const seers: string[] = [];
    for (const role of ROLES) if ((await seen({ role, subject: 'else' }, table)) > 0) seers.push(role);
    expect(seers).toEqual(READERS);
  });

  it.each([{}, { role: '' }, { role: 'officers' }, { subject: 'olu' }, { role: 'officer,admin' }])(
    'are hidden with %j',
    async (settings: Record<string, string>) => {
      expect(await seen(settings, table)).toBe(0);
    },
  );
});

describe('what may be written', () => {
  it.each(ROLES)('is no action in the name of somebody else, by the role %s', async (role) => {
    await expect(tried({ role, subject: 'else' }, ACTION('ada'))).rejects.toThrow('row-level security');
  });

  it('is a meeting by the team alone, and an action by those who come', async () => {
    for (const role of ROLES) {
      const isHeld = tried({ role, subject: 'ann' }, MEETING).then(
        () => true,
        () => false,
      );
      const isAgreed = tried({ role, subject: 'ann' }, ACTION('ann')).then(
        () => true,
        () => false,
      );
      expect([role, await isHeld, await isAgreed]).toEqual([
        role,
        ['admin', 'officer'].includes(role),
        READERS.includes(role),
      ]);
    }
    const [, changed] = await tried(
      { role: 'manager', subject: 'mark' },
      `update reviews.meeting set notes = 'x'`,
    );
    expect(changed).toBe(0);
  });

  it('is nothing that changes or removes a version, or removes a meeting', async () => {
    for (const sql of [
      `update reviews.action_version set what = 'x'`,
      'delete from reviews.action_version',
      'delete from reviews.meeting',
    ])
      await expect(tried({ role: 'admin', subject: 'olu' }, sql)).rejects.toThrow('permission denied');
  });

  it('is no closed meeting without its agenda', async () => {
    const close = `update reviews.meeting set state = 'CLOSED', closed_by = 'olu'`;
    await expect(tried({ role: 'officer', subject: 'olu' }, close)).rejects.toThrow(
      'meeting_closed_has_agenda',
    );
  });

  it('is nothing of a meeting that was closed, by anybody, and a meeting is closed in one’s own name', async () => {
    const close = (id: string, by: string) =>
      `update reviews.meeting set state = 'CLOSED', agenda = '{}', closed_by = '${by}' where id = '${id}'`;
    const olu = { role: 'officer', subject: 'olu' };
    await expect(tried(olu, close('m', 'ada'))).rejects.toThrow('row-level security');
    const closedAtOnce = MEETING.replace('state)', 'state, agenda)').replace("'PLANNED')", "'CLOSED', '{}')");
    await expect(tried(olu, closedAtOnce)).rejects.toThrow('row-level security');
    await inTransaction(reviews(), olu, async (transaction) => {
      await transaction.query(MEETING.replace("'n'", "'c'"));
      await transaction.query(close('c', 'olu'));
    });
    for (const role of ['officer', 'admin'])
      await expect(
        tried({ role, subject: 'olu' }, `update reviews.meeting set notes = 'x' where id = 'c'`),
      ).rejects.toThrow('never changes');
    const changed = database.owner.query('truncate reviews.meeting cascade');
    await expect(changed).rejects.toThrow('never changes');
  });
});
