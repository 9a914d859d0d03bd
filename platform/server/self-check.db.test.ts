import { systemClock } from '../config/clock';
import { createLogger } from '../logging/logger';
import { teller } from '../outbox/testing';
import { type TestDatabase, testDatabase } from '../testing/database';
import type { Transaction } from '../transaction/transaction';
import { startSelfChecks } from './self-check';

describe('checks that a subgraph makes of itself', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([teller]);
  });
  afterAll(() => database?.stop());

  /** Makes a check again and again, as fast as it goes, until `enough` runs are over. */
  async function checked(run: (transaction: Transaction, turn: number) => Promise<string[]>, enough: number) {
    const lines: string[] = [];
    const logger = createLogger({ level: 'error', to: { write: (line: string) => void lines.push(line) } });
    let turn = 0;
    const seen: (readonly string[])[] = [];
    await new Promise<void>((over) => {
      const checks = startSelfChecks(
        [
          {
            name: 'pond',
            firstAfterMillis: 1,
            everyMillis: 1,
            async run(transaction) {
              seen.push(checks.findings());
              turn += 1;
              if (turn > enough) over();
              return run(transaction, turn);
            },
          },
        ],
        { dataSource: database.of('teller'), clock: systemClock, logger },
      );
      void (async () => {
        while (turn <= enough) await new Promise((go) => setTimeout(go, 5));
        await checks.stop();
      })();
    });
    return { seen: seen.slice(0, enough + 1), lines };
  }

  it('say what the latest run found, and nothing any more once it is mended', async () => {
    const { seen, lines } = await checked(async (_, turn) => (turn === 2 ? ['The pond leaks.'] : []), 3);
    expect(seen).toEqual([[], [], ['The pond leaks.'], []]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('The pond leaks.');
  });

  it('see the rows that were built from events', async () => {
    const { seen } = await checked(async ({ query }) => {
      const [row] = await query<{ role: string }>(`select current_setting('scope.role') as role`);
      return [row?.role ?? ''];
    }, 1);
    expect(seen).toEqual([[], ['projection']]);
  });

  it('are made again after one that failed, which changes nothing of what is known', async () => {
    const { seen, lines } = await checked(async ({ query }, turn) => {
      if (turn === 2) await query('select 1 / 0');
      return ['Known.'];
    }, 3);
    expect(seen).toEqual([[], ['Known.'], ['Known.'], ['Known.']]);
    expect(lines.filter((line) => line.includes('could not be made'))).toHaveLength(1);
  });
});
