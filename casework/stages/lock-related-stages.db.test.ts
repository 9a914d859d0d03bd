import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { lockRelatedStages, type StageKeys } from './lock-related-stages';

const HELD = 20_000;

const stageId = (number: number): string => `corporate-stage-${number}`;
const keysOf = (number: number, keys: Partial<StageKeys> = {}): StageKeys => ({
  ...{ id: stageId(number), source: 'crm', case_key: null, own_key: `${number}`, parent_key: null },
  ...keys,
});

describe('the stages that a batch can touch', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([corporate]);
    await inScope(async (transaction) => {
      await transaction.query(
        `insert into corporate.complaint (id, authority, version)
         select 'corporate-' || number, 'stockport', 1 from generate_series(1, ${HELD}) number`,
      );
      await transaction.query(
        `insert into corporate.stage
           (id, complaint_id, number, source, key, reference, own_key, received_on, ended, content_hash)
         select 'corporate-stage-' || number, 'corporate-' || number, 1, 'crm', number, number, number, '2021-05-04', false, ''
         from generate_series(1, ${HELD}) number`,
      );
    });
    await database.owner.query('analyze corporate.complaint, corporate.stage');
  });
  afterAll(() => database.stop());

  const inScope = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.of('corporate'), IMPORT_SCOPE, work);
  const related = (keys: readonly StageKeys[]) =>
    inScope(async (transaction) => {
      const found = await lockRelatedStages(transaction, { schema: 'corporate', keys });
      const [read] = await transaction.query<{ rows: number }>(
        // What notes changes has a row or two, and reads them so.
        `select coalesce(sum(seq_tup_read), 0)::int as rows from pg_stat_xact_user_tables
         where schemaname = 'corporate' and relname <> 'change'`,
      );
      return { ids: [...found.keys()].sort(), readFromEndToEnd: read?.rows };
    });
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  it('are found by themselves and as parents, each looked up: what else is held is not read', async () => {
    const children = numbers(1_000).map((number) => keysOf(HELD + number, { parent_key: `${number}` }));
    const found = await related([...children, keysOf(2_000)]);
    expect(found).toEqual({
      ids: [...numbers(1_000), 2_000].map(stageId).sort(),
      readFromEndToEnd: 0,
    });
  });

  it('are none where nothing is held of the batch, and nothing is read to find that', async () => {
    const fresh = numbers(1_000).map((number) => keysOf(HELD + number));
    expect(await related(fresh)).toEqual({ ids: [], readFromEndToEnd: 0 });
  });
});
