import fs from 'node:fs';
import { runDirectory } from './server';

/** Stops the run's server and removes all that it wrote. */
// biome-ignore lint/style/noDefaultExport: Jest takes the default export and no other
export default async function globalTeardown(): Promise<void> {
  await globalThis.testCluster?.stop();
  fs.rmSync(runDirectory(), { recursive: true, force: true });
}
