import fs from 'node:fs';
import path from 'node:path';
import { figureSets } from '../../contracts/figure-sets';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { fieldOf, readFigureSchema } from '../../gateway/exports/figures';
import { viewOf } from '../../platform/records/record-set';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { ROOT } from '../architecture/tree';
import { takeFile } from '../doors/ask-exports';
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
    tables.push({ name: set.name, view: viewOf(set), columns: columnsOf(rows), key, rows });
  }
  return tables;
}

/** Of figures the file says no types, and the graph does. Throws for a column that the graph has not. */
function columnsOf(rows: readonly Row[]): Expected['columns'] {
  const { fields } = readFigureSchema(fs.readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'));
  return Object.keys(rows[0] ?? {})
    .filter((name) => name !== 'suppressed')
    .map((name) => {
      const field = fields.get(name);
      if (field === undefined) throw new Error(`The graph has no figure ${name}`);
      return field;
    });
}

const rowsIn = (folder: string, name: string): readonly Row[] =>
  JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));

async function download(
  product: RunningProduct,
  folder: string,
  { name, from, asked }: { readonly name: string; readonly from: string; readonly asked: string },
): Promise<void> {
  for (const format of FORMATS) {
    const file = await takeFile(product, `${from}.${format}${asked}`, 'analyst');
    fs.writeFileSync(path.join(folder, `${name}.${format}`), Buffer.from(await file.arrayBuffer()));
  }
}
