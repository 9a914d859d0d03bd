import { complaintChanged as contract } from '../../../contracts/events/complaint-changed';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { complaintChanged, insightDatabase, stage } from '../testing/fixtures';
import { applyComplaints } from './apply-complaints';

const HELD = 5_000;
const BATCH = 1_000;
const PROJECTION = { subject: 'projection', role: 'projection' };

describe('the projection of a batch of complaints', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
    for (let first = 0; first < HELD; first += BATCH)
      await project((transaction) => apply(transaction, { first, version: 1 }));
  });
  afterAll(() => database.stop());

  const project = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.of('insight'), PROJECTION, work);
  const apply = (transaction: Transaction, { first, version }: { first: number; version: number }) =>
    applyComplaints(
      transaction,
      Array.from({ length: BATCH }, (_, index) => {
        const number = first + index;
        const stages = [stage({ id: `corporate-stage-${number}`, receivedOn: '2021-05-04' })];
        const event = complaintChanged({ id: `corporate-${number}`, stages }, version);
        return { ...event, payload: contract.parse(event.payload) };
      }),
    );
  const readFromEndToEnd = async (transaction: Transaction): Promise<number> => {
    const [read] = await transaction.query<{ rows: number }>(
      `select seq_tup_read::int as rows from pg_stat_xact_user_tables where relid = 'insight.complaint_fact'::regclass`,
    );
    return read?.rows ?? 0;
  };

  it.each([
    ['new complaints', { first: HELD, version: 1 }],
    ['new states of what is held', { first: 0, version: 2 }],
    ['states that are held already', { first: 0, version: 1 }],
  ])('looks %s up one by one: what else is stored is not read', async (_what, batch) => {
    const read = await project(async (transaction) => {
      const before = await readFromEndToEnd(transaction);
      await apply(transaction, batch);
      return (await readFromEndToEnd(transaction)) - before;
    });
    expect(read).toBe(0);
  });
});
