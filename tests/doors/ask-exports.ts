import type { RunningProduct } from '../../scripts/testing/running-product';
import { readCsv, readParquet, readXlsx } from '../exports/read-files';
import { whereOf } from './ask-graph';
import type { Question, Row } from './question';

export const READERS = {
  csv: async (file: Response, like: readonly Row[]) => readCsv(await file.text(), like),
  json: async (file: Response) => file.json(),
  parquet: async (file: Response) => readParquet(await file.arrayBuffer()),
  xlsx: async (file: Response) => readXlsx(await file.arrayBuffer()).rows,
} as const;

export type Format = keyof typeof READERS;
export const FORMATS = Object.keys(READERS).filter((name): name is Format => name in READERS);

/** A file as a caller, refused in words. */
export async function takeFile(
  product: Pick<RunningProduct, 'url' | 'token'>,
  path: string,
  as: string,
): Promise<Response> {
  const headers = { authorization: `Bearer ${await product.token(as)}` };
  const file = await fetch(`${product.url}/exports/${path}`, { headers });
  if (!file.ok) throw new Error(`${path}: ${file.status} ${await file.text()}`);
  return file;
}

/** The rows of a file of records in one format; `like` tells of which kind a column's cells are, which a CSV does not. */
export async function rowsInFile(
  product: Pick<RunningProduct, 'url' | 'token'>,
  { question, format, as }: { readonly question: Question; readonly format: Format; readonly as: string },
  like: readonly Row[],
): Promise<readonly Row[]> {
  const parts = Object.entries(whereOf(question)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const file = await takeFile(product, `${question.set}.${format}?${new URLSearchParams(parts)}`, as);
  return READERS[format](file, like);
}
