import type { QueryRunner } from 'typeorm';
import { type TestDatabase, testDatabase } from '../testing/database';
import { abandon } from './abandon';

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
  const isThere = async (pid: number): Promise<boolean> =>
    (await database.owner.query<unknown[]>('select from pg_stat_activity where pid = $1', [pid])).length > 0;

  it('is closed, with the statement that it runs, and the pool makes another', async () => {
    const runner = database.owner.createQueryRunner();
    await runner.connect();
    const pid = await backendOf(runner);
    const fails = expect(runner.query('select pg_sleep(60)')).rejects.toThrow();
    await abandon(runner);
    await fails;
    while (await isThere(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
    await runner.release();
    const next = database.owner.createQueryRunner();
    await next.connect();
    expect(await backendOf(next)).not.toBe(pid);
    await next.release();
  });

  it('is let be where the driver offers no way to cancel', async () => {
    const end = jest.fn();
    await abandon({ connect: async () => ({ end }) } as never);
    expect(end).not.toHaveBeenCalled();
  });
});
