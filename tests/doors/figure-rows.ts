import { figureSets } from '../../contracts/figure-sets';
import { fieldOf } from '../../gateway/exports/figures';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { type Format, READERS, takeFile } from './ask-exports';
import type { Row } from './question';

/** Columns that say from when a row is, which doors tell in ways of their own. */
const TELL_WHEN = ['asAt', 'countedAt', 'isCurrent', 'suppressed'];

type Asked = Pick<RunningProduct, 'url' | 'token'>;

/** A set of figures as a file in one format, each row with its id; `like` tells of which kind a column's cells are. */
export async function figuresInFile(
  product: Asked,
  { set, format, as }: { readonly set: string; readonly format: Format; readonly as: string },
  like: readonly Row[],
): Promise<readonly Row[]> {
  const by = figureSets.find(({ name }) => name === set)?.by ?? [];
  const file = await takeFile(product, `measures.${format}?by=${by.join()}`, as);
  const rows: readonly Row[] = await READERS[format](file, like);
  return rows.map((row) => figuresAlone({ id: idOf(row, by), ...row }));
}

/** A row of figures alone. */
export const figuresAlone = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !TELL_WHEN.includes(name)));

const idOf = (row: Row, by: readonly string[]): string =>
  by.map((dimension) => String(row[fieldOf(dimension)] ?? '-')).join(':');

/** One figure of a filter: what the graph tells, and what each file does. */
export async function figureInFile(
  product: Asked,
  { measure, where, format }: { readonly measure: string; readonly where: object; readonly format: Format },
): Promise<number | null> {
  const parts = Object.entries(where).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams([['measures', measure], ...parts]);
  const [row] = await READERS[format](await takeFile(product, `measures.${format}?${query}`, 'analyst'), [
    { [fieldOf(measure)]: 0 },
  ]);
  return row?.[fieldOf(measure)] ?? null;
}
