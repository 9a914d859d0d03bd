import { fixedClock } from '../../platform/config/clock';
import { migrate } from '../../platform/postgres/migrate';
import { testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';

const ROWS = [
  `insert into corporate.complaint values ('corporate-1', 'stockport', 1)`,
  `insert into corporate.stage (id, complaint_id, number, source, key, reference, received_on, ended, service_id, content_hash)
   values ('corporate-stage-1', 'corporate-1', 1, 'corporate-crm', '1', '1', '2021-05-04', false, 'highways', 'hash')`,
  `insert into corporate.account (stage_id, service_id, surname) values ('corporate-stage-1', 'highways', 'Made-up')`,
];

describe('a stream that held complaints before their words could be given a meaning', () => {
  it('shows accounts to the same people as before', async () => {
    const first = { name: 'corporate', tables: [], migrations: corporate.migrations.slice(0, 1) };
    const database = await testDatabase([first]);
    try {
      const seen = async (role: string, scope: Record<string, readonly string[]>) => {
        const rows = await inTransaction(
          database.of('corporate'),
          { subject: 'test', role, ...scope },
          (transaction) => transaction.query('select surname from corporate.account'),
        );
        return rows.length;
      };
      const all = async () => ({
        own: await seen('manager', { services: ['parking', 'highways'] }),
        others: await seen('manager', { services: ['parking'] }),
        none: await seen('manager', {}),
        cleared: await seen('officer', { streams: ['corporate'] }),
        uncleared: await seen('officer', { streams: ['schools'] }),
        projection: await seen('projection', {}),
      });
      await inTransaction(
        database.of('corporate'),
        { subject: 'import', role: 'import' },
        async (transaction) => {
          for (const row of ROWS) await transaction.query(row);
        },
      );
      const before = await all();
      expect(before).toEqual({ own: 1, others: 0, none: 0, cleared: 1, uncleared: 0, projection: 0 });
      await migrate({ ownerUrl: database.ownerUrl, subgraphs: [corporate], clock: fixedClock('2022-01-31') });
      expect(await all()).toEqual(before);
    } finally {
      await database.stop();
    }
  });
});
