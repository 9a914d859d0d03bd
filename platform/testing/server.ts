import { Client } from 'pg';

/**
 * Where the superuser's address of the run's server stands for the test files, which run in processes of their own. Set from
 * outside, it names a server that runs already, of another version say.
 */
export const SERVER_VARIABLE = 'TEST_POSTGRES_URL';

/** Of every owner of a test database. */
export const PASSWORD = 'test';

/** The superuser's address of the run's server. */
export function testServerUrl(): string {
  const url = process.env[SERVER_VARIABLE];
  if (url) return url;
  throw new Error(
    'No PostgreSQL server runs for these tests: run them through jest.config.cjs, whose globalSetup starts one',
  );
}

/** Runs `work` on a connection as the run's superuser. */
export async function asSuperuser<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
