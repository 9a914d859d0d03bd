import fs from 'node:fs';

/** Stops the run's server and removes all that it wrote. */
// biome-ignore lint/style/noDefaultExport: Jest takes the default export and no other
export default async function globalTeardown(): Promise<void> {
  const cluster = globalThis.testCluster;
  if (!cluster) return;
  await cluster.stop();
  fs.rmSync(cluster.directory, { recursive: true, force: true });
}
