import { fixedClock } from '../../../platform/config/clock';
import { testAuditSigner } from '../../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { openLoad } from '../load/open-load';
import { subgraph } from '../subgraph';
import { openTakeOver } from './open-take-over';

const clock = fixedClock('2026-11-30');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const open = (source: string) =>
  openTakeOver(database.of('intake'), {
    ...{ source, reason: 'It was switched off', keepers: ['adults'], clock },
    ...{ as: { subject: 'command-line', role: 'admin' }, auditSigner: testAuditSigner },
  });

describe('taking a system over', () => {
  it('waits for no import that is under way, and leaves nothing behind where it cannot begin', async () => {
    const load = await openLoad(database.of('intake'), {
      ...{ source: 'adults', file: 'rows.csv', clock, dryRun: false, amendmentId: null },
    });
    await expect(open('adults')).rejects.toMatchObject({ code: 'IMPORT_RUNNING' });
    await load.end();
    await expect(open('adults')).rejects.toMatchObject({ code: 'NOTHING_LOADED' });
    const again = await openLoad(database.of('intake'), {
      ...{ source: 'adults', file: 'rows.csv', clock, dryRun: true, amendmentId: null },
    });
    await again.end();
  });
});
