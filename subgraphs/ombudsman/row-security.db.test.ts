import { readRemovals } from '../../platform/lists/read-removals';
import type { TestDatabase } from '../../platform/testing/database';
import { CASES_GONE } from './lists/removed-cases';
import { as, complaintTold, follow, keep, kept, ombudsmanDatabase, takeBack } from './testing';

const PARTS = {
  findings: [{ issue: null, finding: 'Service failure', category: 'SERVICE_FAILURE' as const }],
  remedies: [{ text: 'Apology', dueOn: null, doneOn: null }],
};
/** Each holds something of the council's case and of the partner's. */
const SHARED = ['ombudsman_case', 'finding', 'remedy'] as const;
const STRANGERS = ['auditor', 'seed', 'courier', 'nobody', ''];

let database: TestDatabase;
beforeAll(async () => {
  database = await ombudsmanDatabase();
  await keep(
    database,
    kept({ referenceKey: '1', ...PARTS }),
    kept({ referenceKey: '2', stream: null, partner: 'stockport-homes', ...PARTS }),
  );
  await follow(database, complaintTold('corporate-a', { '100': '2021-01-04' }));
});
afterAll(() => database.stop());

const partnersIn = async (
  table: string,
  scope: { role: string; partner?: string; small_numbers?: string },
) => {
  const rows = await as(database, scope, (transaction) =>
    transaction.query<{ partner: string | null }>(`select partner from ombudsman.${table} order by partner`),
  );
  return rows.map(({ partner }) => partner);
};

describe.each(SHARED)('who reads %s', (table) => {
  it.each(['analyst', 'manager', 'officer', 'admin', 'import', 'projection'])('%s: all', async (role) => {
    expect(await partnersIn(table, { role })).toEqual(['stockport-homes', null]);
    expect(await partnersIn(table, { role, partner: 'nobody' })).toEqual(['stockport-homes', null]);
  });

  it('a partner: its own, and nothing where it is none', async () => {
    const partner = (name: string) => partnersIn(table, { role: 'partner', partner: name });
    expect(await partner('stockport-homes')).toEqual(['stockport-homes']);
    expect(await partner('another')).toEqual([]);
    expect(await partner('')).toEqual([]);
    expect(await partnersIn(table, { role: 'partner' })).toEqual([]);
  });

  it.each(['analyst', 'partner'])('%s, told no small numbers: nothing', async (role) => {
    expect(await partnersIn(table, { role, partner: 'stockport-homes', small_numbers: '5' })).toEqual([]);
  });

  it.each(STRANGERS)('%j: nothing', async (role) => {
    expect(await partnersIn(table, { role, partner: 'stockport-homes' })).toEqual([]);
  });

  it('the owner of the tables: nothing', async () => {
    expect(await database.owner.query(`select * from ombudsman.${table}`)).toEqual([]);
  });

  it.each(['analyst', 'manager', 'officer', 'admin', 'partner', ...STRANGERS])(
    'and %j changes nothing',
    async (role) => {
      const scope = { role, partner: 'stockport-homes' };
      const [row] = await as(database, { role: 'import' }, (transaction) =>
        transaction.query(`select * from ombudsman.${table} limit 1`),
      );
      const copy = `insert into ombudsman.${table} select (jsonb_populate_record(null::ombudsman.${table}, $1)).*`;
      await expect(
        as(database, scope, (transaction) => transaction.query(copy, [JSON.stringify(row)])),
      ).rejects.toThrow('row-level security');
      await as(database, scope, (transaction) =>
        transaction.query(`update ombudsman.${table} set partner = 'changed'`),
      );
      await as(database, scope, (transaction) => transaction.query(`delete from ombudsman.${table}`));
      expect(await partnersIn(table, { role: 'import' })).toEqual(['stockport-homes', null]);
    },
  );
});

describe('a partner’s own case of a stream', () => {
  it('is shown to it where its agreement names the stream', async () => {
    await keep(database, kept({ referenceKey: '7', stream: 'ADULTS', partner: 'housing' }));
    const seen = (...streams: string[]) =>
      as(database, { role: 'partner', partner: 'housing', streams }, (transaction) =>
        transaction.query('select stream from ombudsman.ombudsman_case'),
      );
    expect(await seen('adults', 'schools')).toEqual([{ stream: 'ADULTS' }]);
    expect([await seen('schools'), await seen()]).toEqual([[], []]);
  });
});

describe('the versions of cases that were taken back', () => {
  it('are added and removed by loads alone, and read by those who see all cases', async () => {
    const gone = kept({ referenceKey: '3' });
    await keep(database, gone);
    await takeBack(database, gone);
    const run = (role: string, sql: string) =>
      as(database, { role, partner: 'stockport-homes' }, (transaction) => transaction.query(sql));
    const told = ['analyst', 'manager', 'officer', 'admin'];
    for (const role of [...told, 'partner', 'projection', ...STRANGERS]) {
      expect(await run(role, 'select * from ombudsman.case_gone')).toHaveLength(told.includes(role) ? 1 : 0);
      await run(role, 'delete from ombudsman.case_gone');
      await expect(run(role, `insert into ombudsman.case_gone values ('x', 1)`)).rejects.toThrow(
        'row-level security',
      );
    }
    expect(await run('import', 'select * from ombudsman.case_gone')).toHaveLength(1);
    const removed = await as(database, { role: 'analyst' }, (transaction) =>
      readRemovals({ transaction }, CASES_GONE, { since: '2021-01-01T00:00:00Z', first: 1 }),
    );
    expect(removed.edges.map(({ node }) => node)).toEqual([
      { id: expect.stringMatching(/^ombudsman-/), removedAt: expect.any(Date) },
    ]);
    const after = { since: '2021-01-01T00:00:00Z', after: removed.edges[0]?.cursor };
    const rest = await as(database, { role: 'analyst' }, (transaction) =>
      readRemovals({ transaction }, CASES_GONE, after),
    );
    expect(rest.edges).toEqual([]);
  });
});

describe('the copy of the complaints’ references', () => {
  const references = (role: string) =>
    as(database, { role, partner: 'stockport-homes' }, (transaction) =>
      transaction.query('select complaint_id from ombudsman.reference_of_complaint'),
    );

  it('is read by those who join cases to complaints, and by nobody else', async () => {
    for (const role of ['import', 'projection']) expect(await references(role)).toHaveLength(1);
    for (const role of ['analyst', 'manager', 'officer', 'admin', 'partner', ...STRANGERS]) {
      expect(await references(role)).toEqual([]);
    }
  });

  it('is written by the projection alone', async () => {
    const add = `insert into ombudsman.reference_of_complaint values ('corporate-x', '1', 'CORPORATE', null, 1)`;
    for (const role of ['import', 'admin', 'officer', ...STRANGERS]) {
      await expect(as(database, { role }, (transaction) => transaction.query(add))).rejects.toThrow(
        'row-level security',
      );
    }
  });
});
