import fs from 'node:fs';
import path from 'node:path';
import { figureSets } from '../../contracts/figure-sets';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { fieldOf } from '../../gateway/exports/figures';
import { viewOf } from '../../platform/records/record-set';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { currentRows } from '../exports/bi-login';
import type { Place } from './client';
import type { Expected, Row } from './tables';

const FORMATS = ['csv', 'xlsx', 'parquet', 'json'] as const;

/** Takes every file of every set, as somebody who downloads them, into a folder. */
export async function prepareTables(
  product: RunningProduct,
  { folder, address }: Pick<Place, 'folder' | 'address'>,
): Promise<readonly Expected[]> {
  const tables: Expected[] = [];
  for (const set of RECORD_SETS) {
    await download(product, folder, { name: set.name, from: set.name, asked: '' });
    const rows = rowsIn(folder, set.name);
    tables.push({ name: set.name, view: viewOf(set), columns: set.columns, key: ['id'], rows });
  }
  for (const set of figureSets) {
    const key = set.by.map(fieldOf);
    await download(product, folder, { name: set.name, from: 'measures', asked: `?by=${set.by.join(',')}` });
    await currentRows(address, viewOf(set));
    const rows = rowsIn(folder, set.name);
    tables.push({ name: set.name, view: viewOf(set), columns: columnsOf(rows, key), key, rows });
  }
  return tables;
}

/** Of figures the file says no types; dimensions are text, but for the two that are not. */
const columnsOf = (rows: readonly Row[], key: readonly string[]): Expected['columns'] =>
  Object.keys(rows[0] ?? {})
    .filter((name) => name !== 'suppressed')
    .map((name) => ({
      name,
      type: name === 'month' ? 'day' : key.includes(name) && name !== 'stage' ? 'text' : 'number',
    }));

const rowsIn = (folder: string, name: string): readonly Row[] =>
  JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));

async function download(
  product: RunningProduct,
  folder: string,
  { name, from, asked }: { readonly name: string; readonly from: string; readonly asked: string },
): Promise<void> {
  const headers = { authorization: `Bearer ${await product.token('analyst')}` };
  for (const format of FORMATS) {
    const response = await fetch(`${product.url}/exports/${from}.${format}${asked}`, { headers });
    if (!response.ok) throw new Error(`${name}.${format} was refused with ${response.status}`);
    fs.writeFileSync(path.join(folder, `${name}.${format}`), Buffer.from(await response.arrayBuffer()));
  }
}
