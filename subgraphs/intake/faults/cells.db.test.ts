import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { type ServedIntake, serveIntake, withSettings } from '../testing';
import { listing, loadFaults } from './testing';

let database: TestDatabase;
let served: ServedIntake;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const intake = database.of('intake');
  await loadFaults(intake);
  served = await serveIntake(intake, { subject: 'olu' });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const listed: ReturnType<typeof listing> = (...args) => listing(served)(...args);

describe('the cells of quarantined rows', () => {
  it('are read with a note of who read which, and only where they are read', async () => {
    const entries = () =>
      withSettings(database.of('intake'), { role: 'auditor' }, (runner) =>
        runner.query('select actor, role, action, record_id from intake.audit_entry order by id'),
      );
    const before = await entries();
    await listed('quarantinedRows', 'first: 9', 'line reasons { code }');
    expect(await entries()).toEqual(before);
    const { edges } = await listed('quarantinedRows', 'first: 9', 'id cells { column value }');
    expect(edges[0]?.node.cells).toEqual([
      { column: 'Ref', value: '' },
      { column: 'More', value: '["a"]' },
    ]);
    const noted = (await entries()).slice(before.length);
    expect(noted).toEqual(
      edges.map(({ node }) => ({
        ...{ actor: 'olu', role: 'admin', action: 'QUARANTINED_ROW_READ', record_id: node.id },
      })),
    );
  });
});
