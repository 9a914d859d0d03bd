import { withSettings } from '../../platform/testing/with-settings';
import { GATEWAY, type TestAccess, testAccess } from './testing';

let access: TestAccess;
let id: string;
beforeAll(async () => {
  access = await testAccess();
  await access.agree('guests');
  await access.data(
    'mutation { notePartnerRequests(requests: [{ id: "x", at: "2026-11-30T09:00:00Z", partner: "guests", credential: "x", byKey: false, door: "/", asked: [], status: 200 }]) }',
    GATEWAY,
  );
  id = (await access.create()).key.id;
});
afterAll(() => access.stop());

const ROLES = [
  ...['admin', 'analyst', 'auditor', 'courier', 'gateway', 'import', 'manager', 'officer', 'partner'],
  ...['projection', 'seed', '', 'importer'],
];
const READERS: Readonly<Record<string, readonly string[]>> = {
  api_key: ['admin', 'gateway'],
  key_secret: ['gateway'],
  key_use: ['admin', 'gateway'],
  agreement: ['admin', 'auditor', 'gateway', 'seed'],
  partner_request: ['admin', 'auditor', 'gateway'],
};
const as = <Result>(settings: Record<string, string>, sql: string): Promise<Result[]> =>
  withSettings(access.database.of('access'), settings, (runner) => runner.query(sql));

describe.each(Object.keys(READERS))('the rows of %s', (table) => {
  it('are seen by exactly those who may', async () => {
    const seers: string[] = [];
    for (const role of ROLES)
      if ((await as({ role }, `select from access.${table}`)).length > 0) seers.push(role);
    expect(seers).toEqual(READERS[table]);
  });

  it.each([
    ['no setting', {}],
    ['roles in a list', { role: 'gateway,admin' }],
    ['other settings alone', { subject: 'gateway', partner: 'gateway', streams: 'gateway' }],
  ])('are hidden with %s', async (_, settings: Record<string, string>) => {
    expect(await as(settings, `select from access.${table}`)).toHaveLength(0);
  });

  it('are hidden from the owner, and removed by nobody', async () => {
    expect(await access.database.owner.query(`select from access.${table}`)).toHaveLength(0);
    for (const role of ROLES) {
      const gone = `with gone as (delete from access.${table} returning 1) select from gone`;
      expect(await as({ role }, gone).catch(({ message }) => message)).toEqual(
        table === 'partner_request' ? [] : `permission denied for table ${table}`,
      );
    }
  });
});

describe('a key in the database', () => {
  it.each(ROLES.filter((role) => role !== 'admin'))('is made and revoked by no “%s”', async (role) => {
    const insert = `insert into access.key_secret (key_id, hash) values ('${id}', 'x')`;
    await expect(as({ role, subject: 'x' }, insert)).rejects.toThrow('row-level security');
    const changed = `with done as (update access.api_key set revoked_by = 'x' where id = '${id}' returning 1) select from done`;
    const rows = await as({ role, subject: 'x' }, changed).catch(() => []);
    expect(rows).toHaveLength(0);
  });

  it('is revoked in nobody else’s name, and opens no more than it was made for', async () => {
    const update = (set: string) =>
      as({ role: 'admin', subject: 'ada' }, `update access.api_key set ${set} where id = '${id}'`);
    await expect(update("revoked_by = 'olu', revoked_at = now()")).rejects.toThrow('row-level security');
    for (const set of [
      "role = 'admin'",
      "expires_at = now() + interval '9 years'",
      "addresses = '{}'",
      "partner = 'x'",
      "made_by = 'olu'",
    ])
      await expect(update(set)).rejects.toThrow('permission denied');
    await expect(as({ role: 'admin' }, "update access.key_secret set hash = 'x'")).rejects.toThrow(
      'permission denied',
    );
  });

  it('is counted by the gateway alone', async () => {
    const count = `with done as (update access.key_use set refused = 0 returning 1) select from done`;
    const counters: string[] = [];
    for (const role of ROLES) if ((await as({ role }, count)).length > 0) counters.push(role);
    expect(counters).toEqual(['gateway']);
  });
});

describe('an agreement in the database', () => {
  const INSERT = `insert into access.agreement (partner, version, name, purpose, lawful_basis, streams, parts, starts_on,
      ends_on, signed_for_council, signed_for_partner, made_by, made_at)
    values ('more', 1, 'x', 'x', 'x', '{}', '{}', '2020-01-01', '2020-01-01', 'x', 'x', 'olu', now())`;

  it('is seen by its own partner and by no other, and so are its keys', async () => {
    const { key } = await access.create('role: "partner" partner: "guests"');
    const seen = (partner: string) =>
      as(
        { role: 'partner', partner },
        `select partner from access.agreement union all select id from access.api_key union all select key_id from access.key_use`,
      );
    expect(await seen('guests')).toEqual([{ partner: 'guests' }, { partner: key.id }, { partner: key.id }]);
    expect([await seen('others'), await seen('')]).toEqual([[], []]);
  });

  it('is made in nobody else’s name, by administrators alone', async () => {
    for (const role of ROLES)
      await expect(as({ role, subject: 'ada', partner: 'guests' }, INSERT)).rejects.toThrow(
        'row-level security',
      );
  });

  it('is ended and never changed', async () => {
    const update = (set: string, role = 'admin') =>
      as({ role, subject: 'ada', partner: 'guests' }, `update access.agreement set ${set}`);
    for (const set of ["parts = '{}'", "ends_on = '2099-01-01'", 'small_numbers_below = null'])
      await expect(update(set)).rejects.toThrow('permission denied');
    await expect(update("ended_by = 'olu'")).rejects.toThrow('row-level security');
    for (const role of ROLES.filter((each) => each !== 'admin')) {
      const done = `with done as (update access.agreement set ended_by = null returning 1) select from done`;
      expect(await as({ role, partner: 'guests' }, done)).toHaveLength(0);
    }
  });
});
