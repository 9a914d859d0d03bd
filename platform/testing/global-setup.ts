import { type Cluster, startCluster } from '../postgres/cluster';
import { runDirectory, SERVER_VARIABLE, sweepLeftServers } from './server';

declare global {
  /** The one server of a test run: Jest's set-up and tear-down share nothing else. */
  var testCluster: Cluster | undefined;
}

/** Starts one throwaway PostgreSQL server for the whole run, unless one of another version is named (TEST_POSTGRES_URL). */
// biome-ignore lint/style/noDefaultExport: Jest takes the default export and no other
export default async function globalSetup(): Promise<void> {
  if (process.env[SERVER_VARIABLE]) return;
  await sweepLeftServers();
  globalThis.testCluster = await startCluster({ directory: runDirectory(), throwaway: true });
  process.env[SERVER_VARIABLE] = globalThis.testCluster.superuserUrl;
}
