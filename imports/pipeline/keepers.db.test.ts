import { historicStage } from '../../casework/records/testing';
import type { RecordKeeper } from '../../platform/server/keeper';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { openKeepers } from './keepers';

const STAGE = historicStage({ reference: '100' });
const BATCH = [{ ordinal: 1, record: { stages: [STAGE] } }];

/** One that takes back what it is told to, and fails before its batch is done. */
const breaking = ({ keep, remove }: RecordKeeper): RecordKeeper => ({
  keep,
  async remove(transaction, request) {
    await remove(transaction, request);
    throw new Error('broken off');
  },
});

describe('keepers that are open for an import', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([corporate]);
  });
  afterEach(() => database?.stop());

  const open = ({ dryRun, breaks = false }: { dryRun: boolean; breaks?: boolean }) => {
    const kinds = Object.entries(corporate.keeps ?? {}).map(([kind, keeper]) => ({
      kind,
      keeper: breaks ? breaking(keeper) : keeper,
      dataSource: database.of('corporate'),
    }));
    const { keepers, end } = openKeepers({ kinds, authority: 'stockport', dryRun });
    const keeper = keepers.corporate;
    if (!keeper) throw new Error('Nobody keeps corporate complaints');
    return { keeper, end };
  };
  const held = () =>
    inTransaction(database.of('corporate'), { subject: 'ana', role: 'analyst' }, ({ query }) =>
      query<{ reference: string }>('select reference from corporate.stage'),
    );

  it('keep what they are handed, and take it back, each batch at once', async () => {
    const { keeper, end } = open({ dryRun: false });
    expect(await keeper.keep(BATCH)).toEqual([]);
    expect(await held()).toEqual([{ reference: '100' }]);
    await keeper.remove(BATCH);
    expect(await held()).toEqual([]);
    await end();
  });

  it('in a dry run find what they would find after taking something back, and leave all as it was', async () => {
    const real = open({ dryRun: false });
    await real.keeper.keep(BATCH);
    const { keeper, end } = open({ dryRun: true });
    await keeper.remove(BATCH);
    const child = historicStage({ reference: '200', number: 2, parentKey: '100' });
    expect(await keeper.keep([{ ordinal: 2, record: { stages: [child] } }])).toEqual([
      { ordinal: 2, code: 'PARENT_NOT_FOUND' },
    ]);
    await end();
    expect(await held()).toEqual([{ reference: '100' }]);
    await real.end();
  });

  it('take back all of a batch or nothing of it', async () => {
    const { keeper, end } = open({ dryRun: false });
    await keeper.keep(BATCH);
    const broken = open({ dryRun: false, breaks: true });
    await expect(broken.keeper.remove(BATCH)).rejects.toThrow('broken off');
    expect(await held()).toEqual([{ reference: '100' }]);
    await Promise.all([end(), broken.end()]);
  });
});
