import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { dirtOf } from '../demo/dirt';
import { generateCorporate } from '../demo/generate';
import { readSettings, type Settings } from '../platform/config/settings';
import { ROOT } from '../scripts/product/root';
import { subgraphNames } from '../subgraphs/registry';
import { tell } from './report';

const SEED = 1;
/** Later than anything that is made up. */
const TODAY = '2024-06-01';

/** Where bench keeps its files and databases from one run to the next. Not under version control; may be removed. */
const PLACE = path.join(ROOT, '.bench');

/** A place of bench's own. As root, the database's user has to get through. */
export function benchPath(...parts: string[]): string {
  fs.mkdirSync(PLACE, { recursive: true });
  if (process.getuid?.() === 0) fs.chmodSync(PLACE, 0o755);
  return path.join(PLACE, ...parts);
}

/** What every process is told of its surroundings. */
export const environmentOf = (directory: string): Readonly<Record<string, string>> => ({
  DATA_DIR: directory,
  GATEWAY_PORT: '0',
  DEMO: 'off',
  TODAY,
});

/** The settings that a process with that environment reads. */
export const settingsOf = (directory: string): Settings =>
  readSettings({ ...environmentOf(directory) }, { subgraphs: subgraphNames() });

/** The corporate system's export of a made-up council with this many rows, dirt as in the extracts. Made once. */
export async function extractOf(rows: number): Promise<string> {
  const file = benchPath(`corporate-crm-${rows}.csv`);
  if (fs.existsSync(file)) return file;
  tell(`Making up ${rows} rows…`);
  const output = fs.createWriteStream(`${file}.part`);
  for await (const block of generateCorporate({ seed: SEED, rows, dirt: dirtOf(1) })) {
    if (!output.write(block)) await once(output, 'drain');
  }
  await new Promise<void>((resolve) => output.end(resolve));
  fs.renameSync(`${file}.part`, file);
  return file;
}
