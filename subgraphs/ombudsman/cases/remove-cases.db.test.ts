import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { as, complaintTold, follow, keep, kept, ombudsmanDatabase, takeBack } from '../testing';
import { caseIdFor } from './keys';
import { removeCases } from './remove-cases';

const PARTS = {
  findings: [{ issue: null, finding: 'Service failure', category: 'SERVICE_FAILURE' as const }],
  remedies: [{ text: 'Apology', dueOn: null, doneOn: null }],
};
const CASE = kept({ ourReference: '100', decidedOn: '2021-06-01', upheld: true, ...PARTS });
const OTHER = kept({ referenceKey: '2', ...PARTS });
const ID = caseIdFor(CASE);

let database: TestDatabase;
beforeEach(async () => {
  database = await ombudsmanDatabase();
});
afterEach(() => database.stop());

const rowsOf = async (table: string) =>
  (await as(database, { role: 'import' }, ({ query }) => query(`select * from ombudsman.${table}`))).length;
const held = () =>
  as(database, { role: 'analyst' }, ({ query }) =>
    query('select * from ombudsman.ombudsman_case order by reference'),
  );
const told = () =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
    query<{ subject: string; version: number; payload: object }>(
      `select subject, version::int, payload from ombudsman.outbox
       where kind = 'ombudsman-case-changed' order by xid, id`,
    ),
  );

describe('taking cases back', () => {
  it('leaves nothing of them but an id and a version, and tells that they are gone', async () => {
    await keep(database, CASE, OTHER);
    await takeBack(database, CASE);
    for (const table of ['ombudsman_case', 'finding', 'remedy']) expect(await rowsOf(table)).toBe(1);
    expect(
      await as(database, { role: 'import' }, ({ query }) => query('select * from ombudsman.case_gone')),
    ).toEqual([{ id: ID, version: 2, gone_at: expect.any(Date) }]);
    expect((await told()).at(-1)).toEqual({
      ...{ subject: ID, version: 2 },
      payload: { id: ID, authority: 'stockport', takenBack: true },
    });
  });

  it('twice, or before they were ever kept, changes nothing and tells nobody', async () => {
    await keep(database, CASE);
    await takeBack(database, CASE, OTHER);
    const events = await told();
    await takeBack(database, CASE, OTHER);
    expect(await told()).toEqual(events);
    expect(await rowsOf('case_gone')).toBe(1);
  });

  it('takes them back whatever the register said of them since', async () => {
    await keep(database, CASE);
    await keep(database, { ...CASE, contentHash: 'newer', ourReference: '101' });
    await takeBack(database, CASE);
    expect(await held()).toEqual([]);
  });

  it('and keeping them again gives the same case, joined as before, with a version that goes on', async () => {
    await follow(database, complaintTold('corporate-a', { '100': '2021-01-04' }));
    await keep(database, CASE);
    const before = await held();
    const first = await told();
    await takeBack(database, CASE);
    await keep(database, CASE);
    expect(await held()).toEqual(
      before.map((row) => ({ ...row, version: expect.any(Number), changed_at: expect.any(Date) })),
    );
    expect(await rowsOf('finding')).toBe(1);
    expect(await rowsOf('case_gone')).toBe(0);
    const events = await told();
    expect(events.at(-1)?.payload).toEqual(first.at(-1)?.payload);
    const versions = events.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('takes back all of a batch or nothing', async () => {
    await keep(database, CASE);
    const failing = as(database, { role: 'import' }, async (transaction) => {
      await removeCases(transaction, { authority: 'stockport', batch: [{ ordinal: 0, record: CASE }] });
      throw new Error('the rest failed');
    });
    await expect(failing).rejects.toThrow('the rest failed');
    expect(await rowsOf('finding')).toBe(1);
    expect(await told()).toHaveLength(1);
  });
});
