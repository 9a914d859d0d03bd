import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { takenRow } from '../testing';
import { openLoad } from './open-load';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

describe('rows of one record at two stages', () => {
  it('of one keeper are quarantined but for the first stage, those of another keeper are not', async () => {
    const opening = { source: 'stages', file: 'rows.csv', clock: fixedClock('2022-01-31') };
    const load = await openLoad(database.of('intake'), { ...opening, dryRun: true, amendmentId: null });
    const row = (order: number, keeper = 'corporate', identity = '1') =>
      takenRow({ order, keeper, identity, contentHash: `${order}`, raw: { Stage: `${order}` } });
    try {
      await load.stageRows([row(1), row(2), row(1), row(3, 'schools'), row(2, 'corporate', '2')]);
      await load.keepStages({ column: 'Stage', action: 'Quarantined.' });
      await load.classify();
      const counts = await load.count({ identityColumn: null, controlTotal: null });
      expect(counts).toEqual({ read: 5, loaded: 2, updated: 0, copies: 2, leftOut: 0, quarantined: 1 });
      const faults = [];
      for await (const page of load.faults()) faults.push(...page);
      expect(faults.filter(({ code }) => code === 'OTHER_STAGE_HELD')).toMatchObject([
        { column: 'Stage', value: '2', action: 'Quarantined.' },
      ]);
    } finally {
      await load.end();
    }
  });
});
