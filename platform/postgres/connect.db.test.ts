import type { DataSource } from 'typeorm';
import { dropTestDatabase, emptyTestDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import { CONNECTION_TIMEOUT_MILLIS, connect } from './connect';
import { freePort } from './embedded/launch';

const subgraph = { name: 'corporate', tables: [] };
const scope = { subject: 'test', role: 'analyst' };

describe('a connection', () => {
  let url: string;
  let connection: DataSource;

  beforeAll(async () => {
    url = await emptyTestDatabase();
    connection = await connect({ url, subgraph, poolSize: 1 });
  });
  afterAll(async () => {
    await connection.destroy();
    await dropTestDatabase(url);
  });

  it('reads days as ISO text and bigints as numbers while they are exact', async () => {
    const [row] = await connection.query(`
      select date '2021-03-28' as day, array[date '2021-03-28', null] as days,
        42::bigint as small, 9007199254740993::bigint as large, array[1::bigint, null] as list`);
    expect(row).toEqual({
      day: '2021-03-28',
      days: ['2021-03-28', null],
      small: 42,
      large: '9007199254740993',
      list: [1, null],
    });
  });

  it('gives every session its limits and its name', async () => {
    const names = [
      'statement_timeout',
      'lock_timeout',
      'idle_in_transaction_session_timeout',
      'application_name',
    ];
    const [row] = await connection.query(
      `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
    );
    expect(row).toEqual({
      statement_timeout: '30s',
      lock_timeout: '10s',
      idle_in_transaction_session_timeout: '1min',
      application_name: 'complaints:corporate',
    });
  });

  it('stops a statement that runs longer than it may', async () => {
    const hasty = await connect({ url, subgraph, poolSize: 1, statementTimeoutMillis: 50 });
    await expect(hasty.query('select pg_sleep(5)')).rejects.toThrow('statement timeout');
    await hasty.destroy();
  });

  it('is waited for no longer than the limit when all are taken', async () => {
    const pool = (
      connection.driver as unknown as { master: { options: { connectionTimeoutMillis: number } } }
    ).master;
    expect(pool.options.connectionTimeoutMillis).toBe(CONNECTION_TIMEOUT_MILLIS);
    pool.options.connectionTimeoutMillis = 100;
    const starved = inTransaction(connection, scope, () =>
      inTransaction(connection, scope, async () => 'never'),
    );
    await expect(starved).rejects.toThrow('No connection to the database was to be had');
    pool.options.connectionTimeoutMillis = CONNECTION_TIMEOUT_MILLIS;
  });

  it('fails at once where nothing listens', async () => {
    const nowhere = new URL(url);
    nowhere.port = String(await freePort());
    await expect(connect({ url: nowhere.href, subgraph })).rejects.toThrow('ECONNREFUSED');
  });

  it('is replaced after the server has cut it', async () => {
    const other = await connect({ url, subgraph, poolSize: 1 });
    await connection.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await other.query('select 1 as one')).toEqual([{ one: 1 }]);
    await other.destroy();
  });
});
