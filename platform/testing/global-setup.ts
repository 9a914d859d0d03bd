import { type Cluster, startCluster } from '../postgres/cluster';
import { runDirectory, sweepLeftServers } from './run-directory';
import { SERVER_VARIABLE } from './server';

declare global {
  /** The one server of a test run: Jest's set-up and tear-down share nothing else. */
  var testCluster: (Cluster & { readonly directory: string }) | undefined;
}

/** Starts one throwaway PostgreSQL server for the whole run, unless one of another version is named (TEST_POSTGRES_URL). */
// biome-ignore lint/style/noDefaultExport: Jest takes the default export and no other
export default async function globalSetup(): Promise<void> {
  if (process.env[SERVER_VARIABLE]) return;
  await sweepLeftServers();
  const directory = runDirectory();
  globalThis.testCluster = { ...(await startCluster({ directory, throwaway: true })), directory };
  process.env[SERVER_VARIABLE] = globalThis.testCluster.superuserUrl;
}
