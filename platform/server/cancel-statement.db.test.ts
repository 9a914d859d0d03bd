import type { QueryRunner } from 'typeorm';
import { type TestDatabase, testDatabase } from '../testing/database';
import { cancelStatement } from './cancel-statement';

/** Sooner than the test server itself notices that a client is gone (30 s). */
const SOON_MILLIS = 15_000;

describe('a connection whose answer nobody waits for', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.stop());

  const backendOf = async (runner: QueryRunner): Promise<number> => {
    const rows: { pid: number }[] = await runner.query('select pg_backend_pid() as pid');
    return rows[0]!.pid;
  };
  /** Whether the connection is there, in a state such as 'active'. */
  const isThere = async (pid: number, state = '%'): Promise<boolean> =>
    (
      await database.owner.query<unknown[]>(`select from pg_stat_activity where pid = $1 and state like $2`, [
        pid,
        state,
      ])
    ).length > 0;
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('is closed, with the statement that it runs, and the pool makes another', async () => {
    const runner = database.owner.createQueryRunner();
    await runner.connect();
    const pid = await backendOf(runner);
    const fails = expect(runner.query('select pg_sleep(60)')).rejects.toThrow();
    await until(() => isThere(pid, 'active'));
    const since = Date.now();
    await cancelStatement(runner);
    await fails;
    await until(async () => !(await isThere(pid)));
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
    await runner.release();
    const next = database.owner.createQueryRunner();
    await next.connect();
    expect(await backendOf(next)).not.toBe(pid);
    await next.release();
  });

  it('is let be where the driver offers no way to cancel', async () => {
    const end = jest.fn();
    await cancelStatement({ connect: async () => ({ end }) } as never);
    expect(end).not.toHaveBeenCalled();
  });
});
