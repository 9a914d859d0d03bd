import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { readSettings, type Settings } from '../platform/config/settings';
import { ROOT } from '../scripts/product/root';
import { subgraphNames } from '../subgraphs/registry';
import { tell } from './report';

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
  SITE_PORT: '0',
  DEMO: 'off',
  TODAY,
});

/** The settings that a process with that environment reads. */
export const settingsOf = (directory: string): Settings =>
  readSettings({ ...environmentOf(directory) }, { subgraphs: subgraphNames() });

/** A file that is made up: where, and what its blocks are. */
interface ToMakeUp {
  readonly file: string;
  readonly rows: number;
  blocks(): Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

/** Writes a file of bench's own, block by block, unless it is there already. Gives its place. */
export async function madeUpOnce({ file: name, rows, blocks }: ToMakeUp): Promise<string> {
  const file = benchPath(name);
  if (fs.existsSync(file)) return file;
  tell(`Making up ${rows} rows…`);
  const output = fs.createWriteStream(`${file}.part`);
  for await (const block of blocks()) {
    if (!output.write(block)) await once(output, 'drain');
  }
  await new Promise<void>((resolve) => output.end(resolve));
  fs.renameSync(`${file}.part`, file);
  return file;
}
