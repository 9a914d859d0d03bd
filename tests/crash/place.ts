import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { readSettings, type Settings } from '../../platform/config/settings';
import { migrate } from '../../platform/postgres/migrate';
import { openDatabase } from '../../platform/postgres/open-database';
import { siteSchema } from '../../site/schema';
import { loadSubgraphs, subgraphNames } from '../../subgraphs/registry';
import { openSchemas } from '../../subgraphs/schemas';

/** Later than anything that is made up. */
export const TODAY = '2024-06-01';

/** What every process of a round is told of its surroundings. */
export function environmentOf(directory: string): Readonly<Record<string, string>> {
  return {
    NODE_ENV: 'test',
    DATA_DIR: directory,
    GATEWAY_PORT: '0',
    SITE_PORT: '0',
    DEMO: 'off',
    TODAY,
  };
}

/** The settings that a process with that environment reads. */
export function settingsOf(directory: string): Settings {
  return readSettings({ ...environmentOf(directory) }, { subgraphs: subgraphNames() });
}

/** Makes a data directory with an embedded database, migrated and seeded, its server stopped: rounds begin with a copy. */
export async function prepareDirectory(directory: string): Promise<void> {
  fs.mkdirSync(directory);
  fs.chmodSync(directory, 0o711);
  const settings = settingsOf(directory);
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({ database, subgraphs: loadSubgraphs(), clock: settings.clock });
  await schemas.relay({ onFailure: () => undefined }).drain();
  await schemas.close();
  // A product beside an import has a site: what it keeps is there before, and the same in every round.
  await migrate({
    ownerUrl: (name) => database.urlFor(name),
    subgraphs: [siteSchema],
    clock: settings.clock,
  });
  await database.stop();
}

/** Copies a data directory whose server is stopped; its files keep their owner, as whom the server runs. */
export function copyDirectory(from: string, to: string): void {
  const copied = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`${from} could not be copied: ${copied.stderr.trim()}`);
}

/** A fresh directory that the server's user can go through. */
export function makeRoot(parent: string): string {
  const root = fs.mkdtempSync(path.join(parent, 'crash-'));
  fs.chmodSync(root, 0o755);
  return root;
}
