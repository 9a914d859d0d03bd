import { fixedClock } from '../../platform/config/clock';
import { migrate } from '../../platform/postgres/migrate';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as access } from '../../subgraphs/access/subgraph';
import { subgraph as ombudsman } from '../../subgraphs/ombudsman/subgraph';

/** The migrations of agreements and of what partners are told. */
const LATER =
  access.migrations.length - access.migrations.findIndex(({ name }) => name.startsWith('CreateAgreements'));

/** What the version before had: keys, and no agreements. */
const BEFORE = {
  ...{ name: access.name, tables: [] },
  migrations: access.migrations.slice(0, -LATER),
};
const KEY = `insert into access.api_key (id, name, owner, role, streams, services, partner, addresses, command, made_by, made_at,
    expires_at, revoked_at)
  values ($1, $1, 'x', 'partner', '{}', '{}', $1, '{}', $1, 'ada', now(), now() + $2::interval, $3)`;
const CASE = `insert into ombudsman.ombudsman_case (id, authority, body, reference, stream, partner, received_on,
    content_hash, version)
  values ($1, 'stockport', 'HOUSING', $1, $2, $3, '2021-05-03', 'x', 1)`;

let database: TestDatabase;
afterEach(() => database.stop());

async function upgraded(subgraphs: readonly (typeof access | typeof ombudsman)[]): Promise<object[]> {
  await migrate({ ownerUrl: database.ownerUrl, subgraphs, clock: fixedClock('2022-01-31') });
  return inTransaction(database.of('access'), { subject: 'ada', role: 'admin' }, ({ query }) =>
    query(
      `select partner, parts, signed_for_partner as signed, ends_on - starts_on as days from access.agreement order by partner`,
    ),
  );
}

describe('a database that was there before agreements', () => {
  it('lets in for a time whoever it let in: by live keys, and by tokens for records that it holds', async () => {
    database = await testDatabase([ombudsman, BEFORE]);
    await inTransaction(database.of('ombudsman'), { subject: 'x', role: 'import' }, async ({ query }) => {
      await query(CASE, ['1', 'CORPORATE', null]);
      await query(CASE, ['2', null, 'by-records']);
    });
    await inTransaction(database.of('access'), { subject: 'ada', role: 'admin' }, async ({ query }) => {
      await query(KEY, ['by-key', '1 day', null]);
      await query(KEY, ['expired', '-1 day', null]);
      await query(KEY, ['revoked', '1 day', new Date()]);
    });
    const carried = { parts: ['CASES', 'FIGURES'], signed: 'Not recorded', days: 90 };
    expect(await upgraded([ombudsman, access])).toEqual([
      { partner: 'by-key', ...carried },
      { partner: 'by-records', ...carried },
    ]);
  });

  it('lets nobody in where there was nobody, whether the ombudsmen’s cases are in it or not', async () => {
    database = await testDatabase([BEFORE]);
    expect(await upgraded([access])).toEqual([]);
  });
});
